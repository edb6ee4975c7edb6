// The newer generation's bodies: words and a first frame as contents, shots within the words.
import type { Issue } from '../../errors'
import { asText, fromText } from '../../models/shot'
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
