// Shots ↔ multi_shot, shot_type and multi_prompt: three fields that say one thing.
import type { Issue } from '../../errors'
import type { Shot } from '../../models/input'
import { type Bag, type Cell, isBag, type Taken } from '../wire'
import { numeric, truth } from './cell'

const multiShot: Cell = {
  at: 'multi_shot',
  keys: ['shotType'],
  write: ({ shots, shotType }) => {
    if (shots?.length || shotType === 'customize' || shotType === 'intelligence') return true
    return shotType === 'single' ? false : undefined
  },
  take: (value) => {
    const plain = truth(value)
    if (plain === undefined) return { issues: [{ path: '', message: 'Choose one of true, false.' }] }
    const notes = typeof value === 'boolean' ? [] : [`multi_shot “${value}” is sent as ${plain}.`]
    return plain ? { notes } : { input: { shotType: 'single' }, notes }
  },
}

const shotType: Cell = {
  at: 'shot_type',
  keys: ['shotType'],
  write: ({ shots, shotType: said }) => {
    if (shots?.length) return 'customize'
    return said === 'single' ? undefined : said
  },
  take: (value) =>
    value === 'customize' || value === 'intelligence'
      ? { input: { shotType: value } }
      : { issues: [{ path: '', message: 'Choose one of customize, intelligence.' }] },
}

const multiPrompt: Cell = {
  at: 'multi_prompt',
  keys: ['shots'],
  write: ({ shots }) =>
    shots?.length
      ? shots.map(({ prompt, duration }, at) => ({ index: at + 1, prompt, duration: String(duration) }))
      : undefined,
  take: read,
}

export const multi: readonly Cell[] = [multiShot, shotType, multiPrompt]

function read(value: unknown): Taken {
  if (!Array.isArray(value))
    return { issues: [{ path: '', message: 'A list of { index, prompt, duration } is needed.' }] }
  const issues: Issue[] = []
  const shots: { index: number; shot: Shot; at: number }[] = []
  let loose = false
  for (const [at, one] of value.entries()) {
    const { index, prompt, duration, ...more }: Bag = isBag(one) ? one : {}
    const place = numeric(index)
    const seconds = numeric(duration)
    loose ||= place !== index || duration !== String(seconds)
    if (typeof place !== 'number' || !Number.isInteger(place) || place < 1 || place > value.length)
      issues.push({ path: `${at}.index`, message: `Shots are counted from 1; choose one of 1–${value.length}.` })
    else if (shots.some(({ index: other }) => other === place))
      issues.push({ path: `${at}.index`, message: `Two shots have the place ${place}.` })
    if (typeof prompt !== 'string') issues.push({ path: `${at}.prompt`, message: 'Words are needed.' })
    if (typeof seconds !== 'number')
      issues.push({ path: `${at}.duration`, message: 'Seconds are needed, such as "3".' })
    for (const name of Object.keys(more))
      issues.push({ path: `${at}.${name}`, message: 'A shot holds index, prompt and duration alone.' })
    if (typeof place === 'number' && typeof prompt === 'string' && typeof seconds === 'number')
      shots.push({ index: place, shot: { prompt, duration: seconds }, at })
  }
  if (issues.length) return { issues }
  const sorted = [...shots].sort((a, b) => a.index - b.index)
  return {
    input: { shots: sorted.map(({ shot }) => shot) },
    notes: [
      ...(loose ? ['A shot’s place is sent as a number, its seconds in quotes.'] : []),
      ...(sorted.some(({ at }, place) => at !== place) ? ['Shots are sent in the order of their index.'] : []),
    ],
  }
}

/** What the three fields forbid each other, by Kling's own names. */
export function multiIssues(body: Bag): Issue[] {
  const on = truth(body.multi_shot) === true
  const { shot_type: type, multi_prompt: list } = body
  const say = (path: string, message: string): Issue => ({ path, message })
  if (!on)
    return (['shot_type', 'multi_prompt'] as const).flatMap((key) =>
      body[key] === undefined ? [] : [say(key, `${key} needs multi_shot: true.`)],
    )
  if (type === undefined)
    return [say('shot_type', 'With multi_shot it is needed: choose one of customize, intelligence.')]
  if (type === 'customize' && list === undefined)
    return [say('multi_prompt', 'With shot_type customize 1 to 6 shots are needed.')]
  if (type === 'intelligence' && list !== undefined)
    return [say('multi_prompt', 'With shot_type intelligence the words alone tell the shots; take it out.')]
  return []
}
