// A gateway that speaks OpenAI's /v1/videos, as the worker sees it. Its orders have no names, so nothing can be asked by one.
import type { Gateway } from '../../env.gateway.server'
import type { Provider } from '../provider'
import { check } from './check'
import { bearer } from './client'
import { lacks } from './lack'
import { read } from './read'
import { rhythm } from './rhythm'
import { start } from './start'
import { body } from './wire'

export function openai(gateway: Gateway): Provider {
  const [key, base] = gateway.variables.map(({ name }) => name)
  return {
    id: gateway.id,
    label: gateway.name,
    ready: ({ gateways }) => {
      const set = gateways.find(({ id }) => id === gateway.id)
      const missing = [set?.key ? [] : [key], set?.base ? [] : [base]].flat()
      return missing.length === 0 ? true : `Add ${missing.join(' and ')} to use ${gateway.name}.`
    },
    limit: () => gateway.limit,
    lacks: ({ input }, { PUBLIC_URL }) => lacks(input, gateway, () => PUBLIC_URL !== undefined),
    start: (order, io) => start(order, io, gateway),
    check: (tickets, io) => check(tickets, io, gateway),
    recall: async () => 'unknown',
    rhythm,
    origins: () => (gateway.base ? [new URL(gateway.base).origin] : []),
    access: (url) =>
      gateway.base && new URL(url).origin === new URL(gateway.base).origin ? bearer(gateway) : undefined,
    preview: (order) => [
      { method: 'POST', path: '/v1/videos', body: body(order, gateway, (asset) => `asset:${asset}`) },
    ],
    read: (request, endpoint) => read(request, endpoint, gateway),
  }
}
