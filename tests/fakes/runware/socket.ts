// The WebSocket door, which the official JavaScript client uses: authentication first, then one frame per task.
import { randomUUID } from 'node:crypto'
import type { WebSocket } from 'ws'
import type { Service } from './service'
import { type Bag, bag } from './verdict'

const idle = 120_000

/** @param dry `?dryRun=1` in the address: orders are judged and never run. */
export function attend(socket: WebSocket, service: Service, dry = false) {
  let key: string | undefined
  let timer: NodeJS.Timeout | undefined
  const say = (answer: unknown) => socket.send(JSON.stringify(answer))
  const wake = () => {
    clearTimeout(timer)
    timer = setTimeout(() => socket.close(), idle)
  }
  wake()
  socket.on('close', () => clearTimeout(timer))
  socket.on('message', async (data) => {
    wake()
    const tasks = read(String(data))
    if (!tasks) return say({ errors: [{ code: 'invalidRequest', message: 'An array of tasks is expected.' }] })
    const orders = tasks.filter(({ taskType }) => taskType === 'getResponse').length
    if (orders) service.looks.push({ at: Date.now(), door: 'socket', orders })
    for (const task of tasks) {
      if (task.taskType === 'authentication') {
        if (task.apiKey !== (service.options.key ?? 'test-key')) {
          say({ errors: [wrongKey] })
          continue
        }
        key = String(task.apiKey)
        const session = task.connectionSessionUUID ?? randomUUID()
        say({ data: [{ taskType: 'authentication', connectionSessionUUID: session }] })
        continue
      }
      if (!key) {
        say({ errors: [{ ...wrongKey, code: 'missingApiKey', taskUUID: task.taskUUID }] })
        continue
      }
      const { data: items, errors } = dry ? service.rehearse(task) : await service.handle(task, key)
      say({ ...(items.length || !errors.length ? { data: items } : {}), ...(errors.length ? { errors } : {}) })
    }
  })
}

export const wrongKey = {
  code: 'invalidApiKey',
  message: 'Invalid API key. Get one at https://my.runware.ai/keys',
  parameter: 'apiKey',
  type: 'string',
  taskType: 'authentication',
  documentation: 'https://runware.ai/docs/en/getting-started/introduction',
}

function read(text: string): Bag[] | undefined {
  try {
    const parsed: unknown = JSON.parse(text)
    return Array.isArray(parsed) ? parsed.map(bag) : undefined
  } catch {
    return undefined
  }
}
