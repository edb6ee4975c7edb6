// Whether a callback is Kling's own: signed with the secret that the account made, not older than some minutes.
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Env } from '../../env.server'

/** Seconds by which the clocks may differ. */
const window = 5 * 60

type Call = { headers: Headers; body: string }

/**
 * true, or why it is not believed. Without KLING_WEBHOOK_SECRET callbacks come unsigned, and the token of the task alone
 * speaks for them. While secrets are being rotated several signatures come along, or several secrets stand in the setting.
 */
export function signed({ headers, body }: Call, env: Env, now = Date.now()): true | string {
  const secrets = (env.KLING_WEBHOOK_SECRET ?? '').split(/[\s,]+/).filter(Boolean)
  if (secrets.length === 0) return true
  const id = headers.get('webhook-id')
  const moment = headers.get('webhook-timestamp')
  const given = headers.get('webhook-signature')
  if (!id || !moment || !given) return 'The call is not signed, and KLING_WEBHOOK_SECRET asks for a signature.'
  if (!/^\d+$/.test(moment) || Math.abs(now / 1000 - Number(moment)) > window)
    return 'The time of the call is more than five minutes away from the clock of this computer.'
  const right = secrets.map((secret) => signature(secret, `${id}.${moment}.${body}`))
  const any = given
    .split(/\s+/)
    .flatMap((one) => (one.startsWith('v1,') ? [one.slice(3)] : []))
    // Every pair is compared, so that time tells nothing of which one matched.
    .reduce((found, one) => right.reduce((hit, own) => same(own, one) || hit, found), false)
  return any || 'The signature does not fit KLING_WEBHOOK_SECRET.'
}

const signature = (secret: string, content: string) =>
  createHmac('sha256', Buffer.from(secret.replace(/^whsec_/, ''), 'base64'))
    .update(content)
    .digest('base64')

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
