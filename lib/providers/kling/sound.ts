// Faces that speak, effects and the new generation's bodies: where one thing of ours stands in several places at Kling.
import type { Issue } from '../../errors'
import type { FaceChoice } from '../../models/input'
import { asText, fromText } from '../../models/shot'
import { type Bag, type Cell, isBag, type Taken } from '../wire'
import { named, numeric, readMedium } from './cell'

const bad = (message: string): Taken => ({ issues: [{ path: '', message }] })
const milliseconds = (seconds: number) => Math.round(seconds * 1000)

/** One face, with the session that found it laid in; `fold` and `unfold` move it between the two places. */
export const face: Cell = {
  at: 'face',
  keys: ['faces'],
  write: ({ faces }) =>
    faces && {
      session_id: faces.session,
      face_id: faces.face,
      sound_start_time: milliseconds(faces.from),
      sound_end_time: milliseconds(faces.to),
      sound_insert_time: milliseconds(faces.at),
    },
  take: (value) => {
    if (!isBag(value)) return bad('An object is needed.')
    const { session_id: session, face_id: id } = value
    const times = (['sound_start_time', 'sound_end_time', 'sound_insert_time'] as const).map(
      (key) => [key, numeric(value[key])] as const,
    )
    const issues: Issue[] = times.flatMap(([key, time]) =>
      typeof time === 'number' ? [] : [{ path: key, message: 'Milliseconds are needed.' }],
    )
    if (typeof session !== 'string') issues.push({ path: 'session_id', message: 'The id of the session is needed.' })
    if (typeof id !== 'string') issues.push({ path: 'face_id', message: 'The id of the face is needed, in quotes.' })
    if (issues.length) return { issues }
    const [from, to, at] = times.map(([, time]) => Number(time) / 1000)
    return { input: { faces: { session, face: id, from, to, at } as FaceChoice } }
  },
  outward: ([, part = '']) => {
    const words: Record<string, string> = {
      session: 'session_id',
      face: 'face_id',
      from: 'sound_start_time',
      to: 'sound_end_time',
      at: 'sound_insert_time',
    }
    const word = words[part]
    return word ? [word] : []
  },
}

const faceKeys = ['face_id', 'sound_start_time', 'sound_end_time', 'sound_insert_time']
const soundKeys = ['audio_id', 'sound_file', 'sound_volume', 'original_audio_volume']

/** session_id and face_choose[0] → face and the sound beside it. */
export function foldFace(body: Bag): { body: Bag; issues: Issue[] } {
  const { session_id: session, face_choose: chosen, ...rest } = body
  if (chosen === undefined) return { body, issues: [{ path: 'face_choose', message: 'One face must be chosen.' }] }
  const [one, ...others] = Array.isArray(chosen) ? chosen : []
  if (!isBag(one)) return { body: rest, issues: [{ path: 'face_choose', message: 'A list of one face is needed.' }] }
  if (others.length)
    return { body: rest, issues: [{ path: 'face_choose', message: `${others.length + 1} faces; one can be chosen.` }] }
  const issues = Object.keys(one)
    .filter((key) => !faceKeys.includes(key) && !soundKeys.includes(key))
    .map((key) => ({ path: `face_choose.0.${key}`, message: 'A chosen face holds no such field.' }))
  const pick = (keys: readonly string[]) =>
    Object.fromEntries(Object.entries(one).filter(([key]) => keys.includes(key)))
  return { body: { ...rest, face: { session_id: session, ...pick(faceKeys) }, ...pick(soundKeys) }, issues }
}

export function unfoldFace({ face: chosen, ...body }: Bag): Bag {
  const { session_id: session, ...one }: Bag = isBag(chosen) ? chosen : {}
  const { audio_id, sound_file, sound_volume, original_audio_volume, ...rest } = body
  const sound = Object.fromEntries(
    Object.entries({ audio_id, sound_file, sound_volume, original_audio_volume }).filter(
      ([, value]) => value !== undefined,
    ),
  )
  return { ...(session === undefined ? {} : { session_id: session }), face_choose: [{ ...one, ...sound }], ...rest }
}

/** An effect takes one picture, or two side by side. */
export const effectInput: Cell = {
  at: 'input',
  keys: ['referenceImages'],
  write: ({ referenceImages: list = [] }, media) => {
    const [only] = list
    if (!only) return
    return list.length === 1 ? { image: named(only, media) } : { images: list.map((one) => named(one, media)) }
  },
  take: (value) => {
    if (!isBag(value)) return bad('An object { image } or { images } is needed.')
    const { image, images, ...more } = value
    const issues: Issue[] = Object.keys(more).map((path) => ({
      path,
      message: 'There are image and images alone; what older bodies held besides is no more.',
    }))
    if ((image === undefined) === (images === undefined))
      return bad('Give image for one picture, or images for two, left and right.')
    const list = image === undefined ? images : [image]
    if (!Array.isArray(list) || (images !== undefined && list.length !== 2))
      return { issues: [{ path: 'images', message: 'Two pictures are needed: left and right.' }] }
    const found = list.map(readMedium)
    for (const [at, one] of found.entries())
      if (typeof one === 'string') issues.push({ path: images === undefined ? 'image' : `images.${at}`, message: one })
    return issues.length ? { issues } : { input: { referenceImages: found.filter((one) => typeof one !== 'string') } }
  },
  outward: ([, place]) => (place === undefined ? [] : ['images', place]),
  inward: ([, place]) => (place === undefined ? ['referenceImages'] : ['referenceImages', place]),
}

