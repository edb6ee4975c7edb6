import { expect, test } from '@playwright/test'
import { blockSeconds } from '../../../lib/storyboard/block'
import { moveBorder, setShot, splitShot } from '../../../lib/storyboard/edits'
import { begin, edited, redone, undone } from '../../../lib/storyboard/history'
import type { Board, BoardShot } from '../../../lib/storyboard/storyboard'
import { partOf } from '../../../lib/storyboard/take'
import { changedSince } from '../../../lib/storyboard/take-change'
import { authoredLength, choose, lock, retarget, unlock, wishBreak, wishLengths } from '../../../lib/storyboard/wish'

const shot = (id: string, more: Partial<BoardShot> = {}): BoardShot => ({ id, prompt: id, duration: 4, ...more })
const board: Board = { shots: ['a', 'b', 'c'].map((id) => shot(id)) }

test('undo gives back every state that was left, and redo what was undone, until something new is done', () => {
  let now = begin(0)
  for (let step = 1; step <= 500; step++) now = edited(now, step)
  for (let step = 499; step >= 0; step--) {
    now = undone(now)
    expect(now.now).toBe(step)
  }
  expect(undone(now).now).toBe(0)
  now = redone(redone(now))
  expect(now.now).toBe(2)
  now = edited(now, -1)
  expect(redone(now).now).toBe(-1)
  expect(undone(now).now).toBe(2)
})

test('letters typed in one go are one step; after a pause or elsewhere another begins', () => {
  let now = edited(begin(''), 'a', 'words', 0)
  now = edited(now, 'ab', 'words', 900)
  expect(undone(now).now).toBe('')
  const later = edited(now, 'abc', 'words', 2500)
  expect(undone(later).now).toBe('ab')
  const elsewhere = edited(now, 'ab!', 'camera', 1000)
  expect(undone(elsewhere).now).toBe('ab')
})

test('a field of a shot can be taken away again', () => {
  const wide = setShot(board, 'b', { framing: 'wide' })
  expect(wide.shots[1]).toEqual(shot('b', { framing: 'wide' }))
  expect(Object.keys(setShot(wide, 'b', { framing: undefined }).shots[1] ?? {})).toEqual(['id', 'prompt', 'duration'])
})

test('a new lock takes the place of the locks that it overlaps', () => {
  const two = lock(lock(board, ['a']), ['b', 'c'])
  expect(two.wishes?.locks).toEqual([['a'], ['b', 'c']])
  expect(lock(two, ['a', 'b']).wishes?.locks).toEqual([['a', 'b']])
  expect(unlock(two, ['b', 'c']).wishes?.locks).toEqual([['a']])
  expect(wishBreak(wishBreak(board, 'b', 'split'), 'b', undefined).wishes?.breaks).toEqual({})
})

test('another model lets go of lengths that were chosen for the one before, and authored seconds never move', () => {
  const timed = wishLengths(board, { a: 5, b: 10 })
  expect(authoredLength(timed, 'a').wishes?.lengths).toEqual({ b: 10 })
  const turned = retarget(timed, { provider: 'local', model: 'animatic' }, { c: 3 })
  expect(turned.wishes?.lengths).toEqual({ c: 3 })
  expect(turned.shots).toBe(board.shots)
})

test('seconds that are ordered instead of others hold only for those, and only for the shot alone', () => {
  const timed = wishLengths({ shots: [shot('a', { duration: 9 }), shot('b', { dialogue: 'Out.' })] }, { a: 10, b: 5 })
  const lengths = ({ wishes }: Board) => wishes?.lengths
  expect(lengths(setShot(timed, 'a', { prompt: 'other' }))).toEqual({ a: 10, b: 5 })
  expect(lengths(setShot(timed, 'a', { duration: 8 }))).toEqual({ b: 5 })
  expect(lengths(moveBorder(timed, 'a', 1))).toEqual({})
  const split = splitShot(timed, 'b', 0, 'c')
  expect(lengths(split)).toEqual({ a: 10 })
  expect(split.shots.map(({ id, duration, dialogue }) => [id, duration, dialogue])).toEqual([
    ['a', 9, undefined],
    ['b', 2, 'Out.'],
    ['c', 2, undefined],
  ])
  expect(splitShot({ shots: [shot('a', { duration: 2.5 })] }, 'a', 0, 'b').shots.map((one) => one.duration)).toEqual([
    1, 1.5,
  ])
  const [a, b] = timed.shots
  expect(a && blockSeconds(timed, [a])).toBe(10)
  expect(a && b && blockSeconds(timed, [a, b])).toBe(13)
})

test('a take says which part of it is the shot, and what the shot says otherwise since', () => {
  const told = { ...board, look: 'Grain.' }
  const made = {
    shotIds: ['a', 'b'],
    input: {
      shots: [
        { prompt: 'Grain. a', duration: 4 },
        { prompt: 'Grain. b', duration: 3 },
      ],
    },
  }
  expect(partOf(made, 'b')).toEqual({ from: 4, seconds: 3 })
  expect(partOf(made, 'c')).toBeUndefined()
  expect(changedSince(made, shot('a'), told)).toBeUndefined()
  expect(changedSince(made, shot('b'), told)).toBe('3 s then')
  expect(changedSince(made, shot('a', { prompt: 'another' }), told)).toBe('other words')
  expect(changedSince(made, shot('a'), { ...told, look: 'Fog.' })).toBe('other words')
  const picture = { asset: 'still' }
  expect(changedSince(made, shot('a', { firstFrame: picture }), told)).toBe('another first picture')
  expect(choose(told, 'a', 'task').wishes?.chosen).toEqual({ a: 'task' })
})
