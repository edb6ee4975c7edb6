// One question to a provider beside its orders: whether it can be asked at all, and its failures in words for a person.
import { StudioError } from '../errors'
import type { Io, Provider } from '../providers/provider'
import { type Studio, studio } from '../runtime.server'

export type Asking = { house: Studio; provider: Provider; io: Io }

/** Throws StudioError('not-found' | 'not-ready') with the reason, and in the provider's words when it refuses. */
export async function asking<T>(id: string, request: Request, work: (at: Asking) => Promise<T>): Promise<T> {
  const house = await studio()
  const provider = house.providers.find((one) => one.id === id)
  if (!provider) throw new StudioError('not-found', `${id} is not connected here.`)
  const ready = provider.ready(house.env)
  if (ready !== true) throw new StudioError('not-ready', ready)
  const io = house.worker.io(provider, AbortSignal.any([house.closing, request.signal]))
  try {
    return await work({ house, provider, io })
  } catch (cause) {
    // The studio may have been opened by another bundle, whose classes are not ours; their names are.
    if (!(cause instanceof Error) || cause.name !== 'HttpFailure') throw cause
    throw new StudioError('unreachable', `${provider.label} does not answer just now. ${cause.message}`)
  }
}

/** A part of the contract that only some providers have. */
export function partOf<K extends 'scout' | 'shelf'>({ provider }: Asking, part: K): NonNullable<Provider[K]> {
  const found = provider[part]
  const does = { scout: 'looks into no films', shelf: 'keeps nothing between orders' } as const
  if (!found) throw new StudioError('not-found', `${provider.label} ${does[part]}.`)
  return found
}
