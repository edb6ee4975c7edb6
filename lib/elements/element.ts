// A named subject of the library: pictures or a film, a voice, words. One reading of its rules for form and server.
import * as z from 'zod'
import type { Issue } from '../errors'
import type { Asset, AssetKind } from '../media/asset'
import { type Medium, medium } from '../media/medium'

export const elementTags = ['Hottest', 'Character', 'Animal', 'Item', 'Costume', 'Scene', 'Effect', 'Others'] as const
export type ElementTag = (typeof elementTags)[number]

/** The longest name that the providers take as an element's id. */
export const longestName = 20
export const mostImages = 3

/** What `@` in a prompt can call. */
const callable = /^[\p{L}\p{N}_]+(?:-+[\p{L}\p{N}_]+)*$/u
/** `@voice_1` and `@image_2` already mean an entry of a list. */
const numbered = /^(?:voice|image|element)_\d+$/i

const some = (max: number, few: string) =>
  z
    .array(medium, { error: 'A list is needed.' })
    .min(1, { error: 'Leave it out when there is none.' })
    .max(max, { error: few })

const fields = {
  name: z
    .string({ error: 'An element needs a name.' })
    .min(1, { error: 'An element needs a name.', abort: true })
    .max(longestName, { error: `At most ${longestName} characters make a name.` })
    .regex(callable, { error: 'Letters, figures, _ and - between them make a name that words can call.' })
    .refine((name) => !numbered.test(name), { error: 'Such a name already means a voice or a picture by its number.' })
    .meta({ description: 'How words call it: @name. No two elements share one, whatever its case.' }),
  description: z.string().max(10_000).optional(),
  frontalImage: z.optional(medium),
  images: some(mostImages, `At most ${mostImages} more pictures can be used.`).optional(),
  videos: some(1, 'At most 1 film can be used.').optional(),
  voices: some(1, 'At most 1 voice can be used.').optional(),
  tags: z
    .array(z.enum(elementTags, { error: `Choose from ${elementTags.join(', ')}.` }))
    .min(1, { error: 'Leave it out when there is none.' })
    .optional(),
}

type Parts = { [K in keyof typeof fields]: z.output<(typeof fields)[K]> }

const has = (list: unknown) => Array.isArray(list) && list.length > 0

/** What its parts forbid each other: more pictures need a frontal one, a film stands alone, a voice goes with pictures. */
function clashes({ frontalImage, images, videos, voices, tags }: Partial<Parts>): Issue[] {
  const found: Issue[] = []
  const say = (path: string, message: string) => found.push({ path, message })
  if (has(images) && !frontalImage) say('frontalImage', 'More pictures need a frontal one.')
  if (has(videos) && (frontalImage || has(images)))
    say('videos', 'An element is shown by pictures or by a film, not by both.')
  if (has(videos) && has(voices)) say('voices', 'A voice goes with pictures, not with a film.')
  else if (has(voices) && !frontalImage) say('voices', 'A voice needs a frontal picture of the element.')
  for (const [at, tag] of (Array.isArray(tags) ? tags : []).entries())
    if (tags?.indexOf(tag) !== at) say(`tags.${at}`, `${tag} stands twice.`)
  return found
}

/** Cross-field sentences are said even while a single field is wrong. */
const ruled = <S extends z.ZodType<Partial<Parts>>>(schema: S): S =>
  schema.superRefine(
    (value, at) => {
      for (const { path, message } of clashes(value)) at.addIssue({ code: 'custom', path: path.split('.'), message })
    },
    { when: ({ value }) => typeof value === 'object' && value !== null },
  )

export const newElement = ruled(z.strictObject(fields))
export type NewElement = z.infer<typeof newElement>

export const element = z.strictObject({
  id: z.uuid(),
  version: z.number().int().positive(),
  ...fields,
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type Element = z.infer<typeof element>

/** An element as it was read, changed: it carries the version that was seen. */
export const savedElement = ruled(
  z.strictObject({
    ...fields,
    version: element.shape.version,
    id: z.string().optional(),
    createdAt: z.string().optional(),
    updatedAt: z.string().optional(),
  }),
)

/** Everything that keeps a draft from being kept, by dotted path; files aside. */
export function elementIssues(draft: unknown): Issue[] {
  const result = newElement.safeParse(draft)
  return (result.error?.issues ?? []).map(({ path, message }) => ({ path: path.join('.'), message }))
}

/** Every file of an element, with its dotted path and the kind that is needed there. */
export function elementMedia(parts: Partial<Parts>): { path: string; medium: Medium; kind: AssetKind }[] {
  const { frontalImage, images = [], videos = [], voices = [] } = parts
  const list = (key: string, media: readonly Medium[], kind: AssetKind) =>
    media.map((one, at) => ({ path: `${key}.${at}`, medium: one, kind }))
  return [
    ...(frontalImage ? [{ path: 'frontalImage', medium: frontalImage, kind: 'image' as const }] : []),
    ...list('images', images, 'image'),
    ...list('videos', videos, 'video'),
    ...list('voices', voices, 'audio'),
  ]
}

const kindWords: Record<AssetKind, string> = { image: 'a picture', video: 'a film', audio: 'a sound' }

/** Files of ours that are gone, or that are of another kind than their place asks for. What fits a model is the model's to say. */
export function elementFileIssues(parts: Partial<Parts>, file: (id: string) => Asset | undefined): Issue[] {
  return elementMedia(parts).flatMap(({ path, medium, kind }) => {
    if (!('asset' in medium)) return []
    const found = file(medium.asset)
    if (!found) return [{ path, message: 'This file is not in the library; choose another.' }]
    // The sound of a film is a voice too: providers take MP4 and MOV for it.
    if (found.kind === kind || (kind === 'audio' && found.kind === 'video')) return []
    return [{ path, message: `${found.name} is ${kindWords[found.kind]}; ${kindWords[kind]} is needed.` }]
  })
}
