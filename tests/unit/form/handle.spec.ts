import { expect, test } from '@playwright/test'
import { whyNot } from '../../../components/form/cast'
import { askedAt, matching, offeredBy, pieces } from '../../../components/form/handle'
import type { Element } from '../../../lib/elements/element'
import { rowOf } from '../../../lib/models/catalog'

const handles = [
  { name: 'keeper', about: 'element' },
  { name: 'keeper-old', about: 'element' },
  { name: 'boat', about: 'element' },
]

test('a name is asked for after an @ that begins a word, and nowhere else', () => {
  expect(askedAt('Then @ke', 8)).toEqual({ from: 5, to: 8, word: 'ke' })
  expect(askedAt('@', 1)).toEqual({ from: 0, to: 1, word: '' })
  expect(askedAt('mail me@home', 12)).toBeUndefined()
  expect(askedAt('nothing here', 7)).toBeUndefined()
})

test('what is written so far narrows the list', () => {
  expect(matching(handles, 'ke').map(({ name }) => name)).toEqual(['keeper', 'keeper-old'])
  expect(matching(handles, 'x')).toEqual([])
})

test('only names that are known become pills, and the words stay whole', () => {
  const text = '@keeper-old meets @keeper, @nobody and @@boat.'
  const cut = pieces(text, handles)
  expect(cut.map((piece) => piece.text).join('')).toBe(text)
  expect(cut.flatMap(({ handle }) => handle?.name ?? [])).toEqual(['keeper-old', 'keeper'])
})

const times = { createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-01T00:00:00.000Z' }
const kept = (name: string, parts: Partial<Element> = {}): Element => ({
  id: name,
  version: 1,
  name,
  ...parts,
  ...times,
})
const front = { asset: 'a' }

test('the library offers what the draft has not, and only where the workflow takes elements', () => {
  const pictured = rowOf('runware', 'klingai:kling-video@3-pro')?.workflows.find(({ id }) => id === 'image-to-video')
  const plain = rowOf('local', 'animatic')?.workflows[0]
  if (!pictured || !plain) throw new Error('no such workflow')
  const library = [kept('keeper', { frontalImage: front }), kept('boat', { description: 'A wet thwart' })]
  const offered = offeredBy(pictured, ['keeper'], library)
  expect(offered).toMatchObject([{ name: 'boat', adds: { id: 'boat', description: 'A wet thwart' } }])
  expect(offeredBy(pictured, ['a', 'b', 'c'], library)).toEqual([])
  expect(offeredBy(plain, [], library)).toEqual([])
})

test('a name of the library is no pill before it is in the draft', () => {
  const offered = [{ name: 'boat', about: 'from the library', adds: { id: 'boat' } }]
  expect(pieces('@boat drifts', offered).some(({ handle }) => handle)).toBe(false)
})

test('an element that the model cannot take says why', () => {
  const limits = { max: 3, pictures: 1, of: { kind: 'image' } } as const
  expect(whyNot(limits, [], kept('film', { videos: [front] }))).toContain('films')
  expect(whyNot(limits, [], kept('voice', { frontalImage: front, voices: [front] }))).toContain('voices')
  expect(whyNot(limits, [], kept('many', { frontalImage: front, images: [front, front] }))).toContain('at most 1')
  expect(whyNot(limits, ['keeper'], kept('keeper'))).toBe('already here')
  expect(whyNot(limits, [], kept('plain', { frontalImage: front }))).toBeUndefined()
})
