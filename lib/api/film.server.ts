// A whole board as one film: what it would be made of, the order of it, and what a person thinks of a take.
import { StudioError } from '../errors'
import type { Asset } from '../media/asset'
import { type Obstacle, obstaclesOf } from '../media/join.server'
import type { Piece } from '../media/piece'
import { cutRow, sketchRow } from '../models/catalog/local/whole'
import { mediaOf } from '../models/input'
import { studio } from '../runtime.server'
import { type Cut, cutOf, sketchOf } from '../storyboard/cut'
import type { Storyboard } from '../storyboard/storyboard'
import { ratioOf } from '../storyboard/take-change'
import { statuses } from '../tasks/task'
import type { Given } from './entry'
import type { FilmFacts, filmContract } from './film'
import { reply } from './handler.server'
import { providerFor } from './place.server'
import { tasksOf } from './seam.server'

type Ask<K extends keyof typeof filmContract> = Given<(typeof filmContract)[K]>
type Size = Pick<FilmFacts, 'width' | 'height' | 'fps'>

export async function readFilm({ params }: Ask<'readFilm'>): Promise<FilmFacts> {
  const { storyboards } = await studio()
  const { cut, files } = await cutNow(await storyboards.find(params.id))
  return told(cut, files, await wayOf(cut, files))
}

export async function makeFilm({ params, body: { id, kind, slates = false } }: Ask<'makeFilm'>) {
  const house = await studio()
  const board = await house.storyboards.find(params.id)
  const before = id === undefined ? undefined : await house.tasks.find(id.toLowerCase())
  if (before) {
    if (before.storyboardId === board.id && before.kind === kind) return reply(200, before)
    throw new StudioError('conflict', 'Another order already stands under this id; use a new id for a new film.')
  }
  if (board.shots.length === 0) throw refused('shots', 'The board has no shots yet.')
  const ready = providerFor(house.providers, 'local').ready(house.env)
  if (ready !== true) throw new StudioError('not-ready', ready)
  const { pieces, size } =
    kind === 'cut' ? await cutting(board, slates) : { pieces: sketchOf(board), size: shapeOf(board) }
  await present(pieces)
  const { task, created } = await house.tasks.add({
    ...(id === undefined ? {} : { id: id.toLowerCase() }),
    kind,
    provider: 'local',
    model: (kind === 'cut' ? cutRow : sketchRow).model,
    workflow: 'text-to-video',
    input: { prompt: board.title, ...size, duration: sumOf(pieces), pieces },
    estimate: { amount: 0, currency: 'USD' },
    storyboardId: board.id,
  })
  return reply(created ? 201 : 200, task)
}

export async function markTask({ params, body: { star, remark } }: Ask<'markTask'>) {
  const { tasks } = await studio()
  const patch = {
    ...(star === undefined ? {} : { star: star || null }),
    ...(remark === undefined ? {} : { remark: remark?.trim() ? remark : null }),
  }
  return (await tasks.touch(params.id, statuses, patch)) ?? tasks.get(params.id)
}

const refused = (path: string, message: string) => new StudioError('invalid', message, [{ path, message }])
const sumOf = (pieces: readonly Piece[]) =>
  Math.round(pieces.reduce((sum, { seconds }) => sum + seconds, 0) * 1000) / 1000

type Files = ReadonlyMap<string, Asset>

async function cutNow(board: Storyboard): Promise<{ cut: Cut; files: Files }> {
  const house = await studio()
  const cut = cutOf(board, await tasksOf(house, board.id))
  return { cut, files: await house.library.findMany(cut.pieces.flatMap(({ film }) => film?.asset ?? [])) }
}

async function cutting(board: Storyboard, slates: boolean) {
  const { cut, files } = await cutNow(board)
  if (cut.missing.length > 0 && !slates)
    throw new StudioError(
      'invalid',
      `${cut.missing.length} of ${board.shots.length} shots have neither a take nor a picture; allow slates for them, or render them first.`,
      cut.missing.map((id) => ({
        path: `shots.${board.shots.findIndex((shot) => shot.id === id)}`,
        message: 'This shot has neither a take nor a picture.',
      })),
    )
  const { way } = await wayOf(cut, files)
  return { pieces: cut.pieces, size: sizeOf(cut, files, way) ?? shapeOf(board) }
}

/** Files that were removed meanwhile are told of before anything is made. */
async function present(pieces: Piece[]): Promise<void> {
  const { library } = await studio()
  const wanted = mediaOf({ pieces }).flatMap(({ path, medium }) =>
    'asset' in medium ? [{ path, id: medium.asset }] : [],
  )
  const files = await library.findMany(wanted.map(({ id }) => id))
  const gone = wanted.find(({ id }) => !files.has(id))
  if (!gone) return
  const at = Number(gone.path.split('.')[1])
  throw refused(`shots.${at}`, `A file of shot ${at + 1} is not in the library any more; choose another.`)
}

