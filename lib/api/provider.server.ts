// What can be asked of who renders for us.
import { StudioError } from '../errors'
import type { Provider } from '../providers/provider'
import { type Studio, studio } from '../runtime.server'
import { usedNames } from '../tasks/name.server'
import type { Given } from './entry'
import type { providerContract } from './provider'
import type { Health } from './shape'

type Ask<K extends keyof typeof providerContract> = Given<(typeof providerContract)[K]>

/** How a provider stands, as health and Settings tell it. */
export function standingOf(
  { env, worker }: Studio,
  { id, label, ready, rehearses }: Provider,
): Health['providers'][number] {
  const said = ready(env)
  if (said !== true) return { id, label, ready: false, reason: said }
  const paused = worker.pauses().get(id)
  return {
    id,
    label,
    ready: true,
    ...(paused === undefined ? {} : { paused }),
    ...(rehearses ? { rehearses: rehearses(env) } : {}),
  }
}

function connected({ providers }: Studio, id: string): Provider {
  const found = providers.find((one) => one.id === id)
  if (!found) throw new StudioError('not-found', `${id} is not connected here.`)
  return found
}

export async function resumeProvider({ params }: Ask<'resumeProvider'>) {
  const house = await studio()
  const provider = connected(house, params.id)
  await house.worker.resume(provider.id)
  return standingOf(house, provider)
}

export async function readBalance({ params, request }: Ask<'readBalance'>) {
  const house = await studio()
  const provider = connected(house, params.id)
  if (!provider.balance) throw new StudioError('not-found', `${provider.label} has no balance to ask for.`)
  const ready = provider.ready(house.env)
  if (ready !== true) throw new StudioError('not-ready', ready)
  const io = house.worker.io(provider, AbortSignal.any([house.closing, request.signal]))
  return { balance: (await provider.balance(io).catch((cause) => inWords(provider, cause))) ?? null }
}

/** Newest first among those of earlier orders. */
export async function readNames({ params, query }: Ask<'readNames'>) {
  const house = await studio()
  const provider = connected(house, params.id)
  const listed = provider.names?.(house.env, query.field) ?? []
  const used = await usedNames(house.db.db, provider.id, query.field)
  return { names: [...new Set([...used, ...listed])] }
}

const silent: ReadonlySet<string> = new Set(['HttpFailure', 'Outage'])

/** Whatever the adapter met becomes one of the two refusals that a person can act on. */
function inWords({ label }: Provider, cause: unknown): never {
  // The studio may have been opened by another bundle, whose classes are not ours; their names are.
  if (cause instanceof Error && silent.has(cause.name))
    throw new StudioError('unreachable', `${label} does not say what is left just now. ${cause.message}`)
  throw cause
}
