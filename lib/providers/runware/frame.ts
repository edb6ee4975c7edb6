// First and last frame ↔ Runware's frameImages, in either of its two shapes.
import type { Issue } from '../../errors'
import type { Medium } from '../../media/medium'
import { type Cell, isBag, mediumOf, shown, type Taken } from '../wire'

const ends = new Map<unknown, 'first' | 'last'>([
  ['first', 'first'],
  [0, 'first'],
  ['0', 'first'],
  ['last', 'last'],
  [-1, 'last'],
  ['-1', 'last'],
])

/** @param legacy written at the top level with `inputImage`; else inside `inputs` with `image`. Both are read. */
export function frames(legacy: boolean): Cell {
  const word = legacy ? 'inputImage' : 'image'
  const [at, also] = legacy ? ['frameImages', 'inputs.frameImages'] : ['inputs.frameImages', 'frameImages']
  return {
    at,
    also: [also],
    keys: ['firstFrame', 'lastFrame'],
    write: ({ firstFrame, lastFrame }, media) => {
      const list = [
        ...(firstFrame ? [{ [word]: shown(firstFrame, media), frame: 'first' }] : []),
        ...(lastFrame ? [{ [word]: shown(lastFrame, media), frame: 'last' }] : []),
      ]
      return list.length ? list : undefined
    },
    take: read,
    outward: ([key]) => [key === 'firstFrame' ? '0' : '1', word],
    inward: ([index]) => [index === '1' ? 'lastFrame' : 'firstFrame'],
  }
}

function read(value: unknown): Taken {
  if (!Array.isArray(value) || value.length === 0)
    return { issues: [{ path: '', message: 'A list of one or two frames is needed.' }] }
  if (value.length > 2)
    return { issues: [{ path: '', message: `${value.length} frames; at most 2 can be used: first and last.` }] }
  const issues: Issue[] = []
  const notes: string[] = []
  const found: { end: 'first' | 'last' | undefined; medium: Medium; more: object }[] = []
  for (const [at, one] of value.entries()) {
    if (!isBag(one)) {
      issues.push({ path: String(at), message: 'An object with image and frame is needed.' })
      continue
    }
    const { image, inputImage, frame, ...more } = one
    const medium = mediumOf(image ?? inputImage)
    const end = ends.get(frame)
    if (!medium) issues.push({ path: `${at}.image`, message: 'An id or an address is needed.' })
    if (frame !== undefined && !end) issues.push({ path: `${at}.frame`, message: 'Choose one of first, last, 0, -1.' })
    if (image !== undefined && inputImage !== undefined)
      issues.push({ path: `${at}.inputImage`, message: 'image says the same; give one of them.' })
    if (end && frame !== end) notes.push(`Frame ${JSON.stringify(frame)} is sent as “${end}”.`)
    if (medium) found.push({ end, medium, more })
  }
  if (issues.length) return { issues }
  const taken = new Set(found.map(({ end }) => end))
  const free = (['first', 'last'] as const).filter((end) => !taken.has(end))
  const placed = found.map((one) => ({ ...one, end: one.end ?? free.shift() }))
  if (placed.length === 2 && placed[0]?.end === placed[1]?.end)
    return {
      issues: [
        { path: '1.frame', message: `Two frames are called ${placed[0]?.end}; one first and one last can be used.` },
      ],
    }
  for (const { end } of placed.filter((_, at) => found[at]?.end === undefined))
    notes.push(`A frame without a place is the ${end} one, and is sent as such.`)
  if (placed[0]?.end === 'last' && placed.length === 2) notes.push('The first frame is sent before the last.')
  const first = placed.find(({ end }) => end === 'first')
  const last = placed.find(({ end }) => end === 'last')
  const rest = Object.fromEntries(
    [first, last]
      .filter((one) => one !== undefined)
      .flatMap((one, at) => (Object.keys(one.more).length ? [[at, one.more]] : [])),
  )
  return {
    input: { ...(first ? { firstFrame: first.medium } : {}), ...(last ? { lastFrame: last.medium } : {}) },
    notes,
    ...(Object.keys(rest).length ? { rest } : {}),
  }
}
