import { expect, test } from '@playwright/test'
import { strToU8, zipSync } from 'fflate'
import type { StudioError } from '../../../lib/errors'
import { type BoardPaper, filesOf, hashOf, packBoard, readBoard, settled } from '../../../lib/storyboard/file'
import type { NewBoard } from '../../../lib/storyboard/storyboard'

const board: NewBoard = {
  title: 'The Last Keeper',
  look: 'Grain.',
  settings: { provider: 'local', model: 'animatic', aspectRatio: '9:16', sound: true },
  shots: [
    { id: 'a', prompt: 'Dawn — “slate” 海 @keeper', duration: 4, firstFrame: { asset: 'one' }, elements: ['keeper'] },
    { id: 'b', prompt: '', duration: 2.5, referenceImages: [{ asset: 'one' }, { url: 'https://example.com/a.png' }] },
  ],
  wishes: { breaks: { b: 'split' }, locks: [['a']], lengths: { b: 3 } },
}
const elements = [{ name: 'keeper', frontalImage: { asset: 'two' } }]
const bytes = { one: strToU8('first picture'), two: strToU8('second picture') }

async function packed(change: Partial<Omit<BoardPaper, 'format' | 'version'>> = {}, without?: string) {
  const files: BoardPaper['files'] = {}
  for (const [id, content] of Object.entries(bytes))
    files[id] = { path: `files/${id}.jpg`, name: `${id}.jpg`, mime: 'image/jpeg', sha256: await hashOf(content) }
  const parts = Object.entries(bytes).filter(([id]) => id !== without)
  return packBoard(
    { board, elements, files, ...change },
    new Map(parts.map(([id, content]) => [`files/${id}.jpg`, content])),
  )
}

const refusal = async (file: Uint8Array, name = 'film.zip') =>
  readBoard(file, name).then(
    () => 'taken',
    (error: StudioError) => `${error.code}: ${error.message}`,
  )

test('a board and its pictures come out of one file as they went in, each picture once', async () => {
  expect(filesOf({ board, elements })).toEqual(['one', 'two'])
  const { paper, bytes: found } = await readBoard(await packed(), 'film.zip')
  expect(paper.board).toEqual(board)
  expect(paper.elements).toEqual(elements)
  expect(found).toEqual(new Map(Object.entries(bytes)))
  const here = settled(
    paper,
    new Map([
      ['one', 'ours'],
      ['two', 'other'],
    ]),
  )
  expect(here.board.shots[0]?.firstFrame).toEqual({ asset: 'ours' })
  expect(here.board.shots[1]?.referenceImages).toEqual([{ asset: 'ours' }, { url: 'https://example.com/a.png' }])
  expect(here.elements[0]?.frontalImage).toEqual({ asset: 'other' })
})

test('what is no board, or a broken one, is refused by its name', async () => {
  expect(await refusal(strToU8('a text'))).toBe('broken: film.zip cannot be unpacked; it is no .zip, or it is broken.')
  expect(await refusal((await packed()).slice(0, 400))).toContain('broken: film.zip cannot be unpacked')
  expect(await refusal(zipSync({ 'letter.txt': strToU8('hello') }))).toContain('invalid: film.zip holds no board.json')
  expect(await refusal(zipSync({ 'board.json': strToU8('{') }))).toContain('its board.json is no JSON')
  expect(await refusal(zipSync({ 'board.json': strToU8('{"format":"other"}') }))).toContain('is not a board')
  expect(await refusal(zipSync({ 'board.json': strToU8('{"format":"reelboard.board","version":9}') }))).toContain(
    'saved by a later studio (format 9)',
  )
})

test('a picture that is missing or is another one is named', async () => {
  expect(await refusal(await packed({}, 'two'))).toBe('broken: film.zip is broken: the file two.jpg is missing in it.')
  const files = {
    one: { path: 'files/one.jpg', name: 'one.jpg', mime: 'image/jpeg', sha256: await hashOf(strToU8('another')) },
  }
  expect(await refusal(await packed({ files, elements: [] }))).toContain('one.jpg is not the file that was packed')
})

test('a field that does not fit is named by its path', async () => {
  const wrong = { ...board, shots: [{ ...board.shots[0], prompt: 'x', duration: -1 }] }
  expect(await refusal(await packed({ board: wrong as NewBoard }))).toMatch(
    /^invalid: film\.zip: board\.shots\.0\.duration: /,
  )
})
