// Reads a JSON body: within its limit, well formed, and such that a database can keep it.
import { type Issue, StudioError } from '../errors'
import { parseExact } from './exact'

const megabyte = 1024 * 1024
const usual = 4 * megabyte
/** What is too large is read on for so long, in bytes: whoever still sends hears the refusal then, and not a broken line. */
const heardOut = 64 * megabyte
/** No order nests deeper than ten; beyond this a walk could exhaust the stack. */
const deepest = 64

/** Throws StudioError('too-large' | 'malformed' | 'invalid'). */
export async function readJson(request: Request, limit = usual): Promise<unknown> {
  const text = await readText(request, limit)
  if (text.trim() === '') throw new StudioError('malformed', 'The request has no body; a JSON object is needed.')
  const value = parse(text)
  const issues = unkeepable(value)
  if (issues.length > 0) throw new StudioError('invalid', 'Some of the text cannot be kept.', issues)
  return value
}

/** Throws StudioError('too-large' | 'malformed'). @param limit bytes. */
export async function readText(request: Request, limit: number): Promise<string> {
  const refuse = () =>
    new StudioError('too-large', `The body is too large; at most ${limit / megabyte} MB of JSON are read here.`)
  if (Number(request.headers.get('content-length') ?? 0) > limit + heardOut) throw refuse()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of partsOf(request)) {
    size += chunk.byteLength
    if (size <= limit) chunks.push(chunk)
    else if (size > limit + heardOut) throw refuse()
    else chunks.length = 0
  }
  if (size > limit) throw refuse()
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
  } catch {
    throw new StudioError('malformed', 'The body is not UTF-8 text.')
  }
}

/** The body as it comes. Throws StudioError('malformed') when its sender breaks off. */
export async function* partsOf(request: Request): AsyncGenerator<Uint8Array> {
  try {
    for await (const part of request.body ?? []) yield part
  } catch (cause) {
    throw new StudioError('malformed', 'The body broke off before its end; send it again.', undefined, { cause })
  }
}

function parse(text: string): unknown {
  try {
    return parseExact(text)
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0]?.slice(0, 200) : ''
    throw new StudioError('malformed', `The body is not JSON: ${why}`)
  }
}

/** What JSON allows and Postgres does not, each with its path. */
function unkeepable(value: unknown): Issue[] {
  const issues: Issue[] = []
  const open: { value: unknown; path: string; depth: number }[] = [{ value, path: '', depth: 0 }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { value: one, path, depth } = next
    if (depth > deepest) throw new StudioError('malformed', `The body nests deeper than ${deepest} levels.`)
    if (typeof one === 'string') {
      const why = strange(one)
      if (why) issues.push({ path, message: why })
    } else if (typeof one === 'number' && !Number.isFinite(one))
      issues.push({ path, message: 'This number is too large.' })
    else if (typeof one === 'object' && one !== null)
      for (const [key, inner] of Object.entries(one)) {
        const under = path ? `${path}.${key}` : key
        const why = strange(key)
        if (why) issues.push({ path, message: why })
        else open.push({ value: inner, path: under, depth: depth + 1 })
      }
  }
  return issues
}

/** Why a text cannot be kept, if so: a NUL character or half of a character pair. */
export function strange(text: string): string | undefined {
  if (text.includes('\0')) return 'The NUL character cannot be kept.'
  if (/\p{Surrogate}/u.test(text)) return 'Half of a character pair cannot be kept.'
}
