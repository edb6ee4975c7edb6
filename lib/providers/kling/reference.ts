// Elements and voices by their ids at Kling, and the lists of pictures and films that omni models take.
import type { Issue } from '../../errors'
import type { Medium } from '../../media/medium'
import type { ElementUse, Input } from '../../models/input'
import { pictureOrder } from '../../models/place'
import { type Bag, type Cell, isBag, type Taken } from '../wire'
import { idOf, isId, named, readMedium } from './cell'

/** Kling's id of an element of ours. */
export type ElementName = (element: ElementUse) => string

const objects = (value: unknown): Bag[] | undefined => (Array.isArray(value) && value.every(isBag) ? value : undefined)
const bad = (message: string): Taken => ({ issues: [{ path: '', message }] })
const strangers = (list: readonly Bag[], ...known: string[]): Issue[] =>
  list.flatMap((one, at) =>
    Object.keys(one)
      .filter((key) => !known.includes(key))
      .map((key) => ({ path: `${at}.${key}`, message: `Each entry holds ${known.join(', ')} alone.` })),
  )

/** Ids stay text in both directions: they are longer than a number can hold. */
export const elements = (nameOf: ElementName): Cell => ({
  at: 'element_list',
  keys: ['elements'],
  write: ({ elements: list }) =>
    list?.map((element) => ({ element_id: isId(element.id) ? element.id : nameOf(element) })),
  take: (value) => {
    const list = objects(value)
    if (!list) return bad('A list of { element_id } is needed.')
    const ids = list.map(({ element_id: id }) => idOf(id))
    const issues = [
      ...ids.flatMap((id, at) =>
        id !== undefined && isId(id)
          ? []
          : [{ path: `${at}.element_id`, message: 'An id of digits is needed, in quotes.' }],
      ),
      ...strangers(list, 'element_id'),
    ]
    if (issues.length) return { issues }
    const bare = list.some(({ element_id: id }) => typeof id === 'number')
    return {
      input: { elements: ids.map((id) => ({ id: id ?? '' })) },
      notes: bare ? ['An element_id is sent as text, so that no digit is lost.'] : [],
    }
  },
  outward: ([, place]) => (place === undefined ? [] : [place, 'element_id']),
  inward: ([place]) => (place === undefined ? ['elements'] : ['elements', place]),
})

export const voices: Cell = {
  at: 'voice_list',
  keys: ['voices'],
  write: ({ voices: list }, media) => list?.map((one) => ({ voice_id: named(one, media) })),
  take: (value) => {
    const list = objects(value)
    if (!list) return bad('A list of { voice_id } is needed.')
    const ids = list.map(({ voice_id: id }) => idOf(id))
    const issues = [
      ...ids.flatMap((id, at) =>
        id === undefined || id.startsWith('data:')
          ? [{ path: `${at}.voice_id`, message: 'The id of a voice is needed, in quotes.' }]
          : [],
      ),
      ...strangers(list, 'voice_id'),
    ]
    if (issues.length) return { issues }
    const bare = list.some(({ voice_id: id }) => typeof id === 'number')
    return {
      input: { voices: ids.map((id) => ({ ref: id ?? '' })) },
      notes: bare ? ['A voice_id is sent as text, so that no digit is lost.'] : [],
    }
  },
  outward: ([, place]) => (place === undefined ? [] : [place, 'voice_id']),
  inward: ([place]) => (place === undefined ? ['voices'] : ['voices', place]),
}

/** Frames stand before the references, or where an import had them: words call pictures by their places. */
export const imageList: Cell = {
  at: 'image_list',
  keys: ['firstFrame', 'lastFrame', 'framesAt', 'referenceImages'],
  write: (input, media) => {
    const list = pictureOrder(input).flatMap((one) => {
      const medium = 'frame' in one ? input[one.frame] : input.referenceImages?.[one.reference]
      if (!medium) return []
      const type = 'frame' in one ? { type: types[one.frame] } : {}
      return [{ image_url: named(medium, media), ...type }]
    })
    return list.length ? list : undefined
  },
  take: readImages,
  outward: ([key]) => (key === 'firstFrame' ? ['0'] : []),
  inward: () => ['referenceImages'],
}

