// Elements and voices of an order at Kling: made there once from our own parts, called by their ids ever after.
import type { Medium } from '../../media/medium'
import type { ElementUse, Input } from '../../models/input'
import { type Io, StartFailure } from '../provider'
import { isId } from './cell'
import { keptElement, keptVoice, made, markOf } from './keep'
import { addressOf, inlined } from './media'
import type { ElementName } from './reference'

export const elementPath = '/v1/general/advanced-custom-elements'
export const voicePath = '/v1/general/custom-voices'

/** Kling's limits of words and pictures (advanced-custom-elements, March 2026). */
const longestName = 20
const longestDescription = 100
const pictures = { min: 1, max: 3 }

/** The tags of the library by Kling's ids of them. */
const tagIds: Readonly<Record<string, string>> = {
  Hottest: 'o_101',
  Character: 'o_102',
  Animal: 'o_103',
  Item: 'o_104',
  Costume: 'o_105',
  Scene: 'o_106',
  Effect: 'o_107',
  Others: 'o_108',
}

export type Cast = { input: Input; element: ElementName; marks: string[] }

/** Everything the order calls, made known at Kling. Throws StartFailure at the field that cannot be. */
export async function castOf(input: Input, io: Io): Promise<Cast> {
  const { elements = [], voices } = input
  const ids = new Map<ElementUse, string>()
  const marks: string[] = []
  for (const [at, one] of elements.entries()) {
    if (isId(one.id)) continue
    marks.push(elementMark(one))
    ids.set(one, await elementAt(one, `elements.${at}`, io))
  }
  const told: Medium[] = []
  for (const [at, one] of (voices ?? []).entries()) {
    if (!('ref' in one)) marks.push(voiceMark(one))
    told.push({ ref: await voiceAt(one, `voices.${at}`, io) })
  }
  const byName = new Map([...ids].map(([{ id }, own]) => [id, own]))
  return { input: voices ? { ...input, voices: told } : input, element: ({ id }) => byName.get(id) ?? id, marks }
}

/** After a refusal that may mean an element or a voice which Kling has no more: forgets them; true when there were any. */
export async function forgetStale(failure: StartFailure, { marks }: Cast, io: Io): Promise<boolean> {
  if (failure.outcome !== 'refused' || marks.length === 0 || !/element|voice/i.test(failure.message)) return false
  if (!/not (found|exist)|does ?n.t exist|deleted|invalid|expired/i.test(failure.message)) return false
  for (const mark of marks) {
    const ref = await io.copies.get(mark)
    if (ref !== undefined) await io.copies.drop(ref)
  }
  return true
}

export const elementMark = ({ id: _, ...parts }: ElementUse) => markOf('element', parts)
export const voiceMark = (voice: Medium) => markOf('voice', voice)

export async function elementAt(element: ElementUse, field: string, io: Io): Promise<string> {
  const mark = elementMark(element)
  const known = await io.copies.get(mark)
  if (known !== undefined) return known
  const body = await bodyOf(element, field, io)
  const what = `@${element.id}`
  return made({ path: elementPath, body, mark, what, field }, elementIn, io)
}

export async function voiceAt(voice: Medium, field: string, io: Io, named = 'voice'): Promise<string> {
  if ('ref' in voice) return voice.ref
  const mark = voiceMark(voice)
  const known = await io.copies.get(mark)
  if (known !== undefined) return known
  const name = 'asset' in voice ? (await io.file(voice.asset)).asset.name : named
  const url = 'asset' in voice ? await addressOf(voice.asset, name, field, io) : voice.url
  const body = { voice_name: name.slice(0, longestName), voice_url: url }
  return made({ path: voicePath, body, mark, what: name, field }, voiceIn, io)
}

const first = (result: unknown, list: string): unknown => {
  const all = typeof result === 'object' && result !== null ? Reflect.get(result, list) : undefined
  return Array.isArray(all) ? all[0] : undefined
}
function elementIn(result: unknown): string | undefined {
  const one = keptElement.safeParse(first(result, 'elements')).data
  return one?.status === 'deleted' ? undefined : one?.element_id
}
const voiceIn = (result: unknown) => keptVoice.safeParse(first(result, 'voices')).data?.voice_id

async function bodyOf(element: ElementUse, field: string, io: Io): Promise<object> {
  const { id, description, frontalImage, images = [], videos = [], voices = [], tags = [] } = element
  const [film] = videos
  const [voice] = voices
  const say = (path: string, message: string) =>
    new StartFailure('refused', 'element', `@${id}: ${message}`, {
      issues: [{ path: `input.${field}.${path}`, message }],
    })
  if (!frontalImage && !film) throw say('frontalImage', 'Kling needs a frontal picture, or a film, of an element.')
  if (frontalImage && images.length < pictures.min)
    throw say('images', `Kling needs ${pictures.min} to ${pictures.max} more pictures beside the frontal one.`)
  if ((description?.length ?? 0) > longestDescription)
    throw say('description', `Kling takes at most ${longestDescription} characters here.`)
  const files = await inlined({ ...(frontalImage ? { image: frontalImage } : {}), referenceImages: images }, io)
  const shown = (one: Medium) =>
    'asset' in one ? (files.get(one.asset) ?? '') : 'url' in one ? bare(one.url) : one.ref
  const subject = film
    ? {
        reference_type: 'video_refer',
        element_video_list: { refer_videos: [{ video_url: await filmOf(film, field, io) }] },
      }
    : {
        reference_type: 'image_refer',
        element_image_list: {
          frontal_image: frontalImage ? shown(frontalImage) : '',
          refer_images: images.map((one) => ({ image_url: shown(one) })),
        },
      }
  return {
    element_name: id.slice(0, longestName),
    ...(description ? { element_description: description } : {}),
    ...subject,
    ...(voice ? { element_voice_id: await voiceAt(voice, `${field}.voices.0`, io, id) } : {}),
    ...(tags.length ? { tag_list: tags.map((tag) => ({ tag_id: tagIds[tag] ?? tag })) } : {}),
  }
}

const bare = (url: string) => (url.startsWith('data:') ? url.slice(url.indexOf(',') + 1) : url)

async function filmOf(film: Medium, field: string, io: Io): Promise<string> {
  if ('url' in film) return film.url
  if ('ref' in film) return film.ref
  return addressOf(film.asset, (await io.file(film.asset)).asset.name, `${field}.videos.0`, io)
}