/** Room on four sides ↔ four ratios. */
const sides = ['up', 'down', 'left', 'right'] as const
export const expansion: Cell = {
  at: 'expansion',
  keys: ['expand'],
  write: ({ expand }) => expand,
  take: (value) => {
    const given: Bag = isBag(value) ? value : {}
    const ratios = sides.map((side) => [side, numeric(given[side] ?? 0)] as const)
    const issues = ratios.flatMap(([side, ratio]) =>
      typeof ratio === 'number' ? [] : [{ path: side, message: 'A number is needed.' }],
    )
    if (issues.length) return { issues }
    const missing = sides.filter((side) => given[side] === undefined)
    return {
      input: { expand: Object.fromEntries(ratios) as Record<(typeof sides)[number], number> },
      notes: missing.length ? [`No room was said for ${missing.join(', ')}: 0 is sent.`] : [],
    }
  },
}

const ratioKey = (side: string) => `${side}_expansion_ratio`
export function foldExpansion(body: Bag): { body: Bag; issues: Issue[] } {
  const given = sides.filter((side) => body[ratioKey(side)] !== undefined)
  const rest = Object.fromEntries(Object.entries(body).filter(([key]) => !sides.some((side) => ratioKey(side) === key)))
  const ratios = Object.fromEntries(given.map((side) => [side, body[ratioKey(side)]]))
  return { body: given.length ? { ...rest, expansion: ratios } : rest, issues: [] }
}
export function unfoldExpansion({ expansion: ratios, ...body }: Bag): Bag {
  if (!isBag(ratios)) return body
  const told = sides.flatMap((side) => (ratios[side] === undefined ? [] : [[ratioKey(side), ratios[side]]]))
  return { ...body, ...Object.fromEntries(told) }
}

/** Words, or shots written into them. Only what comes out the same again is read as shots. */
export function told(at: string): Cell {
  return {
    at,
    keys: ['prompt', 'shots'],
    write: ({ prompt, shots }) => (shots?.length ? asText(shots) : prompt),
    take: readTold,
    outward: () => [],
    inward: () => ['prompt'],
  }
}

function readTold(value: unknown): Taken {
  if (typeof value !== 'string') return bad('Words are needed.')
  const shots = fromText(value)
  if (!shots) return { input: { prompt: value } }
  return { input: { shots }, notes: ['The shots written into the prompt are shown as shots.'] }
}

/** The new generation's list of words and a first frame. */
export const contents: Cell = {
  at: 'contents',
  keys: ['prompt', 'shots', 'firstFrame'],
  write: ({ prompt, shots, firstFrame }, media) => {
    const text = shots?.length ? asText(shots) : prompt
    const list = [
      ...(text === undefined ? [] : [{ type: 'prompt', text }]),
      ...(firstFrame ? [{ type: 'first_frame', url: named(firstFrame, media) }] : []),
    ]
    return list.length ? list : undefined
  },
  take: readContents,
  outward: () => [],
  inward: () => ['prompt'],
}

function readContents(value: unknown): Taken {
  if (!Array.isArray(value)) return bad('A list of { type, … } is needed.')
  const issues: Issue[] = []
  let found: Taken = {}
  const seen = new Set<unknown>()
  for (const [at, one] of value.entries()) {
    const { type, text, url, ...more }: Bag = isBag(one) ? one : {}
    if (seen.has(type)) issues.push({ path: `${at}.type`, message: `There are two of the type ${type}.` })
    seen.add(type)
    for (const name of Object.keys(more))
      issues.push({ path: `${at}.${name}`, message: `“${name}” cannot be kept here; take it out.` })
    if (type === 'prompt') {
      const words = readTold(text)
      if (words.issues) issues.push({ path: `${at}.text`, message: 'Words are needed.' })
      else
        found = { input: { ...found.input, ...words.input }, notes: [...(found.notes ?? []), ...(words.notes ?? [])] }
    } else if (type === 'first_frame') {
      const picture = readMedium(url)
      if (typeof picture === 'string') issues.push({ path: `${at}.url`, message: picture })
      else found = { ...found, input: { ...found.input, firstFrame: picture } }
    } else issues.push({ path: `${at}.type`, message: 'Choose one of prompt, first_frame.' })
  }
  return issues.length ? { issues } : found
}
