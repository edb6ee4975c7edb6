// Form and server judge alike, whatever is drawn: lawful orders pass both and the provider's own pages, a breach fails at the same path.
import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { catalog } from '../../../lib/models/catalog'
import type { Input } from '../../../lib/models/input'
import type { Row, Workflow } from '../../../lib/models/row'
import { inputSchema, issuesOf, refusals } from '../../../lib/models/schema'
import { read } from '../../../lib/providers/runware/read'
import { body } from '../../../lib/providers/runware/wire'
import { judge } from '../../fakes/runware/judge'
import { breaches, lawful } from './lawful'

const name = '6f1b7a52-6f0e-4c2b-9d68-0f6f3c1e2a11'
const runware = catalog.filter(({ provider }) => provider === 'runware')
const sentFor = (row: Row, workflow: Workflow, input: Input) => body({ name, row, workflow, input }, (asset) => asset)

function inForm(row: Row, workflow: Workflow, input: Input): string[] {
  const parsed = inputSchema(row, workflow).safeParse(input)
  return parsed.success ? [] : issuesOf(parsed.error).map(({ path, message }) => `${path}: ${message}`)
}
const onServer = (row: Row, workflow: Workflow, input: Input) =>
  refusals(row, workflow, input, () => undefined).map(({ path, message }) => `${path}: ${message}`)

/** Thrown rather than expected: one expectation for each of thousands of cases would take minutes. */
function fail(what: string, ...facts: unknown[]): never {
  throw new Error([what, ...facts.map((fact) => JSON.stringify(fact))].join('\n'))
}

for (const row of runware)
  for (const workflow of row.workflows)
    test(`${row.name}, ${workflow.id}: what is lawful passes everywhere, what is not fails at one path everywhere`, () => {
      let breached = 0
      const promise = fc.property(lawful(workflow), (input) => {
        const [server, form] = [onServer(row, workflow, input), inForm(row, workflow, input)]
        if (server.length || form.length) fail('lawful, but refused', server, form)
        const task = sentFor(row, workflow, input)
        const opinion = judge(task)
        if (opinion.length) fail('accepted here, refused by the page', opinion, task)
        for (const breach of breaches(workflow, input)) {
          breached++
          const said = onServer(row, workflow, breach.input)
          if (!said.some((one) => one.startsWith(`${breach.path}:`))) fail(breach.name, breach, said)
          const inBrowser = inForm(row, workflow, breach.input)
          if (inBrowser.join() !== said.join()) fail('form and server differ', breach, said, inBrowser)
        }
      })
      fc.assert(promise, { numRuns: 30, endOnFailure: true })
      expect(breached).toBeGreaterThan(30)
    })

test('what is sent can be read back as it was, and is sent again the same', () => {
  let tried = 0
  for (const row of runware)
    for (const workflow of row.workflows)
      fc.assert(
        fc.property(lawful(workflow), (input) => {
          tried++
          const task = sentFor(row, workflow, input)
          const again = read([task])
          const other = row.workflows.find(({ id }) => id === again.workflow)
          if (!other) fail('another way of working', again)
          const back = sentFor(row, other, again.input)
          if (!equal(back, task)) fail('not the same', back, task)
        }),
        { numRuns: 10, endOnFailure: true },
      )
  expect(tried).toBeGreaterThan(400)
})

/** Equal but for the order of keys. */
function equal(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return Object.is(a, b)
  const [left, right] = [Object.entries(a), Object.entries(b)]
  return left.length === right.length && left.every(([key, value]) => equal(value, Reflect.get(b, key)))
}
