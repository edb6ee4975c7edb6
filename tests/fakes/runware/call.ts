// Webhooks: one call per result, again until somebody says 2xx, in either of the two shapes.

import { failed, type Placed, printed } from './order'
import type { Service } from './service'

const first = 250
const widest = 8_000
const most = 6

/** Resolves when it was taken or given up. */
export async function call(service: Service, order: Placed, at: number, signal: AbortSignal) {
  const url = order.task.webhookURL
  const piece = order.pieces[at]
  if (typeof url !== 'string' || !piece) return
  const fine = piece.state === 'success'
  const item = fine ? printed(order, piece, service.origin, false) : failed(order, piece)
  const flat = service.options.webhooks !== 'wrapped'
  const body = JSON.stringify(flat && fine ? item : fine ? { data: [item] } : { errors: [item] })
  const times = order.deeds.some(({ does }) => does === 'call-twice') ? 2 : 1
  for (let count = 0; count < times; count += 1) await delivered(url, body, signal)
}

async function delivered(url: string, body: string, signal: AbortSignal) {
  for (let tries = 0, wait = first; tries < most && !signal.aborted; tries += 1, wait = Math.min(wait * 2, widest)) {
    const taken = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      signal,
    }).then(
      (answer) => answer.ok,
      () => false,
    )
    if (taken) return
    await new Promise((on) => setTimeout(on, wait).unref())
  }
}
