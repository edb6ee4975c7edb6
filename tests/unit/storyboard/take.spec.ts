import { expect, test } from '@playwright/test'
import type { Asset } from '../../../lib/media/asset'
import { cutOf, samePieces, sketchOf } from '../../../lib/storyboard/cut'
import type { Board, BoardShot } from '../../../lib/storyboard/storyboard'
import { partOf, type Take } from '../../../lib/storyboard/take'
import { changedSince, changesSince, staleShots, standOf } from '../../../lib/storyboard/take-change'
import { difference } from '../../../lib/storyboard/take-diff'
import { keepTake } from '../../../lib/storyboard/wish'

const shot = (id: string, more: Partial<BoardShot> = {}): BoardShot => ({
  id,
  prompt: `Shot ${id}`,
  duration: 3,
  ...more,
})
const film = (id: string) => ({ id, kind: 'video', duration: 9 }) as Asset
const take = (id: string, shots: readonly BoardShot[], more: Partial<Take['input']> = {}): Take => ({
  id,
  status: 'done',
  outputs: [film(`film ${id}`)],
  shotIds: shots.map((one) => one.id),
  input: {
    ...(shots.length > 1
      ? { shots: shots.map(({ prompt, duration }) => ({ prompt, duration })) }
      : { prompt: shots[0]?.prompt ?? '' }),
    duration: shots.reduce((sum, { duration }) => sum + duration, 0),
    ...more,
  },
})
const shots = [shot('a', { duration: 2 }), shot('b', { duration: 4 }), shot('c')]
const board: Board = { shots }
const block = take('block', shots)

test('a fused take is split at the lengths that were ordered, whatever the board says by now', () => {
  expect(shots.map(({ id }) => partOf(block, id, board))).toEqual([
    { from: 0, seconds: 2 },
    { from: 2, seconds: 4 },
    { from: 6, seconds: 3 },
  ])
  const longer: Board = { shots: [shot('a', { duration: 7 }), ...shots.slice(1)] }
  expect(partOf(block, 'b', longer)).toEqual({ from: 2, seconds: 4 })
  expect(partOf(block, 'nobody', board)).toBeUndefined()
})

test('where the model cut by itself, the board’s lengths split the film in proportion', () => {
  const { shots: _, ...input } = block.input
  const auto = { ...block, input: { ...input, prompt: 'All in one', duration: 18 } }
  expect(partOf(auto, 'b', board)).toEqual({ from: 4, seconds: 8 })
})

test('the film takes the new take for a shot, and the parts of the old one for its neighbours', () => {
  const again = take('again', [shots[1] as BoardShot])
  const { pieces, missing, seconds } = cutOf(board, [again, block])
  expect(pieces.map(({ film, from, lasts }) => [film?.asset, from, lasts])).toEqual([
    ['film block', 0, 2],
    ['film again', 0, 4],
    ['film block', 6, 3],
  ])
  expect([missing, seconds]).toEqual([[], 9])
  // Choosing is approval: the chosen one stands, though a newer one is there.
  const chosen: Board = { ...board, wishes: { chosen: { b: 'block' } } }
  expect(cutOf(chosen, [again, block]).pieces[1]).toMatchObject({ film: { asset: 'film block' }, from: 2 })
  expect(samePieces(pieces, cutOf(board, [again, block]).pieces)).toBe(true)
  expect(samePieces(pieces, cutOf(chosen, [again, block]).pieces)).toBe(false)
})

test('a picture of one’s own stands before every take; what has neither is missing', () => {
  const own: Board = { shots: [shot('a', { picture: { asset: 'mine' }, duration: 2 }), ...shots.slice(1), shot('d')] }
  const { pieces, missing } = cutOf(own, [block])
  expect(pieces[0]).toEqual({ shotId: 'a', seconds: 2, number: 1, pictures: [{ asset: 'mine' }] })
  expect(pieces[3]).toMatchObject({ words: 'Shot d' })
  expect(missing).toEqual(['d'])
  expect(sketchOf(own).map(({ pictures }) => pictures?.length)).toEqual([1, 0, 0, 0])
  const edited: Board = {
    shots: [shot('a', { picture: { asset: 'mine' }, prompt: 'Other', duration: 2 }), ...shots.slice(1)],
  }
  expect(staleShots(edited, [block], {})).toEqual([])
})

