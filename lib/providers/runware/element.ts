// Elements ↔ Runware's inputs.elements. An element by its id alone names one that Runware already knows.
import type { Issue } from '../../errors'
import type { Medium } from '../../media/medium'
import type { ElementUse } from '../../models/input'
import { type Bag, type Cell, isBag, type Media, mediumOf, shown, type Taken } from '../wire'

const several = ['images', 'videos', 'voices'] as const

export const elements: Cell = {
  at: 'inputs.elements',
  keys: ['elements'],
  write: ({ elements: list }, media) => list?.map((one) => bag(one, media)),
  take: (value) => {
    if (!Array.isArray(value)) return { issues: [{ path: '', message: 'A list is needed.' }] }
    const found = value.map(read)
    const rest = Object.fromEntries(found.flatMap(({ more }, at) => (Object.keys(more).length ? [[at, more]] : [])))
    const issues = found.flatMap((one, at) => one.issues.map((issue) => ({ ...issue, path: `${at}.${issue.path}` })))
    if (issues.length) return { issues }
    const taken: Taken = {
      input: { elements: found.map(({ element }) => element) },
      notes: found.flatMap(({ notes }) => notes),
    }
    return Object.keys(rest).length ? { ...taken, rest } : taken
  },
}

function bag(element: ElementUse, media: Media): Bag {
  const { id, description, frontalImage, tags } = element
  const lists = several.flatMap((key) => {
    const list = element[key]
    return list ? [[key, list.map((one) => shown(one, media))]] : []
  })
  return {
    id,
    ...(description === undefined ? {} : { description }),
    ...(frontalImage ? { frontalImage: shown(frontalImage, media) } : {}),
    ...Object.fromEntries(lists),
    ...(tags ? { tags } : {}),
  }
}

function read(value: unknown): { element: ElementUse; more: Bag; issues: Issue[]; notes: string[] } {
  const issues: Issue[] = []
  const notes: string[] = []
  const { id, description, frontalImage, images, videos, voice, tags, ...others } = isBag(value) ? value : {}
  let { voices, ...more } = others
  if (voice !== undefined && voices === undefined) {
    voices = [voice]
    notes.push('An element’s voice is sent as a list of one: voices.')
  } else if (voice !== undefined) more = { ...more, voice }
  const element: ElementUse = { id: typeof id === 'string' ? id : '' }
  if (!element.id) issues.push({ path: 'id', message: 'An element needs an id.' })
  if (typeof description === 'string') element.description = description
  else if (description !== undefined) issues.push({ path: 'description', message: 'Words are needed.' })
  if (frontalImage !== undefined) {
    const front = mediumOf(frontalImage)
    if (front) element.frontalImage = front
    else issues.push({ path: 'frontalImage', message: 'An id or an address is needed.' })
  }
  for (const [key, given] of [
    ['images', images],
    ['videos', videos],
    ['voices', voices],
  ] as const) {
    if (given === undefined) continue
    const list = Array.isArray(given) ? given.map(mediumOf) : []
    const known = list.filter((one): one is Medium => one !== undefined)
    if (Array.isArray(given) && known.length === list.length) element[key] = known
    else issues.push({ path: key, message: 'A list of ids or addresses is needed.' })
  }
  if (Array.isArray(tags) && tags.every((tag) => typeof tag === 'string')) element.tags = tags
  else if (tags !== undefined) issues.push({ path: 'tags', message: 'A list of words is needed.' })
  return { element, more, issues, notes }
}
