// A face that speaks ↔ session_id and face_choose: where one thing of ours stands in two places at Kling.
import type { Issue } from '../../errors'
import type { FaceChoice } from '../../models/input'
import { type Bag, type Cell, isBag, type Taken } from '../wire'
import { idOf, numeric } from './cell'

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
    const session = idOf(value.session_id)
    // Faces are counted from 0, which samples print bare too.
    const id = value.face_id === 0 ? '0' : idOf(value.face_id)
    const times = (['sound_start_time', 'sound_end_time', 'sound_insert_time'] as const).map(
      (key) => [key, numeric(value[key])] as const,
    )
    const issues: Issue[] = times.flatMap(([key, time]) =>
      typeof time === 'number' ? [] : [{ path: key, message: 'Milliseconds are needed.' }],
    )
    if (session === undefined) issues.push({ path: 'session_id', message: 'The id of the session is needed.' })
    if (id === undefined) issues.push({ path: 'face_id', message: 'The id of the face is needed, in quotes.' })
    if (issues.length) return { issues }
    const [from, to, at] = times.map(([, time]) => Number(time) / 1000)
    return {
      input: { faces: { session, face: id, from, to, at } as FaceChoice },
      notes: [
        ...['session_id', 'face_id'].flatMap((key) =>
          typeof value[key] === 'number' ? [`${key} is sent as text, in quotes.`] : [],
        ),
        ...(times.some(([key, time]) => time !== value[key]) ? ['Milliseconds in quotes are sent as numbers.'] : []),
      ],
    }
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
