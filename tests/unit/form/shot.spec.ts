import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { add, addition, fit, lawful, nearestLength, part, shift, total } from '../../../components/form/shot'

const limits = { max: 6, words: { min: 1, max: 512 }, seconds: { min: 1, max: 15, step: 1 } }
const range = { min: 3, max: 15, step: 1 }
const shots = (...seconds: number[]) => seconds.map((duration, at) => ({ prompt: `shot ${at + 1}`, duration }))
const seconds = (list: readonly { duration: number }[]) => list.map(({ duration }) => duration)

test('a border moves time from one neighbour to the other and stops where either may not go', () => {
  expect(seconds(shift(shots(4, 4, 4), 0, 2, limits.seconds))).toEqual([6, 2, 4])
  expect(seconds(shift(shots(4, 4, 4), 0, 9, limits.seconds))).toEqual([7, 1, 4])
  expect(seconds(shift(shots(4, 4, 4), 1, -9, limits.seconds))).toEqual([4, 1, 7])
  expect(seconds(shift(shots(4, 4), 1, 2, limits.seconds))).toEqual([4, 4])
})

test('however a border is moved, the film keeps its length and every shot stays lawful', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 15 }), { minLength: 2, maxLength: 6 }),
      fc.nat(5),
      fc.double({ min: -30, max: 30, noNaN: true }),
      (lengths, at, by) => {
        const before = shots(...lengths)
        const after = shift(before, at, by, limits.seconds)
        expect(total(after)).toBe(total(before))
        for (const { duration } of after) expect(duration).toBeGreaterThanOrEqual(1)
        for (const { duration } of after) expect(duration).toBeLessThanOrEqual(15)
      },
    ),
  )
})

test('one more shot says where its seconds come from', () => {
  expect(addition(shots(4, 3), limits, range)).toEqual({ seconds: 3, words: 'adds 3 s' })
  expect(addition(shots(4, 4, 5), limits, range)).toEqual({ seconds: 2, words: 'adds 2 s' })
  expect(addition(shots(4, 4, 4, 3), limits, range)).toEqual({
    seconds: 1,
    from: 0,
    words: 'takes 1 s from the longest',
  })
  expect(addition(shots(1, 1, 1, 1, 1, 1), limits, range)).toEqual({ why: '6 shots are the most' })
  expect(addition(shots(1, 1, 1), limits, { min: 3, max: 3, step: 1 })).toEqual({ why: 'no shot has a second to give' })
})

test('a film of listed lengths keeps its length when a shot is added', () => {
  const listed = { values: [5, 10] }
  const more = add(shots(3, 2), limits, listed)
  expect(total(more)).toBe(5)
  expect(seconds(more)).toEqual([2, 2, 1])
})

test('fitting takes from the longest and gives to the shortest, or says that it cannot be done', () => {
  expect(seconds(fit(shots(9, 5, 3), 15, limits.seconds) ?? [])).toEqual([7, 5, 3])
  expect(seconds(fit(shots(1, 1), 3, limits.seconds) ?? [])).toEqual([2, 1])
  expect(fit(shots(1, 1, 1), 2, limits.seconds)).toBeUndefined()
})

test('a length is lawful, or the nearest lawful one is known', () => {
  expect(lawful(7, range)).toBe(true)
  expect(lawful(7, { values: [5, 10] })).toBe(false)
  expect(nearestLength(17, range)).toBe(15)
  expect(nearestLength(7, { values: [5, 10] })).toBe(5)
})

test('a shot is split at the end of a sentence, and nothing of it is lost', () => {
  const [before] = shots(5)
  const long = { ...before, prompt: 'One thing is seen. Then another.', duration: 5 }
  expect(part([long], 0, limits)).toEqual([
    { prompt: 'One thing is seen.', duration: 2 },
    { prompt: 'Then another.', duration: 3 },
  ])
  expect(part(shots(5), 0, limits)).toBeUndefined()
  expect(part([{ ...long, duration: 1 }], 0, limits)).toBeUndefined()
})
