// A provider of the tests: a real one, small. It remembers what was ordered, as a company would, whatever becomes of us.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import zlib from 'node:zlib'
import type { Order, Progress, Provider, Ticket } from '../../../lib/providers/provider'

export type Placed = { name: string; state: Progress['state']; looks: number }

/** An open question that a test answers when it likes. */
export function gate<T = void>() {
  let open: (value: T) => void = () => {}
  let shut: (error: unknown) => void = () => {}
  const passed = new Promise<T>((resolve, reject) => {
    open = resolve
    shut = reject
  })
  return { passed, open, shut }
}

// A picture of one pixel, its colour in the palette, so that each result is another file.
function picture(shade: number): Buffer {
  const { deflateSync, crc32 } = zlib
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const out = Buffer.alloc(8 + data.length + 4)
    out.writeUInt32BE(data.length, 0)
    body.copy(out, 4)
    out.writeUInt32BE(crc32(body), out.length - 4)
    return out
  }
  const head = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0])
  const pixel = deflateSync(Buffer.from([0, shade & 255, (shade >> 8) & 255, (shade >> 16) & 255]))
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', head),
    chunk('IDAT', pixel),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** @param results how many files an order brings. */
export function plainProvider(folder: string, over: Partial<Provider> = {}, results = 1) {
  const placed = new Map<string, Placed>()
  const asked: number[] = []
  const cancelled: string[] = []
  const place = ({ name }: Order): Ticket => {
    if (placed.has(name)) throw new Error(`${name} was ordered twice`)
    placed.set(name, { name, state: 'running', looks: 0 })
    return { name }
  }
  const filesOf = (name: string) =>
    Array.from({ length: results }, (_, i) => {
      const file = path.join(folder, `${name}-${i}.png`)
      writeFileSync(file, picture([...name].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) >>> 0, i)))
      return { key: String(i), path: file }
    })
  const answer = (ticket: Ticket): Progress => {
    const order = placed.get(String(ticket.name))
    if (!order) return { state: 'failed', error: { code: 'gone', message: 'No such order.', retryable: false } }
    order.looks++
    return order.state === 'done' ? { state: 'done', results: filesOf(order.name) } : { state: order.state }
  }
  const provider: Provider = {
    id: 'runware',
    label: 'The provider',
    ready: () => true,
    limit: () => 4,
    rhythm: () => 20,
    start: async (order) => place(order),
    check: async (tickets) => {
      asked.push(tickets.length)
      return tickets.map(answer)
    },
    recall: async ({ name }) => (placed.has(name) ? { name } : 'never seen'),
    cancel: async ({ name }) => void cancelled.push(String(name)),
    ...over,
  }
  return {
    provider,
    placed,
    asked,
    cancelled,
    place,
    answer,
    filesOf,
    finish: (name: string) => {
      const order = placed.get(name)
      if (order) order.state = 'done'
    },
  }
}
