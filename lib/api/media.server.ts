// What can be done with files.
import { StudioError } from '../errors'
import { applyFix } from '../media/fix.server'
import { serveFile, servePoster } from '../media/serve.server'
import { studio } from '../runtime.server'
import { partsOf } from './body.server'
import type { Contract } from './contract'
import type { Given } from './entry'

type Ask<K extends keyof Contract> = Given<Contract[K]>

/** Milliseconds for a whole file from an address; one that trickles on for ever would hold its place for ever. */
const fetchPatience = 15 * 60 * 1000
/** A poster drawn by a browser is a small still; more than this is not one. */
const largestPoster = 4 * 1024 * 1024

export async function listMedia({ query: { kind, ...page } }: Ask<'listMedia'>) {
  const { library } = await studio()
  return library.list({ ...page, kinds: kind })
}

export async function uploadMedia({ query, request }: Ask<'uploadMedia'>) {
  const { library } = await studio()
  const announced = request.headers.get('content-length')
  return library.keep(request.body ?? [], query.name ?? 'untitled', {
    expected: announced === null ? undefined : Number(announced),
    signal: request.signal,
  })
}

export async function fetchMedia({ body, request }: Ask<'fetchMedia'>) {
  const { library } = await studio()
  return library.keepUrl(body.url, { signal: AbortSignal.any([request.signal, AbortSignal.timeout(fetchPatience)]) })
}

export async function readMedia({ params, query, request }: Ask<'readMedia'>) {
  const { library } = await studio()
  return serveFile(library, params.id, request, query.download)
}

export async function readShared({ params, query, request }: Ask<'readShared'>) {
  const { library, links } = await studio()
  if (!(await links.holds(params.id, query.until, query.sign)))
    throw new StudioError('forbidden', 'This address is not one that the studio gave out, or it is too old.')
  return serveFile(library, params.id, request)
}

export async function readPoster({ params, request }: Ask<'readPoster'>) {
  const { library } = await studio()
  return servePoster(library, params.id, request)
}

export async function keepPoster({ params, request }: Ask<'keepPoster'>) {
  const { library } = await studio()
  return library.keepPoster(params.id, await whole(request, largestPoster))
}

export async function fixMedia({ params, body }: Ask<'fixMedia'>) {
  const { library } = await studio()
  return applyFix(library, params.id, body)
}

async function whole(request: Request, limit: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of partsOf(request)) {
    size += part.byteLength
    // Read to the end all the same: a refusal in the middle would reach the sender as a broken connection.
    if (size <= limit) parts.push(part)
    else if (size > 16 * limit) break
  }
  if (size > limit) throw new StudioError('too-large', `A poster may have at most ${limit / 1024 / 1024} MB.`)
  return Buffer.concat(parts)
}
