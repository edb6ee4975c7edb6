import { expect, test } from '@playwright/test'
import { nameOf, totalOf } from '../../../components/spend/line-words'
import {
  allWords,
  besideWords,
  digits,
  dollars,
  leftWords,
  readAmount,
  shownCap,
  spentWords,
} from '../../../components/spend/words'

const spend = (billed: number, inFlight = 0, unknown = 0) => ({ billed, inFlight, units: 0, worth: 0, unknown })

test('what is in flight counts against what is left, and not as spent', () => {
  expect(spentWords(spend(8.57, 2.52), 25, 'today')).toBe('$8.57 of $25.00 today')
  expect(leftWords(25, spend(8.57, 2.52))).toBe('$13.91 left')
  expect(leftWords(10, spend(9, 1.5))).toBe('over by $0.50')
})

test('the header tells that a cap is passed, and without one what is in flight', () => {
  expect(besideWords(spend(0, 1.79), null)).toEqual({ words: '$1.79 in flight', over: false })
  expect(besideWords(spend(8, 2), 10)).toBeUndefined()
  expect(besideWords(spend(9, 1.5), 10)).toEqual({ words: 'over by $0.50', over: true })
  expect(besideWords(spend(8), null)).toBeUndefined()
})

test('orders of unknown price are counted in words; the smallest sum is not told as nothing', () => {
  expect(allWords(spend(0, 0, 2), null, 'today')).toBe('2 at a price not known today')
  expect(allWords(spend(1, 0, 2), null, 'today')).toBe('$1.00 today, 2 at a price not known')
  expect(dollars(0.001)).toBe('under $0.01')
})

test('a cap is told to its last digit', () => {
  expect(spentWords(spend(0), 0.001, 'today')).toBe('$0.00 of $0.001 today')
  expect([25, 0.001, 12.5, 0].map(digits)).toEqual(['25.00', '0.001', '12.50', '0.00'])
})

test('units of packs stand beside dollars and are never added to them', () => {
  const packs = { ...spend(8.57), units: 12.4, worth: 1.736 }
  expect(spentWords(packs, null, 'today')).toBe('$8.57 + 12.4 units today')
  expect(spentWords({ ...packs, billed: 0 }, 25, 'today')).toBe('12.4 units, cap $25.00 today')
  expect(leftWords(25, packs)).toBe('$14.69 left')
  expect(allWords(packs, null, 'today')).toContain('12.4 units count as $1.74, their list price')
})

test('the header shows the day’s cap, else the month’s, else today', () => {
  const spent = { day: spend(1), month: spend(5) }
  expect(shownCap({ day: 10, month: 50, unpriced: false }, spent)).toMatchObject({ cap: 10, when: 'today' })
  expect(shownCap({ day: null, month: 50, unpriced: false }, spent)).toMatchObject({ cap: 50, when: 'this month' })
  expect(shownCap({ day: null, month: null, unpriced: false }, spent)).toMatchObject({ cap: null, when: 'today' })
})

test('an amount is read as it is written, and nothing written is no cap', () => {
  expect(['', ' ', '25', '$ 25.50', '1,250', '.5', '0'].map(readAmount)).toEqual([null, null, 25, 25.5, 1250, 0.5, 0])
  expect(['abc', '-5', '1e3', '1,2,3', '5 or so'].map(readAmount)).toEqual(Array(5).fill(Number.NaN))
})

test('lines are called by day, by the model’s name and by the board’s title', () => {
  expect(nameOf('day', '2026-11-20', undefined)).toContain('20 Nov 2026')
  expect(nameOf('model', 'runware klingai:kling-video@3-pro', undefined)).toBe('Kling VIDEO 3.0 Pro')
  expect(nameOf('model', 'runware gone:1', undefined)).toBe('gone:1')
  expect(nameOf('storyboard', '', undefined)).toBe('Without a storyboard')
  expect(nameOf('storyboard', 'abcdef12-0', new Map([['abcdef12-0', 'The Last Keeper']]))).toBe('The Last Keeper')
  const line = { key: 'a', orders: 2, estimated: 1, billed: 0.5, inFlight: 0.25, units: 2, worth: 0.28, unknown: 1 }
  expect(totalOf([line, line])).toMatchObject({
    orders: 4,
    estimated: 2,
    billed: 1,
    inFlight: 0.5,
    units: 4,
    unknown: 2,
  })
})
