// A Kling on loopback: both generations, both ways to be let in, the error table, files and callbacks.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { parse } from 'lossless-json'
import { call } from './call'
import { type Fault, statusOf, words } from './fault'
import { sendFile } from './file'
import { type Answer, type Options, Service } from './service'
import { type Bag, bag } from './shape'
import { admitted, type Keys } from './token'

/** One exchange, as it was. */
type Exchange = {
  at: number
  method: string
  path: string
  query: string
  body: Bag
  status: number
  code: number
  token: string
}

export type Fake = Keys & {
  /** For KLING_BASE_URL. */
  url: string
  service: Service
  exchanges: Exchange[]
  fault(fault: Fault): void
  /** How many tasks were bought in all; elements and voices are none. */
  bought(): number
  stop(): Promise<void>
}

type Opening = Options & { port?: number; tls?: { key: string; cert: string } }

export async function startFake(options: Opening = {}): Promise<Fake> {
  const service = new Service(options)
  const keys: Keys = {
    apiKey: options.apiKey ?? 'kling-test-key',
    accessKey: options.accessKey ?? 'access-of-the-tests',
    secretKey: options.secretKey ?? 'secret-of-the-tests-32-characters',
  }
  const exchanges: Exchange[] = []
  const dead = new Set<string>()
  const ending = new AbortController()
  service.onChange = (order) => call(service, order, ending.signal)

  const listener = (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', service.origin)
    const work = url.pathname.startsWith('/files/') ? sendFile(service, url, response) : answer(request, url, response)
    work.catch(() => response.destroy())
  }

  async function answer(request: IncomingMessage, url: URL, response: ServerResponse) {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { method = 'GET', headers } = request
    const path = url.pathname.replace(/\/+$/, '')
    const token = (headers.authorization ?? '').replace(/^Bearer /, '')
    const read = method === 'GET' ? {} : bodyOf(Buffer.concat(chunks).toString())
    const exchange: Exchange = {
      at: Date.now(),
      method,
      path,
      query: url.search,
      body: bag(read),
      status: 0,
      code: 0,
      token,
    }
    exchanges.push(exchange)
    const send = (status: number, text: string, more: Record<string, string> = {}) => {
      exchange.status = status
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...more }).end(text)
    }
    const say = ({ code, message, data }: Answer) => {
      exchange.code = code
      const told = {
        code,
        message: message ?? words[code] ?? 'SUCCEED',
        request_id: crypto.randomUUID(),
        ...(data === undefined ? {} : { data }),
      }
      send(statusOf[code] ?? 400, printedIds(JSON.stringify(told), options.bareIds !== false))
    }
    const deeds = service.faults.take(method, path, false)
    for (const deed of deeds) {
      if (deed.does === 'delay') await new Promise((on) => setTimeout(on, deed.ms))
      if (deed.does === 'drop' && deed.when === 'before') return request.socket.destroy()
      if (deed.does === 'answer') return send(deed.status, deed.body, deed.headers)
      if (deed.does === 'expire') dead.add(token)
    }
    if (dead.has(token)) return say({ code: 1004, message: 'The token has expired.' })
    const newer = !/^\/(v1|account)\//.test(path)
    const entry = admitted(headers.authorization, keys, newer, Math.floor(Date.now() / 1000))
    if (entry.code) return say(entry)
    const instead = deeds.find((deed) => deed.does === 'code')
    if (instead?.does === 'code')
      return say({ code: instead.code, ...(instead.message ? { message: instead.message } : {}) })
    if (read === undefined) return say({ code: 1200, message: 'The body is not JSON.' })
    const done = service.handle(method, path, url.searchParams, bag(read))
    if (deeds.some(({ does }) => does === 'drop')) return request.socket.destroy()
    const after = deeds.find((deed) => deed.does === 'code-after')
    say(
      after?.does === 'code-after' ? { code: after.code, ...(after.message ? { message: after.message } : {}) } : done,
    )
  }

  const server = options.tls ? createSecureServer(options.tls, listener) : createServer(listener)
  // No connection is closed for resting: on a busy machine that meets the next request on its way.
  server.keepAliveTimeout = 0
  await new Promise<void>((ready) => server.listen(options.port ?? 0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  service.origin = `${options.tls ? 'https' : 'http'}://127.0.0.1:${port}`
  return {
    ...keys,
    url: service.origin,
    service,
    exchanges,
    fault: (fault) => service.faults.add(fault),
    bought: () => [...service.orders.values()].filter(({ kind }) => kind !== 'element' && kind !== 'voice').length,
    stop: async () => {
      ending.abort()
      service.stop()
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

/** Bare ids of 19 digits are read as the text that they are. */
function bodyOf(text: string): unknown {
  try {
    return parse(text, undefined, (digits) => (/^\d{16,}$/.test(digits) ? digits : Number(digits)))
  } catch {
    return undefined
  }
}

/** `element_id` as a bare number, as some samples show it: longer than a JSON number of JavaScript can hold. */
const printedIds = (json: string, bare: boolean) =>
  bare ? json.replace(/"element_id":"(\d+)"/g, '"element_id":$1') : json
