// Looking into a film: its faces, and a session in which subjects are chosen by clicking; and at masks.
import { pixelsIn, pngOf } from './png'
import { type Bag, bag, bags, number, text } from './shape'

type Session = { points: Map<number, { x: number; y: number }[]> }
type Said = { data: unknown } | { refused: string }

const edits = '/v1/videos/multi-elements'
const size = { width: 640, height: 360 }
const film = { fps: 30, frames: 150 }

/** Which selection path of the page this is. */
export const selectionOf = (path: string) =>
  /^(init|add|delete|clear|preview)-selection$/.exec(
    path.startsWith(`${edits}/`) ? path.slice(edits.length + 1) : '',
  )?.[1]

export class Looks {
  readonly sessions = new Map<string, Session>()

  /** @param next a fresh id, @param url an address of a file of that name. */
  select(path: string, body: Bag, next: () => string, url: (name: string, as: string) => string): Said | undefined {
    const act = selectionOf(path)
    if (!act) return
    if (act === 'init') {
      if ((body.video_id === undefined) === (body.video_url === undefined))
        return { refused: 'exactly one of video_id and video_url is needed' }
      const id = next()
      this.sessions.set(id, { points: new Map() })
      return {
        data: {
          status: 0,
          session_id: id,
          fps: film.fps,
          original_duration: (film.frames / film.fps) * 1000,
          ...size,
          total_frame: film.frames,
          normalized_video: url(`n${id}`, 'mp4'),
        },
      }
    }
    const id = text(body.session_id) ?? ''
    const session = this.sessions.get(id)
    if (!session) return { refused: `session_id ${id} not found` }
    if (act === 'clear') {
      session.points.clear()
      return { data: { status: 0, session_id: id } }
    }
    if (act === 'preview')
      return {
        data: { status: 0, session_id: id, res: { video: url(`p${id}`, 'mp4'), video_cover: url(`p${id}`, 'png') } },
      }
    return this.#point(session, id, act === 'add', body)
  }

  #point(session: Session, id: string, adds: boolean, body: Bag): Said {
    const frame = number(body.frame_index)
    const given = bags(body.points).map(({ x, y }) => ({ x: number(x), y: number(y) }))
    const outside = given.some(({ x, y }) => !(x >= 0 && x <= 1 && y >= 0 && y <= 1))
    if (!Number.isInteger(frame) || frame < 0 || frame >= film.frames) return { refused: 'frame_index is not valid' }
    if (given.length === 0 || outside) return { refused: 'points must lie between 0 and 1' }
    const own = session.points.get(frame) ?? []
    const held = (one: { x: number; y: number }) => own.findIndex(({ x, y }) => x === one.x && y === one.y)
    if (!adds && given.some((one) => held(one) < 0)) return { refused: 'points do not match any selected points' }
    const after = adds ? [...own, ...given] : own.filter((one) => !given.some(({ x, y }) => x === one.x && y === one.y))
    if (after.length > 10) return { refused: 'points takes at most 10 in a frame' }
    session.points.set(frame, after)
    if ([...session.points.values()].filter((list) => list.length > 0).length > 10)
      return { refused: 'at most 10 frames can be marked' }
    return { data: { status: 0, session_id: id, res: { frame_index: frame, rle_mask_list: masks(after) } } }
  }
}

/** One subject: a disc around every point. */
function masks(points: readonly { x: number; y: number }[]) {
  if (points.length === 0) return []
  const { width, height } = size
  const near = (x: number, y: number) => points.some((one) => Math.hypot(x - one.x * width, y - one.y * height) < 60)
  const base64 = pngOf(width, height, (x, y) => (near(x, y) ? 255 : 0)).toString('base64')
  return [
    {
      object_id: 0,
      rle_mask: { size: [height, width], counts: '' },
      png_mask: { size: [height, width], base64 },
    },
  ]
}

/** Two faces, of which the second comes later. Milliseconds. */
export const facesOf = (id: string, url: (name: string, as: string) => string) => ({
  session_id: id,
  face_data: [
    { face_id: '0', face_image: url(`f${id}`, 'png'), start_time: 0, end_time: 4000 },
    { face_id: '1', face_image: url(`g${id}`, 'png'), start_time: 1500, end_time: 5000 },
  ],
})

/** The piece of a sound that one face speaks: two seconds at least, and nothing before the beginning. */
export function timesOf(choice: Bag): string[] {
  const [from, to, at] = ['sound_start_time', 'sound_end_time', 'sound_insert_time'].map((key) =>
    number(bag(choice)[key]),
  )
  return [
    ...(Number(to) - Number(from) >= 2000 ? [] : ['sound_end_time must be at least 2000 after sound_start_time']),
    ...(Number(at) >= 0 && Number.isInteger(at) ? [] : ['sound_insert_time must be milliseconds from 0 on']),
  ]
}

/** Masks have the shape of the picture and one size among themselves, or the task fails. */
export function shapesOf(body: Bag): string[] {
  const picture = pixelsIn(body.image)
  const sizes = [body.static_mask, ...bags(body.dynamic_masks).map(({ mask }) => mask)].flatMap(
    (one) => pixelsIn(one) ?? [],
  )
  const alike = (a: (typeof sizes)[number]) =>
    !picture || Math.abs(a.width * picture.height - a.height * picture.width) < a.width + a.height
  return [
    ...(sizes.every(alike) ? [] : ['the aspect ratio of dynamic_masks does not match image']),
    ...(new Set(sizes.map(({ width, height }) => `${width}x${height}`)).size > 1
      ? ['the resolution of static_mask and dynamic_masks must be identical']
      : []),
  ]
}
