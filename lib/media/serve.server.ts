// A file of the library as an HTTP answer: ranges, tags, names, and nothing that a browser could take for a page.
import { problem, StudioError } from '../errors'
import type { Library } from './library.server'
import { attachment, matches, readRange } from './range'

// A file never changes under its id, so whoever has it may keep it.
const lasting = 'private, max-age=31536000, immutable'
const inert = "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox"

const common = (tag: string) => ({
  etag: tag,
  'cache-control': lasting,
  'content-security-policy': inert,
  'x-content-type-options': 'nosniff',
})

/** @param download a name to save under; an empty one means the file's own. Throws StudioError('not-found'). */
export async function serveFile(library: Library, id: string, request: Request, download?: string): Promise<Response> {
  const file = await library.need(id)
  const tag = `"${file.sha256}"`
  const headers = new Headers({
    ...common(tag),
    'accept-ranges': 'bytes',
    'content-type': file.mime,
    'content-disposition': download === undefined ? 'inline' : attachment(library.downloadName(file, download)),
  })
  if (matches(request.headers.get('if-none-match'), tag)) return new Response(null, { status: 304, headers })
  const onlyIf = request.headers.get('if-range')
  const range = onlyIf === null || onlyIf === tag ? readRange(request.headers.get('range'), file.bytes) : 'all'
  if (range === 'none') return beyond(file.bytes)
  const part = range === 'all' ? undefined : range
  headers.set('content-length', String(part ? part.end - part.start + 1 : file.bytes))
  if (part) headers.set('content-range', `bytes ${part.start}-${part.end}/${file.bytes}`)
  const body = request.method === 'HEAD' ? null : await library.read(id, part)
  return new Response(body, { status: part ? 206 : 200, headers })
}

/** A refusal that also says how much there is, in its header. */
function beyond(bytes: number): Response {
  const said = problem(new StudioError('out-of-range', `The file has ${bytes} bytes; ask for some of those.`))
  const headers = { 'content-type': 'application/problem+json', 'content-range': `bytes */${bytes}` }
  return new Response(JSON.stringify(said), { status: said.status, headers })
}

/** The WebP of a picture or film. Throws StudioError('not-found') when there is none, or none yet. */
export async function servePoster(library: Library, id: string, request: Request): Promise<Response> {
  const file = await library.need(id)
  const tag = `"${file.sha256}-poster"`
  const headers = new Headers({ ...common(tag), 'content-type': 'image/webp' })
  const known = file.posterUrl !== undefined && matches(request.headers.get('if-none-match'), tag)
  if (known) return new Response(null, { status: 304, headers })
  const body = await library.poster(id)
  if (request.method !== 'HEAD') return new Response(body, { headers })
  await body.cancel()
  return new Response(null, { headers })
}
