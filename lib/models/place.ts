// Where frames stand among the pictures that are sent in one list: their places are what words call them by.
import { type Input, isSet } from './input'

/** `frame`, or the place of a reference picture in its own list, from 0. */
type Entry = { frame: 'firstFrame' | 'lastFrame' } | { reference: number }

/** What came from outside may be no list at all; that is told where it stands. */
const listed = <T>(list: readonly T[] | undefined): readonly T[] => (Array.isArray(list) ? list : [])

/** Frames first, unless their places are said; places that do not fit together say nothing. */
export function pictureOrder({ firstFrame, lastFrame, referenceImages, framesAt }: Input): Entry[] {
  const frames: Entry[] = [
    ...(isSet(firstFrame) ? [{ frame: 'firstFrame' } as const] : []),
    ...(isSet(lastFrame) ? [{ frame: 'lastFrame' } as const] : []),
  ]
  const references = listed(referenceImages).map((_, reference): Entry => ({ reference }))
  const total = frames.length + references.length
  const places = listed(framesAt).slice(0, frames.length)
  const fit =
    places.length === frames.length &&
    new Set(places).size === places.length &&
    places.every((place) => Number.isInteger(place) && place >= 1 && place <= total)
  if (!fit) return [...frames, ...references]
  const rest = [...references]
  return Array.from({ length: total }, (_, at) => {
    const frame = frames[places.indexOf(at + 1)]
    return frame ?? rest.shift()
  }).filter((entry) => entry !== undefined)
}