const types = { firstFrame: 'first_frame', lastFrame: 'end_frame' } as const
const ends = { first_frame: 'firstFrame', end_frame: 'lastFrame' } as const
const endOf = (type: unknown) => (type === 'first_frame' || type === 'end_frame' ? ends[type] : undefined)

function readImages(value: unknown): Taken {
  const list = objects(value)
  if (!list) return bad('A list of { image_url, type } is needed.')
  const issues = strangers(list, 'image_url', 'type')
  const input: Input = {}
  const references: Medium[] = []
  for (const [at, { image_url: url, type }] of list.entries()) {
    const found = readMedium(url)
    const end = endOf(type)
    if (typeof found === 'string') issues.push({ path: `${at}.image_url`, message: found })
    else if (type !== undefined && !end)
      issues.push({
        path: `${at}.type`,
        message: 'Choose one of first_frame, end_frame; a reference picture has no type.',
      })
    else if (!end) references.push(found)
    else if (input[end]) issues.push({ path: `${at}.type`, message: `There are two frames of the type ${type}.` })
    else input[end] = found
  }
  if (issues.length) return { issues }
  const told = { ...input, ...(references.length ? { referenceImages: references } : {}) }
  const places = (['first_frame', 'end_frame'] as const).flatMap((type) => {
    const at = list.findIndex((one) => one.type === type)
    return at < 0 ? [] : [at + 1]
  })
  const usual = places.every((place, at) => place === at + 1)
  return { input: usual ? told : { ...told, framesAt: places } }
}

/** One film, to be changed or to be followed, and whether its sound stays. */
export const videoList: Cell = {
  at: 'video_list',
  keys: ['referenceVideos', 'sourceVideo', 'keepOriginalSound'],
  write: ({ sourceVideo, referenceVideos = [], keepOriginalSound = true }, media) => {
    const sound = { keep_original_sound: keepOriginalSound ? 'yes' : 'no' }
    const list = [
      ...(sourceVideo ? [{ video_url: named(sourceVideo, media), refer_type: 'base', ...sound }] : []),
      ...referenceVideos.map((one) => ({ video_url: named(one, media), refer_type: 'feature', ...sound })),
    ]
    return list.length ? list : undefined
  },
  take: readVideos,
  outward: ([key, place]) =>
    key === 'keepOriginalSound' ? ['0', 'keep_original_sound'] : place === undefined ? [] : [place, 'video_url'],
  inward: ([, word]) => [word === 'keep_original_sound' ? 'keepOriginalSound' : 'referenceVideos'],
}

function readVideos(value: unknown): Taken {
  const list = objects(value)
  if (!list) return bad('A list of { video_url, refer_type, keep_original_sound } is needed.')
  if (list.length !== 1) return bad(`${list.length} films; one can be used.`)
  const issues = strangers(list, 'video_url', 'refer_type', 'keep_original_sound')
  const [{ video_url: url, refer_type: type = 'base', keep_original_sound: keep } = {}] = list
  const found = readMedium(url)
  if (typeof found === 'string') issues.push({ path: '0.video_url', message: found })
  if (type !== 'base' && type !== 'feature')
    issues.push({ path: '0.refer_type', message: 'Choose one of base, feature.' })
  if (keep !== undefined && keep !== 'yes' && keep !== 'no')
    issues.push({ path: '0.keep_original_sound', message: 'Choose one of yes, no.' })
  if (issues.length || typeof found === 'string') return { issues }
  return {
    input: {
      ...(type === 'base' ? { sourceVideo: found } : { referenceVideos: [found] }),
      keepOriginalSound: keep !== 'no',
    },
    notes: [
      ...(list[0]?.refer_type === undefined ? ['refer_type is sent as “base”, which is what none means.'] : []),
      ...(keep === undefined ? ['keep_original_sound is always sent beside a film: “yes”.'] : []),
    ],
  }
}
