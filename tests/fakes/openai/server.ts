// A gateway on loopback that speaks OpenAI's /v1/videos: strict by the pages, loose in its answers by switch.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Bag, type Given, given } from './body'
import { type Fault, Faults, type LineDeed } from './fault'
import { sendFilm } from './file'
import { judge, type Packing, type Verdict } from './judge'
import { end, type Placed, place, printed } from './order'

export type Options = {
  port?: number
  key?: string
  /** Milliseconds until a film is made; `held` until `finish` is called. */
  runMs?: number | 'held'
  envelope?: 'plain' | 'wrapped'
  words?: 'gateway' | 'openai'
  times?: 'seconds' | 'milliseconds'
  /** Where a finished film is named; `none` leaves only /content. */
  url?: 'both' | 'metadata' | 'none'
  /** Whether /content is served. */
  content?: boolean
  errors?: 'full' | 'bare' | 'code' | 'text'
  progress?: 'number' | 'words'
  extInfo?: Packing
}

export type Fake = {
  /** For OPENAI_VIDEOS_BASE_URL; the official client wants /v1 at its end. */
  url: string
  key: string
  options: Options
  orders: Map<string, Placed>
  /** Every request to create that was taken, as it was read. */
  taken: Given[]
  /** Every exchange: method, path, status and the key that came along. */
  exchanges: { method: string; path: string; status: number; key: string | undefined; range: string | undefined }[]
  faults: Faults
  fault(fault: Fault): void
  /** Ends what runs. */
  finish(id?: string): void
  stop(): Promise<void>
}

export async function startFake(options: Options = {}): Promise<Fake> {
  const key = options.key ?? 'test-key'
  const orders = new Map<string, Placed>()
  const taken: Given[] = []
  const exchanges: Fake['exchanges'] = []
  const faults = new Faults()
  const timers = new Set<NodeJS.Timeout>()
  let origin = ''

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', 'http://localhost')
    const bearer = request.headers.authorization?.replace(/^Bearer /, '')
    const exchange = {
      method: request.method ?? '',
      path: url.pathname,
      status: 0,
      key: bearer,
      range: request.headers.range,
    }
    exchanges.push(exchange)
    response.once('close', () => {
      exchange.status = response.statusCode
    })
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const [, file] = /^\/files\/(\w+)\.mp4$/.exec(url.pathname) ?? []
    if (file) return sendFilm(orders.get(file), request, response)
    if (bearer !== key) return refuse(response, 401, { message: 'Invalid API key', param: '', code: 'invalid_api_key' })
    const [, id, part] = /^\/v1\/videos(?:\/(\w+))?(\/content)?$/.exec(url.pathname) ?? []
    if (url.pathname === '/v1/videos')
      return request.method === 'POST'
        ? create(Buffer.concat(chunks), request, response)
        : say(response, 200, listed(url.searchParams))
    const order = orders.get(id ?? '')
    if (request.method !== 'GET' || id === undefined) return refuse(response, 404, noWay)
    if (part) return content(order, request, response)
    const { line } = faults.take('retrieve')
    if (cut(line, request, response)) return
    if (!order)
      return refuse(response, 404, { message: 'The task does not exist', param: 'id', code: 'task_not_exist' })
    order.looks += 1
    if (order.state === 'queued' && order.looks > 1) order.state = 'processing'
    say(response, 200, printed(order, origin, options))
  }

  async function create(bytes: Buffer, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { line, order: deeds } = faults.take('create')
    if (
      cut(
        line.filter((deed) => !late(deed)),
        request,
        response,
      )
    )
      return
    const read = await given(bytes, request.headers['content-type'] ?? '')
    if (!read) return refuse(response, 400, { message: 'The body could not be read', param: '', code: 'invalid_body' })
    const [wrong] = judge(read.body, options.extInfo ?? 'double-string')
    if (wrong) return refuse(response, 400, wrong)
    const order = place(read.body, deeds)
    taken.push(read)
    orders.set(order.id, order)
    const { runMs = 200 } = options
    if (runMs !== 'held') {
      const timer = setTimeout(() => end(order), runMs)
      timers.add(timer)
    }
    if (cut(line, request, response)) return
    say(response, 200, printed(order, origin, options))
  }

  async function content(order: Placed | undefined, request: IncomingMessage, response: ServerResponse) {
    const { line } = faults.take('content')
    if (cut(line, request, response)) return
    if (options.content === false) return refuse(response, 404, noWay)
    if (order?.state !== 'completed')
      return refuse(response, 400, { message: 'Task is not completed yet', param: '', code: 'not_completed' })
    await sendFilm(order, request, response)
  }

  /** Newest first, pages by the id of the last one. */
  function listed(query: URLSearchParams): Bag {
    const all = [...orders.values()].reverse()
    const sorted = query.get('order') === 'asc' ? all.reverse() : all
    const from = sorted.findIndex(({ id }) => id === query.get('after')) + 1
    const limit = Number(query.get('limit') ?? 20)
    const page = sorted.slice(from, from + limit)
    return {
      object: 'list',
      data: page.map((order) => printed(order, origin, { ...options, envelope: 'plain' })),
      first_id: page[0]?.id ?? null,
      last_id: page.at(-1)?.id ?? null,
      has_more: sorted.length > from + limit,
    }
  }

  function refuse(response: ServerResponse, status: number, { message, param, code }: Verdict): void {
    const type = status === 401 ? 'authentication_error' : 'invalid_request_error'
    const { errors = 'full' } = options
    if (errors === 'text') response.writeHead(status, { 'content-type': 'text/plain' }).end(message)
    else if (errors === 'code') say(response, status, { code, message, data: null })
    else say(response, status, { error: errors === 'bare' ? { message, type } : { message, type, code, param } })
  }

  // No connection is closed for resting: on a busy machine that meets the next request on its way.
  server.keepAliveTimeout = 0
  await new Promise<void>((ready) => server.listen(options.port ?? 0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  origin = `http://127.0.0.1:${port}`
  return {
    url: origin,
    key,
    options,
    orders,
    taken,
    exchanges,
    faults,
    fault: (fault) => faults.add(fault),
    finish: (id) => {
      for (const order of orders.values()) if (id === undefined || order.id === id) end(order)
    },
    stop: async () => {
      for (const timer of timers) clearTimeout(timer)
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

const noWay: Verdict = { message: 'There is nothing here', param: '', code: 'not_found' }
const late = (deed: LineDeed) => (deed.does === 'drop' ? deed.when === 'after' : deed.after === true)

function say(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

/** True when a fault took the answer's place. */
function cut(deeds: readonly LineDeed[], request: IncomingMessage, response: ServerResponse): boolean {
  const [deed] = deeds
  if (!deed) return false
  if (deed.does === 'drop') request.socket.destroy()
  else {
    // The official client tries again by itself, unless it is told that the order was taken.
    const taken = deed.after ? { 'x-should-retry': 'false' } : {}
    response.writeHead(deed.status, { 'content-type': 'application/json', ...taken, ...deed.headers }).end(deed.body)
  }
  return true
}
