// The films behind the addresses that the answers name, whole or by range.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { made } from '../runware/film'
import { type Placed, shapeOf } from './order'

export async function sendFilm(order: Placed | undefined, request: IncomingMessage, response: ServerResponse) {
  if (order?.state !== 'completed' || order.deeds.some(({ does }) => does === 'gone'))
    return void response.writeHead(404, { 'content-type': 'application/json' }).end('{"error":{"message":"gone"}}')
  const file = await made(shapeOf(order))
  const common = { 'content-type': 'video/mp4', 'accept-ranges': 'bytes' }
  const [, from = '', to = ''] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? []
  if (from === '') return void response.writeHead(200, { ...common, 'content-length': file.length }).end(file)
  const [start, last] = [Number(from), Math.min(to === '' ? file.length - 1 : Number(to), file.length - 1)]
  if (start > last) return void response.writeHead(416, { 'content-range': `bytes */${file.length}` }).end()
  const piece = file.subarray(start, last + 1)
  response
    .writeHead(206, {
      ...common,
      'content-length': piece.length,
      'content-range': `bytes ${start}-${last}/${file.length}`,
    })
    .end(piece)
}
