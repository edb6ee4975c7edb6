// A job, frame by frame: shots are cut, pictures within one shot dissolve, both ends fade unless `bare`. `first` is the
// number of the first shot.
import { move } from './camera.mjs'
import { captions } from './caption.mjs'
import { picture } from './picture.mjs'
import { darken, lay, look, mix, planes } from './plane.mjs'
import { slate, viewfinder } from './slate.mjs'

/** Yields, for every frame in order, a function that draws it into a buffer of planes. */
export async function* frames(job) {
  const of = job.shots.reduce((sum, shot) => sum + shot.frames, 0)
  const fade = Math.round(job.fps / 3)
  const spare = planes(job.width, job.height)
  let past = 0
  let next = scene(job, 0)
  for (const [index, shot] of job.shots.entries()) {
    const { views, pages } = await next
    if (index + 1 < job.shots.length) {
      next = scene(job, index + 1)
      // It is awaited above; a failure in the meantime must not end the process without its words.
      next.catch(() => {})
    }
    for (let at = 0; at < shot.frames; at++) {
      const near = Math.min(past + at, of - 1 - past - at)
      yield (buffer) => {
        const frame = planes(job.width, job.height, buffer)
        show(views, at, frame, spare)
        const page = pages[Math.floor((at * pages.length) / shot.frames)]
        if (shot.pictures.length) shade(frame, page.top, job.height)
        lay(frame, page.touched)
        if (!job.bare && near < fade) darken(frame, 0, () => Math.round(256 * (1 - (near + 1) / (fade + 1))))
      }
    }
    past += shot.frames
  }
}

/**
 * From 1; a part of a longer film is numbered only where it is known which shot of that film it is.
 * @param {{ bare?: boolean, first?: number }} job
 * @param {number} index
 */
export const numberOf = ({ bare, first }, index) => (bare && first === undefined ? undefined : index + (first ?? 1))

async function scene(job, index) {
  const shot = job.shots[index]
  const seconds = shot.frames / job.fps
  const bare = shot.pictures.length === 0
  const number = numberOf(job, index)
  const pages = captions(job, number, shot.prompt, bare ? viewfinder(job) : undefined)
  const shown = bare ? [slate(job, number)] : await Promise.all(shot.pictures.map((file) => picture(file, job)))
  const part = shot.frames / shown.length
  const blend = Math.min(Math.round(job.fps * 0.6), Math.floor(part / 2))
  const views = shown.map((source, place) => {
    const first = Math.round(place * part)
    const last = Math.min(shot.frames, Math.round((place + 1) * part) + blend)
    const camera = move({
      seed: job.seed,
      index: index + place,
      seconds: seconds / shown.length,
      frame: job,
      width: source.width,
      height: source.height,
    })
    return { source, first, last, blend, view: (at) => camera((at - first) / Math.max(1, last - 1 - first)) }
  })
  return { views, pages }
}

/** The newest picture, mixed with the one before while that still lasts. */
function show(views, at, frame, spare) {
  const [now, before] = views.filter(({ first, last }) => at >= first && at < last).reverse()
  look(now.source, frame, now.view(at))
  if (!before) return
  look(before.source, spare, before.view(at))
  mix(frame, spare, Math.round(256 * (1 - (at - now.first + 1) / (now.blend + 1))))
}

/** A shadow that grows towards the lower edge, so that words can be read on any picture. */
function shade(frame, top, height) {
  const reach = Math.round(height * 0.13)
  const first = Math.max(0, Math.floor((top - reach) / 2) * 2)
  darken(frame, first, (row) => {
    const share = Math.min(1, (row - first) / reach)
    const soft = share * share * (3 - 2 * share)
    return Math.round(256 * (0.6 * soft + 0.2 * Math.max(0, (row - top) / (height - top))))
  })
}
