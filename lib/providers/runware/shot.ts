// Shots ↔ Runware's multiPrompt, or, for models without it, written into the prompt itself.
import type { Issue } from '../../errors'
import type { Shot } from '../../models/input'
import { asText } from '../../models/shot'
import { toldIn } from '../told'
import { type Bag, type Cell, isBag, type Taken } from '../wire'

export const listed = (at: string): Cell => ({
  at,
  keys: ['shots'],
  write: ({ shots }) => shots?.map(({ prompt, duration }) => ({ prompt, duration })),
  take: read,
})

function read(value: unknown): Taken {
  if (!Array.isArray(value)) return { issues: [{ path: '', message: 'A list of { prompt, duration } is needed.' }] }
  const issues: Issue[] = []
  const shots: Shot[] = []
  const rest: Bag = {}
  let quoted = false
  for (const [at, one] of value.entries()) {
    const { prompt, duration, ...more }: Bag = isBag(one) ? one : {}
    const seconds = typeof duration === 'string' && /^\d+$/.test(duration) ? Number(duration) : duration
    quoted ||= typeof duration === 'string'
    if (typeof prompt !== 'string') issues.push({ path: `${at}.prompt`, message: 'Words are needed.' })
    if (typeof seconds !== 'number')
      issues.push({ path: `${at}.duration`, message: 'Whole seconds are needed, such as 3.' })
    if (typeof prompt === 'string' && typeof seconds === 'number') shots.push({ prompt, duration: seconds })
    if (Object.keys(more).length) rest[at] = more
  }
  if (issues.length) return { issues }
  return {
    input: { shots },
    notes: quoted ? ['Shot seconds in quotes are sent as whole numbers.'] : [],
    ...(Object.keys(rest).length ? { rest } : {}),
  }
}

/** Words and shots both live in positivePrompt. Only a prompt that comes out the same again is read as shots. */
export const written: Cell = {
  at: 'positivePrompt',
  keys: ['prompt', 'shots'],
  write: ({ prompt, shots }) => (shots?.length ? asText(shots) : prompt),
  take: (value) =>
    typeof value === 'string' ? toldIn(value) : { issues: [{ path: '', message: 'Words are needed.' }] },
  outward: () => [],
  inward: () => ['prompt'],
}
