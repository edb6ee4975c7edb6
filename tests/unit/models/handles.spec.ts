// Handles: written by name, numbered only on sending, never corrupted by a change of order.
import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { rowOf } from '../../../lib/models/catalog'
import { escaped, numbered, renumbered, strayHandles } from '../../../lib/models/handles'
import type { Input } from '../../../lib/models/input'
import type { Workflow } from '../../../lib/models/row'
import { refusals } from '../../../lib/models/schema'

function way(model: string, id: string): Workflow {
  const workflow = rowOf('runware', model)?.workflows.find((one) => one.id === id)
  if (!workflow) throw new Error(`no ${model} ${id}`)
  return workflow
}
const pictures = way('klingai:kling-video@3-pro', 'image-to-video')
const spoken = way('klingai:kling-video@2.6-pro', 'text-to-video')
const plain = way('klingai:3@1', 'text-to-video')
const cast = (...ids: string[]): Input => ({ elements: ids.map((id) => ({ id, frontalImage: { ref: id } })) })

test('a handle is sent as the place of its element, in words and in shots', () => {
  const input: Input = {
    ...cast('anna', 'old-tom'),
    prompt: '@old-tom follows @anna.',
    shots: [{ prompt: 'Close on @anna’s hands', duration: 5 }],
  }
  expect(numbered(pictures, input)).toMatchObject({
    prompt: '<<<element_2>>> follows <<<element_1>>>.',
    shots: [{ prompt: 'Close on <<<element_1>>>’s hands' }],
  })
})

test('a change of order changes the numbers and never who is meant', () => {
  const ids = ['anna', 'anna-2', 'old-tom']
  const order = fc.shuffledSubarray(ids, { minLength: 3 })
  fc.assert(
    fc.property(order, fc.shuffledSubarray(ids, { minLength: 1 }), (now, named) => {
      const { prompt } = numbered(pictures, { ...cast(...now), prompt: named.map((id) => `@${id}`).join(' and ') })
      const meant = [...(prompt ?? '').matchAll(/<<<element_(\d+)>>>/g)].map((hit) => now[Number(hit[1]) - 1])
      return meant.join() === named.join()
    }),
  )
})

test('an unknown handle is refused where it stands, and so is one whose element was taken out', () => {
  const row = rowOf('runware', 'klingai:kling-video@3-pro')
  if (!row) throw new Error('no row')
  const input: Input = {
    ...cast('anna'),
    firstFrame: { ref: 'p1' },
    shots: [
      { prompt: '@anna waits', duration: 3 },
      { prompt: '@tom arrives', duration: 3 },
    ],
  }
  const found = refusals(row, pictures, input, () => undefined)
  expect(found).toEqual([{ path: 'shots.1.prompt', message: expect.stringContaining('@@tom') }])
  expect(strayHandles(pictures, { ...input, elements: [] }).map(({ name }) => name)).toEqual(['anna', 'tom'])
})

test('voices are named by their place', () => {
  const input: Input = { prompt: '@voice_2 answers @voice_1', voices: [{ ref: 'a' }, { ref: 'b' }] }
  expect(numbered(spoken, input).prompt).toBe('<<<voice_2>>> answers <<<voice_1>>>')
  expect(strayHandles(spoken, { ...input, prompt: '@voice_3' })).toEqual([{ path: 'prompt', name: 'voice_3' }])
})

test('markers that were typed stay as they are', () => {
  const input: Input = { ...cast('anna'), prompt: '<<<element_1>>> waits' }
  expect(numbered(pictures, input)).toEqual(input)
  expect(strayHandles(pictures, input)).toEqual([])
})

test('where a model knows no handles, an @ is an @', () => {
  const input: Input = { prompt: '@anna and @@tom' }
  expect(numbered(plain, input)).toEqual(input)
  expect(strayHandles(plain, input)).toEqual([])
})

test('any foreign text survives being read and sent', () => {
  const text = fc.array(fc.constantFrom('@', '@@', 'anna', ' ', '-', 'x', '.', '<<<element_1>>>'), { maxLength: 12 })
  fc.assert(
    fc.property(text, (parts) => {
      const input: Input = { ...cast('anna'), prompt: parts.join('') }
      const kept = escaped(pictures, input)
      return numbered(pictures, kept).prompt === input.prompt && strayHandles(pictures, kept).length === 0
    }),
    { numRuns: 500 },
  )
})

test('limits count what is sent, not what is written', () => {
  const row = rowOf('runware', 'klingai:kling-video@3-pro')
  if (!row) throw new Error('no row')
  const input = (fill: number): Input => ({
    ...cast('a'),
    firstFrame: { ref: 'p1' },
    shots: [{ prompt: `@a ${'x'.repeat(fill)}`, duration: 5 }],
  })
  const marker = '<<<element_1>>> '.length
  expect(refusals(row, pictures, input(512 - marker), () => undefined)).toEqual([])
  expect(refusals(row, pictures, input(513 - marker), () => undefined)).toEqual([
    { path: 'shots.0.prompt', message: '1 character too many; at most 512 can be used.' },
  ])
})

test('numbers written as such follow their entry when it moves, and name nothing once it is taken out', () => {
  const voices = ['a', 'b', 'c', 'd'].map((ref) => ({ ref }))
  const place = fc.nat({ max: voices.length - 1 })
  const meant = ({ prompt = '', voices: list = [] }: Input) =>
    [...prompt.matchAll(/voice_(\d+)/g)].map((hit) => JSON.stringify(list[Number(hit[1]) - 1]))
  fc.assert(
    fc.property(place, place, fc.array(fc.tuple(place, fc.boolean())), fc.boolean(), (from, to, named, out) => {
      const prompt = named.map(([at, raw]) => (raw ? `<<<voice_${at + 1}>>>` : `@voice_${at + 1}`)).join(', ')
      const before: Input = { voices, prompt }
      const [one] = voices.slice(from, from + 1)
      const rest = voices.toSpliced(from, 1)
      const list = out || !one ? rest : rest.toSpliced(to, 0, one)
      const after = renumbered(spoken, { ...before, voices: list }, 'voices', from, out ? voices.length - 1 : to)
      const wanted = meant(before).map((each) => (out && each === JSON.stringify(one) ? undefined : each))
      expect(meant(after)).toEqual(wanted)
    }),
  )
  const named: Input = { ...cast('bo', 'anna'), prompt: '@anna, <<<element_1>>> and @@voice_1', shots: [] }
  expect(renumbered(pictures, named, 'elements', 0, 1).prompt).toBe('@anna, <<<element_2>>> and @@voice_1')
  expect(renumbered(plain, { prompt: '@voice_1' }, 'voices', 0, 1).prompt).toBe('@voice_1')
})
