// The newer generation's bodies: words and a first frame as contents, shots within the words.
import type { Issue } from '../../errors'
import { asText } from '../../models/shot'
import { toldIn } from '../told'
import { type Bag, type Cell, isBag, type Taken } from '../wire'
import { named, readMedium } from './cell'

const bad = (message: string): Taken => ({ issues: [{ path: '', message }] })

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
  return typeof value === 'string' ? toldIn(value) : bad('Words are needed.')
}

/** The new generation's list of words and a first frame: the words come first, unless an import had it otherwise. */
export const contents: Cell = {
  at: 'contents',
  keys: ['prompt', 'shots', 'firstFrame', 'framesAt'],
  write: ({ prompt, shots, firstFrame, framesAt }, media) => {
    const text = shots?.length ? asText(shots) : prompt
    const words = text === undefined ? [] : [{ type: 'prompt', text }]
    const frame = firstFrame ? [{ type: 'first_frame', url: named(firstFrame, media) }] : []
    const list = framesAt?.[0] === 1 ? [...frame, ...words] : [...words, ...frame]
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
  const names: Bag = {}
  for (const [at, one] of value.entries()) {
    const { type, text, url, id, ...more }: Bag = isBag(one) ? one : {}
    if (seen.has(type)) issues.push({ path: `${at}.type`, message: `There are two of the type ${type}.` })
    seen.add(type)
    // The name by which words call a picture has no field: it stays with its place in the list.
    if (id !== undefined) names[at] = { id }
    if (id !== undefined && (typeof id !== 'string' || type === 'prompt'))
      issues.push({ path: `${at}.id`, message: 'Only a picture has an id, in quotes.' })
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
  if (issues.length) return { issues }
  const { input, ...told } = found
  const turned = input?.firstFrame && value.length === 2 && value[0]?.type === 'first_frame'
  return {
    ...told,
    input: { ...input, ...(turned ? { framesAt: [1] } : {}) },
    ...(Object.keys(names).length ? { rest: names } : {}),
  }
}
