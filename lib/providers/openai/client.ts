// One request to a gateway. The key goes to the gateway's own address and nowhere else.
import type { Gateway } from '../../env.gateway.server'
import { exactly } from '../exact'
import { askJson, type HttpAnswer } from '../http'
import type { Io } from '../provider'

/** Milliseconds. A gateway may pass an order on before it answers. */
export const patience = { submit: 120_000, poll: 20_000 } as const

/** `…/v1/videos`, whether the address was set with /v1 at its end or without. */
export function videos({ base = '' }: Gateway, ...rest: readonly string[]): string {
  const root = base.replace(/\/+$/, '').replace(/\/v1$/, '')
  return [`${root}/v1/videos`, ...rest.map(encodeURIComponent)].join('/')
}

export const bearer = ({ key = '' }: Gateway) => ({ authorization: `Bearer ${key}` })

/** Throws HttpFailure. */
export function ask(gateway: Gateway, io: Io, at: { id: string } | { body: unknown }): Promise<HttpAnswer> {
  const placing = 'body' in at
  return askJson(io.fetch, io.signal, {
    url: placing ? videos(gateway) : videos(gateway, at.id),
    method: placing ? 'POST' : 'GET',
    headers: bearer(gateway),
    ...(placing ? { body: at.body } : {}),
    timeoutMs: placing ? patience.submit : patience.poll,
    secrets: [gateway.key ?? ''],
    read: exactly,
  })
}