test('a take is out of date for words, seconds, pictures, references, elements and shape, with what was and what is', () => {
  const only = (change: Partial<BoardShot>, settings?: Board['settings']) => {
    const [a, b, c] = [shot('a', { duration: 2 }), shot('b', { duration: 4, ...change }), shot('c')]
    const now: Board = { shots: [a, b, c], ...(settings ? { settings } : {}) }
    return changesSince(block, b, now)
  }
  expect(only({})).toEqual([])
  expect(only({ prompt: 'Otherwise' })).toEqual([{ about: 'words', before: 'Shot b', after: 'Otherwise' }])
  expect(only({ duration: 5 })).toEqual([{ about: 'seconds', before: 4, after: 5 }])
  expect(only({ referenceImages: [{ asset: 'r' }] })).toEqual([
    { about: 'references', before: [], after: [{ asset: 'r' }] },
  ])
  expect(only({ firstFrame: { asset: 'f' } })).toEqual([
    { about: 'seam', said: 'another first picture', before: [], after: [{ asset: 'f' }] },
  ])
  expect(only({ elements: ['keeper'] })).toEqual([{ about: 'elements', before: [], after: ['keeper'], redrawn: [] }])
  const square = { ...block, input: { ...block.input, width: 720, height: 720 } }
  const wide: Board = { shots, settings: { aspectRatio: '16:9' } }
  expect(changesSince(square, shots[1] as BoardShot, wide)).toEqual([
    { about: 'shape', before: '720×720', after: '16:9' },
  ])
  expect(changedSince(square, shots[1] as BoardShot, { shots, settings: { aspectRatio: '1:1' } })).toBeUndefined()
  const used = { ...block, input: { ...block.input, elements: [{ id: 'keeper', description: 'Old' }] } }
  const cast = (id: string) => ({ id, description: 'New' })
  const named = shot('b', { duration: 4, elements: ['keeper'] })
  const told: Board = { shots: [shots[0] as BoardShot, named, shots[2] as BoardShot] }
  expect(changesSince(used, named, told, { cast })).toEqual([
    { about: 'elements', before: ['keeper'], after: ['keeper'], redrawn: ['keeper'] },
  ])
})

test('seconds that the person ordered instead are no change, nor are the authored ones', () => {
  const five = take('five', [shot('a', { duration: 5 })])
  const wished: Board = { shots: [shot('a', { duration: 2 })], wishes: { lengths: { a: 5 } } }
  expect(changesSince(five, shot('a', { duration: 2 }), wished)).toEqual([])
  const exact = take('exact', [shot('a', { duration: 2 })])
  expect(changesSince(exact, shot('a', { duration: 2 }), wished)).toEqual([])
})

test('a reference that nobody brings any more makes its film out of date, but not when it went with a shot that has a take of its own', () => {
  const made = take('made', shots, { referenceImages: [{ asset: 'r' }] })
  expect(staleShots(board, [made], {})).toEqual(['a', 'b', 'c'])
  const again = take('again', [shots[1] as BoardShot])
  expect(staleShots(board, [again, made], {})).toEqual([])
})

test('a take that is kept as it is stays so until the shot says something else again', () => {
  const edited = (prompt: string): BoardShot[] => shots.map((one) => (one.id === 'b' ? { ...one, prompt } : one))
  const now: Board = { shots: edited('Otherwise') }
  expect(staleShots(now, [block], {})).toEqual(['b'])
  const kept = keepTake(now, 'b', block.id, standOf(edited('Otherwise')[1] as BoardShot, now))
  expect(staleShots(kept, [block], {})).toEqual([])
  expect(staleShots({ ...kept, shots: edited('Again otherwise') }, [block], {})).toEqual(['b'])
  const other = take('other', [shots[1] as BoardShot])
  expect(staleShots(kept, [other, block], {})).toEqual(['b'])
})

test('two texts are told apart word by word, and nothing of either is lost', () => {
  expect(difference('The lens turns once, slowly.', 'The lens turns twice, slowly.')).toEqual([
    { kind: 'same', text: 'The lens turns ' },
    { kind: 'out', text: 'once, ' },
    { kind: 'in', text: 'twice, ' },
    { kind: 'same', text: 'slowly.' },
  ])
  expect(difference('灯亮着', '灯灭了').filter(({ kind }) => kind === 'same')).toEqual([{ kind: 'same', text: '灯' }])
  for (const [before, after] of [
    ['a b c d', 'd c b a'],
    ['', 'new words'],
    ['old words', ''],
    ['the same', 'the same'],
  ] as const) {
    const bits = difference(before, after)
    const text = (...kinds: string[]) =>
      bits
        .filter(({ kind }) => kinds.includes(kind))
        .map((bit) => bit.text.trim())
        .join(' ')
    const plain = (words: string) => words.replace(/\s+/g, ' ').trim()
    expect(plain(text('same', 'out'))).toBe(before)
    expect(plain(text('same', 'in'))).toBe(after)
  }
})

test('another look leaves an animatic as it is, and a take of a model out of date', () => {
  const looked: Board = { shots, look: 'Fog and silver water.' }
  const words = (made: Take & { provider?: string }) =>
    shots.map((one) => changesSince(made, one, looked).filter(({ about }) => about === 'words').length)
  expect(words({ ...block, provider: 'local' })).toEqual([0, 0, 0])
  expect(words({ ...block, provider: 'kling' })).toEqual([1, 1, 1])
})
