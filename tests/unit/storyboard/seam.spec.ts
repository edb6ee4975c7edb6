import { expect, test } from '@playwright/test'
import { differences, measure } from '../../../components/storyboard/seam/compare'
import { comparing } from '../../../components/storyboard/seam/plan'
import type { Asset } from '../../../lib/media/asset'
import { rowOf } from '../../../lib/models/catalog'
import type { Row } from '../../../lib/models/row'
import { plan } from '../../../lib/storyboard/plan'
import type { Board, BoardShot } from '../../../lib/storyboard/storyboard'
import { type Film, tailsOf } from '../../../lib/storyboard/tail'
import { changedSince } from '../../../lib/storyboard/take-change'
import { choose, lock, meet, share, startAt, wishBreak } from '../../../lib/storyboard/wish'

const pro = rowOf('runware', 'klingai:kling-video@3-pro') as Row
const shot = (id: string, more: Partial<BoardShot> = {}): BoardShot => ({
  id,
  prompt: `Shot ${id}`,
  duration: 5,
  ...more,
})
const plain: Board = { shots: ['a', 'b', 'c'].map((id) => shot(id)) }
const shared = { url: 'https://example.com/shared.png' }
const asset = (id: string, width = 1920, height = 1080): Asset => ({
  ...{ id, mime: 'video/mp4', bytes: 1, name: id, width, height, duration: 5, fps: 24 },
  ...{ kind: 'video', sha256: id, url: `/api/media/${id}`, createdAt: '' },
})
const film = (id: string, shotIds: string[], more: Partial<Film> = {}): Film => ({
  id,
  kind: 'order',
  status: 'done',
  shotIds,
  input: { shots: shotIds.map((one) => ({ prompt: `Shot ${one}`, duration: 5 })), duration: shotIds.length * 5 },
  outputs: [asset(`film ${id}`)],
  ...more,
})
const around = (board: Board, films: Film[]) => ({
  cast: () => undefined,
  file: () => undefined,
  tails: tailsOf(board, films),
})
const runs = (board: Board) => plan(board, pro).blocks.map(({ shotIds }) => shotIds.join(''))

test('a seam that is no cut begins a block; joined again it is gone, and a locked block lets it rest', () => {
  expect(runs(plain)).toEqual(['abc'])
  const continued = meet(plain, 'b', 'continue')
  expect(runs(continued)).toEqual(['a', 'bc'])
  expect(runs(wishBreak(continued, 'b', 'join'))).toEqual(['abc'])
  const locked = plan(lock(continued, ['a', 'b']), pro).blocks
  expect(locked[0]?.shotIds).toEqual(['a', 'b'])
  expect(locked[0]?.why.join(' ')).toContain('rests while it is locked')
  expect(meet(wishBreak(plain, 'b', 'join'), 'b', 'continue').wishes?.breaks).toEqual({})
})

test('the document keeps a shared picture once, and both orders carry it', () => {
  const board = share(meet({ shots: [shot('a', { firstFrame: shared }), shot('b')] }, 'b', 'keyframe'), 'b', shared)
  expect(JSON.stringify(board).split('shared.png')).toHaveLength(3)
  const { blocks, issues } = plan(board, pro)
  expect(issues).toEqual([])
  expect(blocks[0]?.input.lastFrame).toEqual(shared)
  expect(blocks[1]?.input.firstFrame).toEqual(shared)
  const own = plan({ ...board, shots: [board.shots[0] ?? shot('a'), shot('b', { firstFrame: shared })] }, pro)
  expect(own.issues[0]).toMatchObject({ shotId: 'b', seams: [{ label: 'Cut here', seam: 'cut' }] })
})

test('it continues the chosen take, else the newest, also one that is on its way', () => {
  const board = meet(plain, 'b', 'continue')
  const films = [film('t2', ['a']), film('t1', ['a'])]
  expect(tailsOf(board, films).get('b')).toMatchObject({ task: 't2', made: true, takes: ['t1', 't2'] })
  expect(tailsOf(choose(board, 'a', 't1'), films).get('b')).toMatchObject({ task: 't1' })
  const coming = [film('t3', ['a'], { status: 'running', outputs: [] }), ...films]
  expect(tailsOf(board, coming).get('b')).toMatchObject({ task: 't3', made: false })
  expect(tailsOf(choose(board, 'a', 't1'), coming).get('b')).toMatchObject({ task: 't1', made: true })
  expect(plan(board, pro, around(board, coming)).blocks[1]).toMatchObject({ waitsFor: 'A', continues: { task: 't3' } })
  expect(plan(board, pro, around(board, films)).blocks[1]?.waitsFor).toBeUndefined()
})

