// What Kling's codes mean for an order. The code decides, not the HTTP status: a 429 can be for ever.
import type { StartFailure } from '../provider'

type Meaning = {
  outcome: StartFailure['outcome']
  /** Said after Kling's own words: what to do now. */
  way?: string
  /** The account runs as many as it may: a queue, not a failure. */
  crowded?: true
}

const account = 'Look into your account at Kling, then resume.'

/** Protocol page, section 4. */
const meanings: Readonly<Record<number, Meaning>> = {
  1000: { outcome: 'paused', way: 'Check KLING_API_KEY, or KLING_ACCESS_KEY and KLING_SECRET_KEY.' },
  1001: { outcome: 'paused', way: 'Check KLING_API_KEY, or KLING_ACCESS_KEY and KLING_SECRET_KEY.' },
  1002: {
    outcome: 'paused',
    way: 'Check KLING_API_KEY, or KLING_ACCESS_KEY and KLING_SECRET_KEY, and that KLING_BASE_URL is their region.',
  },
  1003: { outcome: 'paused', way: 'Check the clock of this computer: Kling says the token is not valid yet.' },
  1004: { outcome: 'paused', way: 'Check the clock of this computer: Kling says the token has expired.' },
  1100: { outcome: 'paused', way: account },
  1101: { outcome: 'paused', way: 'Settle the bill at Kling, then resume.' },
  1102: { outcome: 'paused', way: 'Buy or renew a resource pack at Kling, then resume.' },
  1103: { outcome: 'refused', way: 'Your account has no right to this model; choose another or ask Kling for it.' },
  1200: { outcome: 'refused' },
  1201: { outcome: 'refused' },
  1202: { outcome: 'refused' },
  1203: { outcome: 'refused' },
  1300: { outcome: 'refused', way: 'Change the words or the pictures.' },
  1301: { outcome: 'refused', way: 'Change the words or the pictures.' },
  1302: { outcome: 'later', way: 'It is tried again by itself.' },
  1303: { outcome: 'later', way: 'It waits in order for one of the running ones to end.', crowded: true },
  1304: { outcome: 'paused', way: 'Add the address of this computer to the allow-list at Kling, then resume.' },
  5000: { outcome: 'lost' },
  5001: { outcome: 'later', way: 'It is tried again by itself.' },
  5002: { outcome: 'lost' },
}

/** A code that nobody knows is judged by its status; what may have been placed counts as lost. */
export function meaningOf(code: number | undefined, status: number): Meaning {
  const known = code === undefined ? undefined : meanings[code]
  if (known) return known
  if (status === 401) return { outcome: 'paused', way: 'Check the keys of Kling.' }
  if (status === 429) return { outcome: 'later', way: 'It is tried again by itself.' }
  return { outcome: status >= 400 && status < 500 && status !== 408 ? 'refused' : 'lost' }
}

type Said = { code: number | undefined; message: string; status: number }

/** Kling's own words first, then the way out. */
export function sentence({ code, message, status }: Said): string {
  const own = message.trim() || `Kling answered ${code === undefined ? status : `with code ${code}`}.`
  const { way } = meaningOf(code, status)
  return [/[.!?。！？]$/.test(own) || !way ? own : `${own}.`, way].filter(Boolean).join(' ')
}

/** A token that is too early or too late: signed again it may pass, and nothing was done yet. */
export const isStaleToken = (code: number | undefined) => code === 1003 || code === 1004

/** Texts as others have seen them on the live service (September 2026). */
export const isTaken = ({ code, message }: Said) => code === 1201 && /external_?\s?task_?\s?id.*exist/i.test(message)
export const isUnknownTask = ({ code, message, status }: Said) =>
  (code === 1201 && /not found/i.test(message)) || code === 1203 || (code === undefined && status === 404)

/** A fault of the asking, not of the order asked for: it passes, and must never end a task that is paid. */
export const ofAsking = ({ code, status }: Said) =>
  code !== 0 && (meaningOf(code, status).outcome !== 'refused' || code === 1103)
