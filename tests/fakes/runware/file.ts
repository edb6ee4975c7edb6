// The result files behind the addresses that the answers name.
import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { made } from './film'
import { shapeOf } from './order'
import type { Service } from './service'

const mimes: Readonly<Record<string, string>> = {
  mp4: 'video/mp4',
  webm: 'video/webm',
  mov: 'video/quicktime',
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
}

export async function sendFile(service: Service, request: IncomingMessage, response: ServerResponse) {
  if (request.url === '/measures') return void response.end(JSON.stringify(measures(service)))
  const [, uuid, extension = ''] = /^\/files\/([\w-]+)\.(\w+)$/.exec(request.url ?? '') ?? []
  const order = [...service.orders.values()].find(({ pieces }) => pieces.some((piece) => piece.uuid === uuid))
  const deed = order?.deeds.find(({ does }) => does === 'gone' || does === 'huge')
  if (!order || deed?.does === 'gone') return void response.writeHead(404).end()
  const file = await made(shapeOf(order))
  response.writeHead(200, { 'content-type': mimes[extension] ?? 'application/octet-stream' })
  if (deed?.does !== 'huge') return void response.end(file)
  // A film that goes on and on, without a length in the headers.
  response.write(file)
  const block = Buffer.alloc(1 << 20)
  const closed = new AbortController()
  response.once('close', () => closed.abort())
  for (let sent = file.length; sent < deed.bytes && !closed.signal.aborted; sent += block.length)
    if (!response.write(block)) await once(response, 'drain', { signal: closed.signal }).catch(() => undefined)
  response.end()
}

/** For measuring: when results ended, and every look at them. */
function measures(service: Service) {
  const ended = [...service.orders.values()].flatMap(({ uuid, pieces }) =>
    pieces.flatMap(({ doneAt }) => (doneAt === undefined ? [] : [{ uuid, at: doneAt }])),
  )
  return { looks: service.looks, ended }
}
