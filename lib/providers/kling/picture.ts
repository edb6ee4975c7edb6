// Pictures of an effect, and room around a picture ↔ the shapes that Kling has for them.
import type { Issue } from '../../errors'
import { type Bag, type Cell, isBag, type Taken } from '../wire'
import { named, numeric, readMedium } from './cell'

const bad = (message: string): Taken => ({ issues: [{ path: '', message }] })

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
      notes: [
        ...(missing.length ? [`No room was said for ${missing.join(', ')}: 0 is sent.`] : []),
        ...(sides.some((side) => typeof given[side] === 'string') ? ['Ratios in quotes are sent as numbers.'] : []),
      ],
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
