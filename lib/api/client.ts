// The typed client, for the studio's pages and for anybody's script: it has the types of the contract, and at run time
// only its addresses, so that no page fetches what the server checks with.
import { type Issue, type Problem, refusals, StudioError } from '../errors'
import { type Address, address } from './address'
import type { Contract } from './contract'
import type { Answer, Asked, Entry } from './entry'

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

/** On this origin, or beneath `base`. */
export function addressOf(to: Address, asked: Loose = {}, base = ''): string {
  const path = to.path.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(String(asked.params?.[key])))
  const words = new URLSearchParams()
  for (const [key, value] of Object.entries(asked.query ?? {}))
    if (value !== undefined) words.set(key, Array.isArray(value) ? value.join(',') : String(value))
  return `${base}${path}${words.size > 0 ? `?${words}` : ''}`
}

/** Throws StudioError with the studio's own code, sentence and issues; 'unreachable' when nobody answers. */
async function call(to: Address, asked: Loose = {}, { signal, base, keepalive }: Options = {}): Promise<unknown> {
  const init: RequestInit = {
    method: to.method,
    ...(signal ? { signal } : {}),
    ...(keepalive ? { keepalive } : {}),
  }
  if (to.bytes) init.body = asked.body as BodyInit
  else if (asked.body !== undefined) {
    init.body = JSON.stringify(asked.body)
    init.headers = { 'content-type': 'application/json' }
  }
  const response = await fetch(addressOf(to, asked, base), init).catch((cause) => {
    if (signal?.aborted) throw cause
    throw new StudioError('unreachable', 'The studio does not answer. Is it still running?', undefined, { cause })
  })
  if (!response.ok && response.status !== 304) throw refusalIn(response.status, await response.text())
  return isJson(response) ? response.json() : response
}

const isJson = ({ headers }: Response) => /^application\/json\b/i.test(headers.get('content-type') ?? '')

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

// Object.fromEntries forgets which name has which address; the mapped type says it again.
export const api = Object.fromEntries(
  Object.entries(address).map(([name, to]) => [name, (asked?: Loose, options?: Options) => call(to, asked, options)]),
) as unknown as Api
