// One entry of the contract and one verb → a route: reads and checks what came, answers or refuses.
import type { z } from 'zod'
import { readEnv } from '../env.server'
import { type Issue, problem, StudioError } from '../errors'
import { plain } from '../models/check/plain'
import type { Method } from './address'
import { readJson, strange } from './body.server'
import { type Answer, type Entry, type Given, isRaw } from './entry'
import { guard, type Trust } from './guard.server'

type Context = { params: Promise<unknown> }
export type Handler = ((request: Request, context: Context) => Promise<Response>) & { method: Method }

/** An answer with another status than the first of its entry. */
class Reply<T> {
  readonly status: number
  readonly value: T
  constructor(status: number, value: T) {
    this.status = status
    this.value = value
  }
}
export const reply = <T>(status: number, value: T) => new Reply(status, value)

export function handle<const E extends Entry>(
  entry: E,
  verb: (given: Given<E>) => Promise<Answer<E> | Reply<Answer<E>> | Response> | Answer<E>,
): Handler {
  const usual = Number(Object.keys(entry.answers)[0])
  const run = async (request: Request, context: Context) => {
    try {
      guard(request, trust())
      const given = {
        params: readParams(entry, await context.params),
        query: readQuery(entry, request),
        body: await readBody(entry, request),
        request,
      } as Given<E>
      const said = await verb(given)
      if (said instanceof Response) return sealed(said)
      if (said instanceof Reply) return sealed(Response.json(said.value, { status: said.status }))
      return sealed(Response.json(said, { status: usual }))
    } catch (error) {
      return refuse(error)
    }
  }
  return Object.assign(run, { method: entry.method })
}

type Verb = Method | 'PATCH' | 'OPTIONS'

/** The exports of a route file. What it does not do is refused with 405 and what it does do. */
export function route(...handlers: Handler[]): Record<Verb, (request: Request, context: Context) => Promise<Response>> {
  const methods = handlers.map(({ method }) => method)
  const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ')
  const not = async (request: Request) => {
    const answer = refuse(new StudioError('wrong-method', `${request.method} is not known here; use ${allow}.`))
    answer.headers.set('allow', allow)
    return answer
  }
  const none: Record<Verb, (request: Request, context: Context) => Promise<Response>> = {
    GET: not,
    POST: not,
    PUT: not,
    DELETE: not,
    PATCH: not,
    OPTIONS: async () => new Response(null, { status: 204, headers: { allow } }),
  }
  return Object.assign(none, Object.fromEntries(handlers.map((handler) => [handler.method, handler])))
}

/** What answers where no route is. */
export async function unknownRoute(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  return refuse(
    new StudioError('not-found', `There is no ${pathname} here; GET /api/openapi.json tells what there is.`),
  )
}

/** A refusal as a problem document; what nobody foresaw is logged here and told in general words. */
function refuse(error: unknown): Response {
  const known = error instanceof StudioError ? error : undefined
  // What a provider or a setting is to blame for is told in a line; where in the studio it was noticed says nothing.
  if (!known || known.code === 'internal') console.error(error)
  else if (known.status >= 500) console.error(known.message)
  const said = known ?? new StudioError('internal', 'Something went wrong in the studio; its log says more.')
  return sealed(
    new Response(JSON.stringify(problem(said)), {
      status: said.status,
      headers: { 'content-type': 'application/problem+json' },
    }),
  )
}

function sealed(answer: Response): Response {
  const { headers } = answer
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
  if (!headers.has('cross-origin-resource-policy')) headers.set('cross-origin-resource-policy', 'same-origin')
  headers.set('x-content-type-options', 'nosniff')
  return answer
}

let kept: Trust | undefined
function trust(): Trust {
  if (!kept) {
    const { HOST, PUBLIC_URL } = readEnv(process.env)
    kept = { host: HOST, publicUrl: PUBLIC_URL }
  }
  return kept
}

function readParams(entry: Entry, params: unknown): unknown {
  if (!entry.params) return
  const result = entry.params.safeParse(params)
  if (!result.success || Object.values(result.data).some((part) => strange(String(part))))
    throw new StudioError('not-found', 'Nothing of this name is here.')
  return result.data
}

function readQuery(entry: Entry, request: Request): unknown {
  if (!entry.query) return
  const words = new URL(request.url).searchParams
  const texts = Object.fromEntries([...new Set(words.keys())].map((key) => [key, words.getAll(key).join(',')]))
  const issues: Issue[] = Object.entries(texts).flatMap(([path, text]) => {
    const message = strange(text)
    return message ? [{ path, message }] : []
  })
  return fit(entry.query, texts, 'The address has words that do not fit.', issues)
}

async function readBody(entry: Entry, request: Request): Promise<unknown> {
  if (!entry.body || isRaw(entry.body)) return
  return fit(entry.body, await readJson(request, entry.limit), 'Some of the request does not fit.')
}

/** Throws StudioError('invalid') with every path that does not fit; a stranger is named by its own path. */
function fit<T>(schema: z.ZodType<T>, value: unknown, detail: string, more: Issue[] = []): T {
  const result = schema.safeParse(value, { error: plain })
  if (result.success && more.length === 0) return result.data
  const issues = (result.error?.issues ?? []).flatMap((issue): Issue[] => {
    const path = issue.path.join('.')
    if (issue.code !== 'unrecognized_keys') return [{ path, message: issue.message }]
    return issue.keys.map((key) => ({
      path: path ? `${path}.${key}` : key,
      message: `There is no “${key}” here.`,
    }))
  })
  throw new StudioError('invalid', detail, [...more, ...issues])
}
