// What an adapter may use, in memory, and a gateway whose address is the fake's.
import { readEnv } from '../../../lib/env.server'
import { rowOf } from '../../../lib/models/catalog'
import type { Input } from '../../../lib/models/input'
import { workflowOf } from '../../../lib/models/standing'
import { openai } from '../../../lib/providers/openai'
import type { Io, Order, Progress, StartFailure, Ticket } from '../../../lib/providers/provider'
import type { Fake } from '../../fakes/openai/server'

type Where = Pick<Fake, 'url' | 'key'>

export const settings = ({ url, key }: Where, more: Record<string, string> = {}) => ({
  OPENAI_VIDEOS_BASE_URL: url,
  OPENAI_VIDEOS_API_KEY: key,
  ...more,
})

export function provider(fake: Where, more: Record<string, string> = {}) {
  const [gateway] = readEnv(settings(fake, more)).gateways
  if (!gateway) throw new Error('no gateway')
  return openai(gateway)
}

export const io = (more: Partial<Io> = {}): Io => ({
  env: readEnv({}),
  fetch,
  signal: new AbortController().signal,
  scratch: '',
  file: () => Promise.reject(new Error('no file is read here')),
  copies: { get: async () => undefined, put: async () => {}, drop: async () => {} },
  ...more,
})

export const words: Input = { prompt: 'A boat at dusk', duration: 5, aspectRatio: '16:9', resolution: '720P' }

export function order(input: Input = words, workflow = 'text-to-video', model = 'Kling-3.0-Omni'): Order {
  const row = rowOf('openai', model)
  const found = row && workflowOf(row, workflow)
  if (!row || !found) throw new Error(`no ${model} ${workflow}`)
  return { name: crypto.randomUUID(), row, workflow: found, input }
}

/** How a start ended that brought no ticket. */
export async function failure(start: Promise<Ticket>): Promise<StartFailure> {
  const ended = await start.then(
    () => undefined,
    (error: StartFailure) => error,
  )
  if (!ended) throw new Error('It was placed.')
  return ended
}

/** Looks until it has ended, without the pauses of a worker; every word on the way. */
export async function followed(gateway: ReturnType<typeof provider>, ticket: Ticket): Promise<Progress[]> {
  const seen: Progress[] = []
  let now = ticket
  for (let looks = 0; looks < 500; looks++) {
    const [one] = await gateway.check([now], io())
    if (!one) throw new Error('no answer')
    seen.push(one)
    if (one.state !== 'running') return seen
    now = one.ticket ?? now
    await new Promise((on) => setTimeout(on, 10))
  }
  throw new Error('it never ended')
}
