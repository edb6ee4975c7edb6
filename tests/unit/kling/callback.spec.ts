// Callbacks: only Kling's own are heard, and what they say is asked of Kling all the same.
import { expect, test } from '@playwright/test'
import { readEnv } from '../../../lib/env.server'
import { signed } from '../../../lib/providers/kling/callback'
import { sign } from '../../fakes/kling/call'

// The vendor's own test vector (section 7 of the protocol page).
const vector = {
  secret: 'whsec_dGVzdHNlY3JldHRlc3RzZWNyZXR0ZXN0c2VjcmV0MTI=',
  at: 1_781_080_794,
  body: '{"id":"1234567890","status":"succeeded","message":"","create_time":1781080778802,"update_time":1781080794151}',
  headers: {
    'webhook-id': '9876543210',
    'webhook-timestamp': '1781080794',
    'webhook-signature': 'v1,UsKlJP00XoQyOn410NM9xv34sP+Gl0jnOO9Lcpr7NJ4=',
  },
}
const now = vector.at * 1000
const env = (secret?: string) => readEnv({ KLING_WEBHOOK_SECRET: secret })
const judged = (headers: Record<string, string>, { body = vector.body, secret = vector.secret, at = now } = {}) =>
  signed({ headers: new Headers(headers), body }, env(secret), at)

test('the vendor’s test vector is believed, in any case of its headers', () => {
  expect(judged(vector.headers)).toBe(true)
  const loud = Object.fromEntries(Object.entries(vector.headers).map(([key, value]) => [key.toUpperCase(), value]))
  expect(judged(loud)).toBe(true)
})

test('one byte of the body, another id, another secret: not believed', () => {
  expect(judged(vector.headers, { body: vector.body.replace('succeeded', 'failed') })).toContain('signature')
  expect(judged({ ...vector.headers, 'webhook-id': '9876543211' })).toContain('signature')
  expect(judged(vector.headers, { secret: 'whsec_b3RoZXI=' })).toContain('signature')
  const { 'webhook-signature': _, ...bare } = vector.headers
  expect(judged(bare)).toContain('not signed')
})

test('five minutes either way are let pass, not more', () => {
  for (const minutes of [-4.9, 4.9]) expect(judged(vector.headers, { at: now + minutes * 60_000 })).toBe(true)
  for (const minutes of [-5.1, 5.1])
    expect(judged(vector.headers, { at: now + minutes * 60_000 })).toContain('five minutes')
})

test('while secrets are being rotated any of several signatures serves, and any of several secrets', () => {
  const own = vector.headers['webhook-signature']
  expect(judged({ ...vector.headers, 'webhook-signature': `v1,AAAA ${own} v1,BBBB` })).toBe(true)
  expect(judged({ ...vector.headers, 'webhook-signature': own.replace('v1,', 'v2,') })).toContain('signature')
  expect(judged(vector.headers, { secret: `whsec_b3RoZXI= ${vector.secret}` })).toBe(true)
})

test('without a secret the token of the task alone speaks', () => {
  expect(signed({ headers: new Headers(), body: '{}' }, env())).toBe(true)
})

test('what the fake signs is believed', () => {
  const headers = sign(vector.secret, '1', vector.body)
  expect(judged(headers, { at: Date.now() })).toBe(true)
})
