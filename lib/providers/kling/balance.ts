// Packs at Kling and what is left of them. The cheapest question there is, so it shows whether the keys are right, too.
import { z } from 'zod'
import { StudioError } from '../../errors'
import type { Balance, Io, Pack } from '../provider'
import { ask, patience } from './client'
import { sentence } from './error'
import { moment } from './sight'

/** Milliseconds: Kling answers this question once a second; it lists packs bought within a span. */
const apart = 1_000
const year = 366 * 24 * 60 * 60_000

const packs = z.object({
  code: z.coerce.number().optional().catch(undefined),
  msg: z.string().optional().catch(undefined),
  resource_pack_subscribe_infos: z
    .array(
      z.looseObject({
        resource_pack_name: z.string().catch(''),
        resource_pack_id: z.coerce.string(),
        total_quantity: z.coerce.number().catch(0),
        remaining_quantity: z.coerce.number().catch(0),
        effective_time: z.unknown().optional(),
        invalid_time: z.unknown().optional(),
        status: z.string().catch(''),
      }),
    )
    .optional()
    .catch(undefined),
})

let last: Promise<unknown> = Promise.resolve()

/** Questions stand in line, a second apart. */
function inLine<T>(work: () => Promise<T>): Promise<T> {
  const turn = last.then(work)
  last = turn
    .then(
      () => undefined,
      () => undefined,
    )
    .then(() => new Promise((on) => setTimeout(on, apart).unref()))
  return turn
}

/** What is left of the packs in use, in units; up to 12 h old, says Kling. Throws with Kling's words when it refuses. */
export function balance(io: Io): Promise<Balance | undefined> {
  return inLine(async () => {
    const now = Date.now()
    const query = { start_time: now - year, end_time: now }
    const reply = await ask({ method: 'GET', path: '/account/costs', query, timeoutMs: patience.poll }, io)
    const inner = packs.safeParse(reply.data).data
    if (reply.code !== 0) throw new StudioError('provider', `Kling: ${sentence(reply)}`)
    if (inner?.code) throw new StudioError('provider', `Kling: ${inner.msg ?? `it answered with code ${inner.code}.`}`)
    const found = inner?.resource_pack_subscribe_infos
    if (!found) return
    const all = found.map((one): Pack => {
      const from = when(one.effective_time)
      const until = when(one.invalid_time)
      return {
        id: one.resource_pack_id,
        name: one.resource_pack_name || one.resource_pack_id,
        total: one.total_quantity,
        left: one.remaining_quantity,
        state: one.status,
        ...(from ? { from } : {}),
        ...(until ? { until } : {}),
      }
    })
    const left = all.filter(({ state }) => state === 'online').reduce((sum, one) => sum + one.left, 0)
    return { amount: Math.round(left * 1e6) / 1e6, currency: 'units', packs: all }
  })
}

function when(value: unknown): string | undefined {
  const at = moment(value)
  return at === undefined ? undefined : new Date(at).toISOString()
}
