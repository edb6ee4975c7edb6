// JSON over HTTP for every provider: whatever goes wrong becomes one failure that says what is known, with no key in it.

/**
 * `unsent`: the request surely never reached anybody. `lost`: it was sent and nothing came back. `timeout`: likewise,
 * after our own patience ended. `not-json`: an answer came that is no JSON. `aborted`: we stopped it ourselves.
 */
export type HttpTrouble = 'unsent' | 'lost' | 'timeout' | 'not-json' | 'aborted'

export class HttpFailure extends Error {
  readonly trouble: HttpTrouble
  readonly status: number | undefined
  readonly afterMs: number | undefined
  readonly final: boolean
  constructor(trouble: HttpTrouble, message: string, more: { status?: number; afterMs?: number; final?: true } = {}) {
    super(message)
    this.name = 'HttpFailure'
    this.trouble = trouble
    this.status = more.status
    this.afterMs = more.afterMs
    this.final = more.final ?? false
  }
}

export type HttpRequest = {
  url: string
  method?: string
  headers?: Record<string, string>
  /** Sent as it is; everything else goes through JSON. */
  body?: Blob | unknown
  timeoutMs: number
  /** Words that must never be read in a failure. */
  secrets: readonly string[]
  /** Reads the text of an answer; default JSON.parse. */
  read?(text: string): unknown
}

/** `afterMs` is the provider's own Retry-After; `final`: it says in so many words that it must not be asked again. */
export type HttpAnswer = { status: number; body: unknown; afterMs?: number; final?: true }

/** Node's words for a request that cannot have been read by anybody. */
const unsent: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
])

/** Without any of the secrets, nor what looks like a bearer token. */
export function redact(text: string, secrets: readonly string[]): string {
  return bare(text, secrets).replace(/(bearer\s+)[\w.~+/-]+=*/gi, '$1•••')
}
const bare = (text: string, secrets: readonly string[]) =>
  secrets.reduce((now, secret) => (secret ? now.replaceAll(secret, '•••') : now), text)

/** What refuses may repeat what it was sent, key and all: every text of it without the secrets. */
function cleaned(value: unknown, secrets: readonly string[]): unknown {
  if (typeof value === 'string') return bare(value, secrets)
  if (Array.isArray(value)) return value.map((one) => cleaned(one, secrets))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cleaned(inner, secrets)]))
}

/** The body is read whatever the status is; that of a refusal is cleaned of the secrets. Throws HttpFailure only. */
export async function askJson(ask: typeof fetch, signal: AbortSignal, request: HttpRequest): Promise<HttpAnswer> {
  const { url, method = 'POST', headers = {}, body, timeoutMs, secrets, read = JSON.parse } = request
  const late = AbortSignal.timeout(timeoutMs)
  const host = new URL(url).host
  let status: number | undefined
  let afterMs: number | undefined
  let final = false
  let text: string
  try {
    const answer = await ask(url, {
      method,
      headers: { accept: 'application/json', 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }),
      signal: AbortSignal.any([signal, late]),
      redirect: 'error',
    })
    status = answer.status
    afterMs = retryAfter(answer.headers.get('retry-after'))
    final = answer.headers.get('x-should-retry') === 'false'
    text = await answer.text()
  } catch (cause) {
    const known = { ...(status === undefined ? {} : { status }) }
    if (signal.aborted) throw new HttpFailure('aborted', `The request to ${host} was stopped.`, known)
    if (late.aborted) {
      const words = `${host} did not answer within ${Math.round(timeoutMs / 1000)} s.`
      throw new HttpFailure('timeout', words, known)
    }
    const code = codeOf(cause)
    const surely = status === undefined && code !== undefined && unsent.has(code)
    const said = redact(code ?? (cause instanceof Error ? cause.message : 'no answer'), secrets)
    throw surely
      ? new HttpFailure('unsent', `${host} could not be reached (${said}).`, known)
      : new HttpFailure('lost', `The connection to ${host} broke before the answer came (${said}).`, known)
  }
  const more = { ...(afterMs === undefined ? {} : { afterMs }), ...(final ? { final: true as const } : {}) }
  try {
    const said = read(text)
    return { status, body: status >= 400 ? cleaned(said, secrets) : said, ...more }
  } catch {
    const start = redact(
      text
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
      secrets,
    ).slice(0, 160)
    const words = `${host} answered ${status} with something that is not JSON${start ? `: ${start}` : ''}.`
    throw new HttpFailure('not-json', words, { status, ...more })
  }
}

function codeOf(cause: unknown): string | undefined {
  for (let now = cause, depth = 0; now instanceof Error && depth < 4; now = now.cause, depth += 1)
    if ('code' in now && typeof now.code === 'string') return now.code
}

/** Seconds or a date, as the header allows; nothing when it says nothing. */
function retryAfter(value: string | null): number | undefined {
  if (!value) return
  const ms = /^\d+(\.\d+)?$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - Date.now()
  return Number.isFinite(ms) && ms >= 0 ? ms : undefined
}
