// Whatever is drawn from a row of Kling's: form and server judge it alike, it is sent, and comes back the same.
import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { StudioError } from '../../../lib/errors'
import { kling } from '../../../lib/models/catalog/kling'
import type { Input } from '../../../lib/models/input'
import type { Row, Workflow } from '../../../lib/models/row'
import { inputSchema, issuesOf, refusals, type Stance } from '../../../lib/models/schema'
import { readKling } from '../../../lib/providers/kling/read'
import { callOf, type KlingCall } from '../../../lib/providers/kling/wire'
import type { Imported } from '../../../lib/providers/provider'
import { judge } from '../../fakes/kling/judge'
import { breaches, lawful } from '../models/lawful'

const name = '6f1b7a52-6f0e-4c2b-9d68-0f6f3c1e2a11'
/** Elements that Kling holds already: as many digits as it gives them, told from the name. */
const idOf = ({ id }: { id: string }) =>
  `8298368027934${String(id.length * 100 + id.charCodeAt(id.length - 1)).padStart(5, '0')}`
const sent = (row: Row, workflow: Workflow, input: Input): KlingCall =>
  callOf({ name, row, workflow, input }, (asset) => asset, idOf)

function inForm(row: Row, workflow: Workflow, input: Input, stance: Stance): string[] {
  const parsed = inputSchema(row, workflow, stance).safeParse(input)
  return parsed.success ? [] : issuesOf(parsed.error).map(({ path, message }) => `${path}: ${message}`)
}
const onServer = (row: Row, workflow: Workflow, input: Input, stance: Stance) =>
  refusals(row, workflow, input, () => undefined, stance).map(({ path, message }) => `${path}: ${message}`)

/** Files as Kling can fetch them, in the place of names that only the drawing knows. */
const reachable = (body: object) =>
  JSON.parse(JSON.stringify(body).replace(/"(media-\d+|mask-\d+|still)"/g, '"https://files.example/$1"'))

/** Thrown rather than expected: one expectation for each of thousands of cases would take minutes. */
function fail(what: string, ...facts: unknown[]): never {
  throw new Error([what, ...facts.map((fact) => JSON.stringify(fact))].join('\n'))
}

for (const row of kling)
  for (const workflow of row.workflows) {
    // What has ended can be looked at, but not ordered.
    const stance: Stance = row.standing === 'retired' ? 'carrying' : 'placing'
    test(`${row.model}, ${workflow.id}: what is lawful passes, what is not fails at one path everywhere`, () => {
      let breached = 0
      const promise = fc.property(lawful(workflow), (input) => {
        const [server, form] = [onServer(row, workflow, input, stance), inForm(row, workflow, input, stance)]
        if (server.length || form.length) fail('lawful, but refused', input, server, form)
        const { path, body } = sent(row, workflow, input)
        const opinion = judge(path, reachable(body))
        if (opinion.length && row.standing !== 'retired') fail('accepted here, refused by the page', opinion, body)
        for (const breach of breaches(workflow, input)) {
          breached++
          const said = onServer(row, workflow, breach.input, 'placing')
          if (!said.some((one) => one.startsWith(`${breach.path}:`))) fail(breach.name, breach, said)
          const inBrowser = inForm(row, workflow, breach.input, 'placing')
          if (inBrowser.join() !== said.join()) fail('form and server differ', breach, said, inBrowser)
        }
      })
      fc.assert(promise, { numRuns: 30, endOnFailure: true })
      expect(breached).toBeGreaterThan(30)
    })

    test(`${row.model}, ${workflow.id}: what is sent comes back, and is sent again the same`, () => {
      let tried = 0
      const promise = fc.property(lawful(workflow), (input) => {
        tried++
        const call = sent(row, workflow, input)
        const again = readKling(JSON.parse(JSON.stringify(call.body)), `${call.method} ${call.path}`)
        same(call, again, input)
        const guessed = unnamed(call)
        if (guessed) same(call, guessed, input)
      })
      fc.assert(promise, { numRuns: 25, endOnFailure: true })
      expect(tried).toBeGreaterThan(20)
    })
  }

function same(call: KlingCall, again: Imported, input: Input): void {
  const row = kling.find(({ model }) => model === again.model)
  const workflow = row?.workflows.find(({ id }) => id === again.workflow)
  if (!row || !workflow) fail('another way of working', again)
  const back = sent(row, workflow, again.input)
  if (!equal(back, call)) fail('not the same', input, back, call)
}

/** Told by the request alone: then it must be the right one; else the endpoint is asked for, and nothing else. */
function unnamed({ body }: KlingCall): Imported | undefined {
  try {
    return readKling(body)
  } catch (failure) {
    if (!(failure instanceof StudioError)) throw failure
    const paths = failure.issues?.map(({ path }) => path)
    if (paths?.join() !== 'endpoint') fail('refused without an endpoint', body, failure.issues)
  }
}

/** Equal but for the order of keys. */
function equal(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return Object.is(a, b)
  const [left, right] = [Object.entries(a), Object.entries(b)]
  return left.length === right.length && left.every(([key, value]) => equal(value, Reflect.get(b, key)))
}
