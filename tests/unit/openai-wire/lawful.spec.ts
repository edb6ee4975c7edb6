// Whatever is drawn: a lawful order of any row passes form, server and the gateway's page, and is read back as it was sent.
import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { openai } from '../../../lib/models/catalog/openai'
import { inputSchema, refusals } from '../../../lib/models/schema'
import { judge } from '../../fakes/openai/judge'
import { breaches, lawful } from '../models/lawful'
import { again, gateway, sentFor } from './way'

/** Thrown rather than expected: one expectation for each of thousands of cases would take minutes. */
function fail(what: string, ...facts: unknown[]): never {
  throw new Error([what, ...facts.map((fact) => JSON.stringify(fact))].join('\n'))
}
const packings = ['double-string', 'string', 'object'] as const

for (const row of openai)
  for (const workflow of row.workflows)
    test(`${row.name}, ${workflow.id}: lawful everywhere, and a breach fails at one path everywhere`, () => {
      let tried = 0
      const check = fc.property(lawful(workflow), fc.constantFrom(...packings), (input, extInfo) => {
        tried++
        const said = refusals(row, workflow, input, () => undefined)
        if (said.length || !inputSchema(row, workflow).safeParse(input).success)
          fail('lawful, but refused', input, said)
        const way = gateway({ OPENAI_VIDEOS_EXT_INFO: extInfo })
        const sent = sentFor({ model: row.model, workflow: workflow.id, input }, way)
        // A file's own id stands where the page wants an address; who knows such ids may take them.
        const opinion = judge(sent, extInfo).filter(({ message }) => !message.endsWith('must be a URL'))
        if (opinion.length) fail('accepted here, refused by the page', opinion, sent)
        if (
          !fc.stringify(again(sent, way)) ||
          JSON.stringify(sorted(again(sent, way))) !== JSON.stringify(sorted(sent))
        )
          fail('not the same', again(sent, way), sent)
        for (const breach of breaches(workflow, input)) {
          if (breach.path.startsWith('extra')) continue
          const server = refusals(row, workflow, breach.input, () => undefined).map(({ path }) => path)
          if (!server.includes(breach.path)) fail(breach.name, breach, server)
        }
      })
      fc.assert(check, { numRuns: 25, endOnFailure: true })
      expect(tried).toBe(25)
    })

/** Keys in one order, so that equal requests read equal. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}
