import { expect, test } from '@playwright/test'
import { askedAt, matching, pieces } from '../../../components/form/handle'

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
