import { expect, test } from '@playwright/test'
import {
  duplicateShots,
  lengthenShots,
  moveBorder,
  moveShots,
  placeShots,
  setShots,
} from '../../../lib/storyboard/edits'
import type { Board, BoardShot } from '../../../lib/storyboard/storyboard'

const shot = (id: string, more: Partial<BoardShot> = {}): BoardShot => ({ id, prompt: id, duration: 4, ...more })
const board: Board = { shots: [...'abcde'].map((id) => shot(id)) }
const order = ({ shots }: Board) => shots.map(({ id }) => id).join('')

test('many shots move together and stop at the ends', () => {
  expect(order(moveShots(board, ['b', 'd'], -1))).toBe('badce')
  expect(order(moveShots(board, ['a', 'b'], 1))).toBe('cabde')
  expect(moveShots(board, ['a', 'b'], -1)).toBe(board)
  expect(order(moveShots(board, ['a', 'c'], -1))).toBe('acbde')
})

test('shots are put to the place of another, whichever way they come', () => {
  expect(order(placeShots(board, ['a', 'b'], 'd'))).toBe('cdabe')
  expect(order(placeShots(board, ['d', 'e'], 'b'))).toBe('adebc')
  expect(placeShots(board, ['a', 'b'], 'b')).toBe(board)
})

test('copies follow the last original in order, under ids of their own', () => {
  expect(order(duplicateShots(board, ['b', 'd'], ['x', 'y']))).toBe('abcdxye')
})

test('a pinned shot keeps what it has when many are changed, and its time', () => {
  const pinned: Board = { shots: [shot('a'), shot('b', { pinned: true }), shot('c')] }
  expect(setShots(pinned, ['a', 'b', 'c'], { duration: 6 }).shots.map(({ duration }) => duration)).toEqual([6, 4, 6])
  expect(lengthenShots(pinned, ['a', 'b'], -3).shots.map(({ duration }) => duration)).toEqual([1, 4, 4])
  expect(lengthenShots(pinned, ['b'], 1).shots[1]?.duration).toBe(5)
  expect(lengthenShots(pinned, ['a'], -4)).toBe(pinned)
  expect(moveBorder(pinned, 'a', 1)).toBe(pinned)
  expect(moveBorder(pinned, 'b', 1)).toBe(pinned)
})