test('in a film that goes on, the shot ends where it was split; a picked frame counts for its own take only', () => {
  const board = meet(plain, 'c', 'continue')
  const whole = film('t1', ['a', 'b', 'c'])
  expect(tailsOf(board, [whole]).get('c')?.at).toBeCloseTo(9.999, 4)
  const picked = startAt(board, 'c', { task: 't1', at: 8.5 })
  expect(tailsOf(picked, [whole]).get('c')).toMatchObject({ at: 8.5 })
  const other = tailsOf(picked, [film('t2', ['a', 'b']), whole]).get('c')
  expect(other).toMatchObject({ task: 't2', astray: true })
  expect(other?.at).toBeUndefined()
})

test('a film too small to be continued is refused with its measure before anything is ordered', () => {
  const board = meet(plain, 'b', 'continue')
  const small = film('t1', ['a'], { outputs: [asset('small', 320, 180)] })
  const [issue] = plan(board, pro, around(board, [small])).issues
  expect(issue).toMatchObject({ shotId: 'b', path: 'firstFrame', seams: [{ label: 'Cut here' }] })
  expect(issue?.message).toContain('320×180')
})

test('a take is out of date when what it continues was chosen anew, and says which', () => {
  const board = meet(plain, 'b', 'continue')
  const films = [film('t2', ['a']), film('t1', ['a'])]
  const made = {
    input: { prompt: 'Shot b', duration: 5, firstFrame: { asset: 'frame' } },
    shotIds: ['b'],
    after: { task: 't1' },
  }
  const said = (now: Board) => changedSince(made, shot('b'), now, { tail: tailsOf(now, films).get('b') })
  expect(said(board)).toBe('take 1 before it then, take 2 now')
  expect(said(choose(board, 'a', 't1'))).toBeUndefined()
  expect(said(startAt(choose(board, 'a', 't1'), 'b', { task: 't1', at: 2 }))).toBe('another frame to start from')
  expect(said(plain)).toBe('a cut before it now')
})

test('strong differences of two pictures are told by their pixels, and small ones are not', () => {
  const flat = (r: number, g: number, b: number, width = 160, height = 90) =>
    measure(
      Array.from({ length: 400 }, (_, at) => [r, g, b, 255][at % 4] ?? 0),
      width,
      height,
    )
  expect(differences(flat(90, 90, 90), flat(100, 98, 95))).toEqual([])
  expect(differences(flat(60, 60, 60), flat(160, 160, 160))).toEqual(['Brightness: 39\u202f% brighter after.'])
  expect(differences(flat(120, 100, 60), flat(70, 100, 150))[0]).toMatch(/^Colour: cooler after/)
  expect(differences(flat(90, 90, 90), flat(90, 90, 90, 90, 160))).toEqual(['Shape: 1.78:1 before, 0.56:1 after.'])
})

test('before there is a film, a seam is compared by the picture that a shot will end on, or says that there is nothing yet', () => {
  const picture = { url: 'https://example.com/a.png' }
  const side = (number: string, more: object = {}, hasFilm = false) => ({
    shot: { id: number, prompt: 'x', duration: 4, ...more },
    number,
    hasFilm,
  })
  const right = side('02', {}, true)
  expect(comparing(side('01', {}, true), right)).toEqual([])
  expect(comparing(side('01', { lastFrame: picture, firstFrame: picture }), right)).toEqual([
    'Shot 01 has no film yet: its last picture is compared.',
  ])
  expect(comparing(side('01', { picture }), right)[0]).toContain('the picture that stands for it is compared')
  expect(comparing(side('01', { firstFrame: picture }), right)[0]).toContain('on which it may not end')
  const bare = comparing(side('01'), side('02'))
  expect(bare[0]).toContain('nothing to compare yet: shot 01 and shot 02 have neither')
  expect(bare[1]).toContain('give it a last picture')
  expect(comparing(side('01', {}, true), side('02'))).toEqual([
    'There is nothing to compare yet: shot 02 has neither a film nor a picture.',
  ])
})
