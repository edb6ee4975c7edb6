// Reference films ↔ Runware's referenceVideos: a list of ids, or of objects that say what is referred to.
import type { Issue } from '../../errors'
import type { Medium } from '../../media/medium'
import { type Bag, type Cell, isBag, mediumOf, printed, shown, type Taken } from '../wire'

/** @param objects written as `{ video, referType: "feature" }`; else as plain ids. Both are read. */
export function referenceVideos(objects: boolean): Cell {
  return {
    at: 'inputs.referenceVideos',
    keys: ['referenceVideos'],
    write: ({ referenceVideos: list }, media) =>
      list?.map((one) => (objects ? { video: shown(one, media), referType: 'feature' } : shown(one, media))),
    take: (value) => read(value, objects),
    outward: ([, ...rest]) => (objects && rest.length ? [...rest, 'video'] : rest),
    inward: ([index]) => ['referenceVideos', ...(index === undefined ? [] : [index])],
  }
}

function read(value: unknown, objects: boolean): Taken {
  if (!Array.isArray(value)) return { issues: [{ path: '', message: 'A list is needed.' }] }
  const issues: Issue[] = []
  const found: Medium[] = []
  const rest: Record<string, unknown> = {}
  let otherShape = false
  let unsaid = false
  for (const [at, one] of value.entries()) {
    const { video, referType, ...more }: Bag = isBag(one) ? one : { video: one }
    const medium = mediumOf(video)
    if (referType !== undefined && referType !== 'feature')
      issues.push({ path: `${at}.referType`, message: `“${printed(referType)}” cannot be used; choose feature.` })
    if (!medium)
      issues.push({ path: isBag(one) ? `${at}.video` : String(at), message: 'An id or an address is needed.' })
    else found.push(medium)
    otherShape ||= isBag(one) !== objects
    unsaid ||= objects && isBag(one) && referType === undefined
    if (Object.keys(more).length) {
      // An id alone has no room for anything beside it.
      if (objects) rest[at] = more
      else
        issues.push({
          path: `${at}.${Object.keys(more)[0]}`,
          message: 'This model takes reference films as plain ids.',
        })
    }
  }
  if (issues.length) return { issues }
  return {
    input: { referenceVideos: found },
    notes: [
      ...(otherShape
        ? [`Reference films are sent as ${objects ? 'objects with referType “feature”' : 'plain ids'}.`]
        : []),
      ...(unsaid ? ['referType is sent as “feature”.'] : []),
    ],
    ...(Object.keys(rest).length ? { rest } : {}),
  }
}
