// A Runware on loopback: HTTP, WebSocket and result files on one port, strict by the pages, with faults on demand.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'
import { call } from './call'
import type { Fault } from './fault'
import { sendFile } from './file'
import { type Options, Service } from './service'
import { attend, wrongKey } from './socket'
import { type Bag, bag } from './verdict'

/** One HTTP exchange, as it was. */
type Exchange = { at: number; tasks: Bag[]; status: number }

export type Fake = {
  /** For RUNWARE_BASE_URL. */
  url: string
  /** For the official client. */
  socketUrl: string
  key: string
  service: Service
  exchanges: Exchange[]
  fault(fault: Fault): void
  /** How many orders were bought in all. */
  bought(): number
  stop(): Promise<void>
}

export async function startFake(options: Options & { port?: number } = {}): Promise<Fake> {
  const service = new Service(options)
  const key = options.key ?? 'test-key'
  const exchanges: Exchange[] = []
  const ending = new AbortController()
  service.onEnd = (order, at) => call(service, order, at, ending.signal)

  const server = createServer((request, response) => {
    const work = request.method === 'POST' ? answer(request, response) : sendFile(service, request, response)
    work.catch(() => response.destroy())
  })

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const parsed = read(Buffer.concat(chunks).toString())
    const tasks = Array.isArray(parsed) ? parsed.map(bag) : []
    const exchange = { at: Date.now(), tasks, status: 0 }
    exchanges.push(exchange)
    const orders = tasks.filter(({ taskType }) => taskType === 'getResponse').length
    if (orders) service.looks.push({ at: Date.now(), door: 'http', orders })
    const say = (status: number, body: unknown, headers: Record<string, string> = {}) => {
      exchange.status = status
      const text = typeof body === 'string' ? body : JSON.stringify(body)
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text)
    }
    if (!Array.isArray(parsed))
      return say(400, { errors: [{ code: 'invalidRequest', message: 'An array of tasks is expected.' }] })
    const deeds = service.faults.takeForLine(tasks)
    for (const deed of deeds) {
      if (deed.does === 'delay') await new Promise((on) => setTimeout(on, deed.ms))
      if (deed.does === 'drop' && deed.when === 'before') return request.socket.destroy()
      if (deed.does === 'answer') return say(deed.status, deed.body, deed.headers)
    }
    const [head] = tasks
    const inBody = head?.taskType === 'authentication' ? String(head.apiKey) : undefined
    const bearer = request.headers.authorization?.replace(/^Bearer /, '')
    const given = bearer ?? inBody
    if (given !== key) return say(401, { errors: [given ? wrongKey : { ...wrongKey, code: 'missingApiKey' }] })
    const data: Bag[] = []
    const errors: Bag[] = []
    for (const task of inBody === undefined ? tasks : tasks.slice(1)) {
      const one = await service.handle(task, given)
      data.push(...one.data)
      errors.push(...one.errors)
    }
    if (deeds.some((deed) => deed.does === 'drop')) return request.socket.destroy()
    const refused = errors.some(({ status }) => status !== 'error')
    const forced = deeds.find((deed) => deed.does === 'status')
    const status = forced?.does === 'status' ? forced.status : data.length === 0 && refused ? 400 : 200
    const body = { ...(data.length || !errors.length || refused ? { data } : {}), ...(errors.length ? { errors } : {}) }
    const garbled = deeds.find((deed) => deed.does === 'garble')
    if (garbled?.does === 'garble')
      return say(
        status,
        garbled.as === 'html' ? '<html><body>Bad gateway</body></html>' : JSON.stringify(body).slice(0, -7),
      )
    say(status, body)
  }

  const sockets = new WebSocketServer({ server })
  sockets.on('connection', (socket, { url = '' }) =>
    attend(socket, service, new URL(url, 'ws://fake').searchParams.get('dryRun') === '1'),
  )
  // No connection is closed for resting: on a busy machine that meets the next request on its way.
  server.keepAliveTimeout = 0
  await new Promise<void>((ready) => server.listen(options.port ?? 0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  service.origin = `http://127.0.0.1:${port}`
  return {
    url: `${service.origin}/v1`,
    socketUrl: `ws://127.0.0.1:${port}/v1`,
    key,
    service,
    exchanges,
    fault: (fault) => service.faults.add(fault),
    bought: () => service.orders.size,
    stop: async () => {
      ending.abort()
      service.stop()
      for (const socket of sockets.clients) socket.terminate()
      sockets.close()
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

function read(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
