// Every model and every way of working of Kling's: goes out, is taken, and brings something back.
import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { kling as rows } from '../../../lib/models/catalog/kling'
import type { Input } from '../../../lib/models/input'
import { kling } from '../../../lib/providers/kling'
import { type Fake, startFake } from '../../fakes/kling/server'
import { lawful } from '../models/lawful'
import { awaited, type Desk, desk, withKey } from './desk'

let fake: Fake
let io: Desk
test.beforeAll(async () => {
  fake = await startFake({ runMs: 5 })
  io = await desk(withKey(fake))
})
test.afterAll(() => fake.stop())

/** Files at public addresses, elements and voices that Kling has as presets. */
function known(input: Input): Input {
  const text = JSON.stringify(input).replace(/\{"(?:asset|ref)":"(\D[^"]*)"\}/g, '{"url":"https://files.example/$1"}')
  const read: Input = JSON.parse(text)
  return {
    ...read,
    ...(read.elements ? { elements: read.elements.map((_, at) => ({ id: String(101 + at) })) } : {}),
    ...(read.voices ? { voices: read.voices.map((_, at) => ({ ref: String(201 + at) })) } : {}),
    ...(read.voice ? { voice: '301' } : {}),
    // What it makes of a film is told by Kling's own id of it.
    ...(read.sourceVideo && !('url' in read.sourceVideo) ? { sourceVideo: { ref: '829836802793406551' } } : {}),
  }
}

for (const row of rows.filter(({ standing }) => standing !== 'retired'))
  for (const workflow of row.workflows)
    test(`${row.model}, ${workflow.id}`, async () => {
      const inputs = fc.sample(lawful(workflow), { numRuns: 3, seed: 20_261_120 }).map(known)
      const extended = workflow.id === 'extend' ? { sourceVideo: { ref: '829836802793406551' } } : {}
      const tickets = []
      for (const input of inputs) {
        // Handles of elements that were renamed here are plain words.
        const order = { name: crypto.randomUUID(), row, workflow, input: { ...input, ...extended } }
        tickets.push(await kling.start(order, io))
      }
      for (const one of await awaited(tickets, io)) {
        expect([one.state, one.error]).toEqual(['done', undefined])
        expect(one.results?.length).toBeGreaterThan(0)
      }
    })
