// The typed client, made from the contract: for the studio's pages and for anybody's script.
import { type Issue, type Problem, refusals, StudioError } from '../errors'
import { type Contract, contract } from './contract'
import { type Answer, type Asked, type Entry, isRaw } from './entry'

/** `keepalive`: sent even when the page goes meanwhile; for small bodies, below 64 KiB. */
type Options = { signal?: AbortSignal; base?: string; keepalive?: boolean }
type Nothing = Record<never, never>

/** Calls whose every part may be left out are called without any. */
type Call<E extends Entry> =
  Nothing extends Asked<E>
    ? (asked?: Asked<E>, options?: Options) => Promise<Answer<E>>
    : (asked: Asked<E>, options?: Options) => Promise<Answer<E>>
export type Api = { [K in keyof Contract]: Call<Contract[K]> }

type Loose = { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown }

/** The address of an entry on this origin, or beneath `base`. */
export function addressOf(entry: Entry, asked: Loose = {}, base = ''): string {
  const path = entry.path.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(String(asked.params?.[key])))
  const words = new URLSearchParams()
  for (const [key, value] of Object.entries(asked.query ?? {}))
    if (value !== undefined) words.set(key, Array.isArray(value) ? value.join(',') : String(value))
  return `${base}${path}${words.size > 0 ? `?${words}` : ''}`
}

/** Throws StudioError with the studio's own code, sentence and issues; 'unreachable' when nobody answers. */
async function call(entry: Entry, asked: Loose = {}, { signal, base, keepalive }: Options = {}): Promise<unknown> {
  const init: RequestInit = {
    method: entry.method,
    ...(signal ? { signal } : {}),
    ...(keepalive ? { keepalive } : {}),
  }
  if (isRaw(entry.body)) init.body = asked.body as BodyInit
  else if (entry.body) {
    init.body = JSON.stringify(asked.body)
    init.headers = { 'content-type': 'application/json' }
  }
  const response = await fetch(addressOf(entry, asked, base), init).catch((cause) => {
    if (signal?.aborted) throw cause
    throw new StudioError('unreachable', 'The studio does not answer. Is it still running?', undefined, { cause })
  })
  if (!response.ok && response.status !== 304) throw refusalIn(response.status, await response.text())
  return isRaw(entry.answers[response.status]) ? response : response.json()
}

/** The refusal that an answer carries; something between us and the studio may have written one of its own. */
export function refusalIn(status: number, text: string): StudioError {
  const said = parsed(text)
  if (said) return new StudioError(said.code, said.detail, said.issues)
  return new StudioError('internal', `The studio answered ${status} without a reason.`)
}

function parsed(text: string): { code: Problem['code']; detail: string; issues?: Issue[] } | undefined {
  try {
    const said: Problem = JSON.parse(text)
    if (said.code in refusals && typeof said.detail === 'string') return said
  } catch {
    return
  }
}

// Object.fromEntries forgets which name has which entry; the mapped type says it again.
export const api = Object.fromEntries(
  Object.entries(contract).map(([name, entry]) => [
    name,
    (asked?: Loose, options?: Options) => call(entry, asked, options),
  ]),
) as unknown as Api
