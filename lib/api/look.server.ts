// Questions about a film, asked of a provider on a person's behalf.
import { Readable } from 'node:stream'
import { reach } from '../media/reach.server'
import { priceOfFaces } from '../models/asking'
import { type Asking, asking, partOf } from './asking.server'
import type { Given } from './entry'
import type { lookContract } from './look'

type Ask<K extends keyof typeof lookContract> = Given<(typeof lookContract)[K]>
/** What a provider names may lie at its own address, or at any public one. */
const bounds = ({ provider, house, io }: Asking) => ({
  origins: provider.origins?.(house.env) ?? [],
  signal: io.signal,
})

/** Pictures of faces are small; what is larger is not shown. */
const mostBytes = 4 * 1024 * 1024

export const findFaces = ({ params, body, request }: Ask<'findFaces'>) =>
  asking(params.id, request, async (at) => {
    const scout = partOf(at, 'scout')
    const price = priceOfFaces(at.provider.id)
    const look = () => scout.faces(body.film, at.io)
    const { session, faces } = await (price ? at.house.ledger.charge(at.provider.id, price, look) : look())
    const shown = await Promise.all(
      faces.map(async ({ picture, ...face }) => {
        const data = picture?.startsWith('data:') ? picture : picture && (await fetched(picture, at))
        return { ...face, ...(data ? { picture: data } : {}) }
      }),
    )
    return { session, faces: shown }
  })

/** An address of the provider as a data address; nothing when it does not come, for the face is known without it. */
async function fetched(url: string, at: Asking): Promise<string | undefined> {
  try {
    const { body } = await reach(url, { ...bounds(at), patience: 10_000 })
    const parts: Buffer[] = []
    let bytes = 0
    for await (const part of body) {
      bytes += part.length
      if (bytes > mostBytes) return
      parts.push(part)
    }
    const mime = body.headers['content-type']?.split(';')[0] ?? ''
    return /^image\/(png|jpeg|webp)$/.test(mime)
      ? `data:${mime};base64,${Buffer.concat(parts).toString('base64')}`
      : undefined
  } catch {
    return
  }
}

export const openSelection = ({ params, body, request }: Ask<'openSelection'>) =>
  asking(params.id, request, (at) => partOf(at, 'scout').open(body.film, at.io))

export const pointSelection = ({ params, body, request }: Ask<'pointSelection'>) =>
  asking(params.id, request, async (at) => ({
    outlines: await partOf(at, 'scout').point(params.session, body.act, body.frame, body.points, at.io),
  }))

export const clearSelection = ({ params, request }: Ask<'clearSelection'>) =>
  asking(params.id, request, async (at) => {
    await partOf(at, 'scout').clear(params.session, at.io)
    return new Response(null, { status: 204 })
  })

export const showSelection = ({ params, request }: Ask<'showSelection'>) =>
  asking(params.id, request, async (at) => {
    const url = await partOf(at, 'scout').show(params.session, at.io)
    const { body } = await reach(url, bounds(at))
    // Node's web streams and the platform's are one thing under two type names.
    const stream = Readable.toWeb(body) as unknown as ReadableStream<Uint8Array>
    const mime = body.headers['content-type'] ?? ''
    return new Response(stream, { headers: { 'content-type': mime.startsWith('video/') ? mime : 'video/mp4' } })
  })
