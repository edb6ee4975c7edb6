// A hundred orders at Runware's stand-in: requests per second while they run, and from its “success” to the event at a client; beside the official client on the same stand-in in the same run.
import { spawn } from 'node:child_process'
import http from 'node:http'
import { nodeTool, root } from '../tool.mjs'
import { at, freePort, open, post, round, scratch, sleep, wipe } from './studio.mjs'

const count = 100
/** Milliseconds that an order takes: the first, and by how much others take longer. */
const runMs = 15_000
const spreadMs = 20_000
const key = 'test-key'
const order = {
  provider: 'runware',
  model: 'klingai:kling-video@3-pro',
  workflow: 'text-to-video',
  input: { prompt: 'Dawn over a slate sea', duration: 3, width: 1920, height: 1080 },
}

async function standIn() {
  const port = await freePort()
  const [command, args] = nodeTool(
    'tsx/dist/cli.mjs',
    'tests/fakes/runware/cli.ts',
    '--port',
    String(port),
    '--run-ms',
    String(runMs),
    '--spread-ms',
    String(spreadMs),
  )
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise((ready) => child.stdout.once('data', ready))
  const url = `http://127.0.0.1:${port}`
  return {
    url: `${url}/v1`,
    socketUrl: `ws://127.0.0.1:${port}/v1`,
    measures: async () => (await fetch(`${url}/measures`)).json(),
    close: () => child.kill('SIGTERM'),
  }
}

/** Looks per second while orders ran, over the whole of that time. */
function pace(looks, from, to) {
  const within = looks.filter((one) => one.at >= from && one.at <= to)
  const seconds = Math.max(0.001, (to - from) / 1000)
  return {
    requestsPerSecond: round(within.length / seconds),
    perRequest: round(within.reduce((sum, one) => sum + one.orders, 0) / Math.max(1, within.length)),
  }
}

async function ours(fake, webhooks) {
  const folder = await scratch()
  const port = await freePort()
  const settings = { RUNWARE_API_KEY: key, RUNWARE_BASE_URL: fake.url, RUNWARE_LIMIT: String(count) }
  const called = webhooks ? { PUBLIC_URL: `http://127.0.0.1:${port}` } : {}
  const studio = await open(folder, { ...settings, ...called }, port)
  const done = new Map()
  const request = http.get(`${studio.url}/api/tasks/stream?after=0`, (answer) => {
    let rest = ''
    answer.setEncoding('utf8')
    answer.on('data', (chunk) => {
      const now = Date.now()
      rest += chunk
      const events = rest.split('\n\n')
      rest = events.pop() ?? ''
      for (const event of events) {
        const data = /^data: (.*)$/m.exec(event)?.[1]
        const task = data && JSON.parse(data)
        if (task?.status === 'done' && !done.has(task.id)) done.set(task.id, now)
      }
    })
    answer.on('error', () => {})
  })
  request.on('error', () => {})
  const from = Date.now()
  const before = (await fake.measures()).looks.length
  const ids = []
  for (let one = 0; one < count; one++) ids.push((await post(`${studio.url}/api/tasks`, order)).id)
  const until = Date.now() + 120_000
  while (done.size < count && Date.now() < until) await sleep(100)
  const { looks, ended } = await fake.measures()
  const lags = ended.flatMap(({ uuid, at: made }) => (done.has(uuid) ? [done.get(uuid) - made] : []))
  const last = Math.max(from, ...ended.filter(({ uuid }) => done.has(uuid)).map((one) => one.at))
  request.destroy()
  await studio.close()
  await wipe(folder)
  return {
    done: done.size,
    ...pace(looks.slice(before), from, last),
    successToEventMs: { p50: at(lags, 0.5), p95: at(lags, 0.95) },
  }
}

async function theirs(fake) {
  const { Runware } = await import('@runware/sdk-js')
  const client = await Runware.initialize({ apiKey: key, url: fake.socketUrl, shouldReconnect: false })
  const before = (await fake.measures()).looks.length
  const from = Date.now()
  const done = new Map()
  await Promise.all(
    Array.from({ length: count }, async () => {
      const uuid = crypto.randomUUID()
      await client.videoInference({
        taskUUID: uuid,
        model: order.model,
        positivePrompt: order.input.prompt,
        duration: 3,
        width: 1920,
        height: 1080,
      })
      done.set(uuid, Date.now())
    }),
  )
  const { looks, ended } = await fake.measures()
  await client.disconnect()
  const lags = ended.flatMap(({ uuid, at: made }) => (done.has(uuid) ? [done.get(uuid) - made] : []))
  const last = Math.max(from, ...ended.filter(({ uuid }) => done.has(uuid)).map((one) => one.at))
  return {
    done: done.size,
    ...pace(looks.slice(before), from, last),
    successToResultMs: { p50: at(lags, 0.5), p95: at(lags, 0.95) },
  }
}

export async function runware() {
  const fake = await standIn()
  try {
    const polling = await ours(fake, false)
    const webhook = await ours(fake, true)
    const official = await theirs(fake)
    return {
      orders: count,
      runSeconds: [runMs / 1000, (runMs + spreadMs) / 1000],
      polling,
      webhook,
      official,
      ratio: { requests: round(polling.requestsPerSecond / official.requestsPerSecond, 3) },
    }
  } finally {
    fake.close()
  }
}