async function wayOf({ pieces }: Cut, files: Files): Promise<Pick<FilmFacts, 'way' | 'why'>> {
  const { library } = await studio()
  const drawn = pieces.filter(({ film }) => !film)
  if (drawn.length > 0) {
    const all = drawn.map(({ number }) => number)
    const why = `${shots(all)} ${all.length === 1 ? 'has' : 'have'} no footage: ${all.length === 1 ? 'it is' : 'they are'} drawn, and all is coded anew to fit.`
    return { way: 'encode', why: [why] }
  }
  const strips = await Promise.all(
    pieces.flatMap(({ film, from = 0, lasts = 0, seconds, number }) =>
      film && files.has(film.asset)
        ? [library.path(film.asset).then((path) => ({ film: path, from, lasts, seconds, number }))]
        : [],
    ),
  )
  const why = strips.length > 0 ? (await obstaclesOf(strips)).map(sentence) : []
  return { way: why.length > 0 ? 'encode' : 'copy', why }
}

const shots = (numbers: readonly number[]) =>
  numbers.length > 4
    ? `${numbers.length} shots`
    : numbers.length === 1
      ? `Shot ${numbers[0]}`
      : `Shots ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`

function sentence({ number, code, is, others }: Obstacle): string {
  switch (code) {
    case 'format':
      return `The take of shot ${number} is no MP4 that could be copied.`
    case 'codec':
      return is && is !== others
        ? `Shot ${number} is coded as ${is}, the first one as ${others}.`
        : `Shot ${number} is coded otherwise than the first one.`
    case 'size':
      return `Shot ${number} is ${is}, the first one ${others}.`
    case 'fps':
      return `Shot ${number} has ${is} frames a second, the first one ${others}.`
    case 'sound':
      return `Shot ${number} has sound, the first one has none.`
    case 'silent':
      return `Shot ${number} has no sound, the first one has.`
    case 'sound-codec':
      return `The sound of shot ${number} is coded otherwise than that of the first one.`
    case 'short':
      return `The take of shot ${number} lasts ${is} s of ${others} s; its last frame is held.`
    case 'inside':
      return `Shot ${number} begins or ends between two key frames of its film.`
  }
}

function told(
  { pieces, missing, seconds }: Cut,
  files: Files,
  { way, why }: Pick<FilmFacts, 'way' | 'why'>,
): FilmFacts {
  return {
    seconds,
    ...(sizeOf({ pieces }, files, way) ?? { width: 1280, height: 720, fps: usualFps }),
    pieces: pieces.map(({ shotId, seconds, film, from, pictures }) => {
      const [picture] = pictures ?? []
      const asset = film?.asset ?? (picture && 'asset' in picture ? picture.asset : undefined)
      return {
        shotId,
        seconds,
        of: film ? 'take' : pictures?.length ? 'picture' : 'slate',
        ...(asset === undefined ? {} : { asset }),
        ...(film && from !== undefined ? { from } : {}),
      }
    }),
    missing,
    way,
    why,
  }
}

const usualFps = 24
const multiple = (value: number, of: number) => Math.ceil(value / of) * of

/** That of most of the footage; coded anew, sides are whole multiples of what our drawing needs. */
function sizeOf({ pieces }: Pick<Cut, 'pieces'>, files: Files, way: FilmFacts['way']): Size | undefined {
  const weights = new Map<string, { size: Size; seconds: number }>()
  for (const { film, seconds } of pieces) {
    const { width, height, fps = usualFps } = (film && files.get(film.asset)) ?? {}
    if (!width || !height) continue
    const key = `${width} ${height} ${fps}`
    weights.set(key, { size: { width, height, fps }, seconds: (weights.get(key)?.seconds ?? 0) + seconds })
  }
  const [most] = [...weights.values()].sort((a, b) => b.seconds - a.seconds)
  if (!most || way === 'copy') return most?.size
  return { ...most.size, width: multiple(most.size.width, 8), height: multiple(most.size.height, 2) }
}

/** 720 lines of the board's shape. */
function shapeOf({ settings }: Storyboard): Size {
  const ratio = ratioOf(settings?.aspectRatio) ?? 16 / 9
  const [width, height] = ratio >= 1 ? [720 * ratio, 720] : [720, 720 / ratio]
  return { width: multiple(Math.round(width), 8), height: multiple(Math.round(height), 2), fps: usualFps }
}
