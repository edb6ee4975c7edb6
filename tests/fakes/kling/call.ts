// Callbacks: one per change of status, signed where the account has a secret.
import { createHmac } from 'node:crypto'
import { type Placed, printed } from './order'
import type { Service } from './service'
import { bag, text } from './shape'

export async function call(service: Service, order: Placed, signal: AbortSignal) {
  const { body, newer } = order
  const url = text((newer ? bag(body.options) : body).callback_url)
  if (!url) return
  const payload = JSON.stringify(printed(order, { origin: service.origin, times: service.options.times ?? 'ms' }))
  const { webhookSecret } = service.options
  const headers = {
    'content-type': 'application/json',
    ...(webhookSecret ? sign(webhookSecret, service.next(), payload) : {}),
  }
  await fetch(url, { method: 'POST', headers, body: payload, signal }).catch(() => undefined)
}

/** @param at seconds since 1970. */
export function sign(secret: string, id: string, payload: string, at = Math.floor(Date.now() / 1000)) {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const value = createHmac('sha256', key).update(`${id}.${at}.${payload}`).digest('base64')
  return { 'Webhook-Id': id, 'Webhook-Timestamp': String(at), 'Webhook-Signature': `v1,${value}` }
}
