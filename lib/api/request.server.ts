// A provider's own request in our words, and our words as its request. Nothing is sent by either.
import { randomUUID } from 'node:crypto'
import { StudioError } from '../errors'
import type { Quote } from '../models/price'
import { notesOn } from '../models/schema'
import { studio } from '../runtime.server'
import type { Contract } from './contract'
import type { Given } from './entry'
import { judge, providerFor } from './place.server'

/** Stands for the name that an order gets when it is placed, so that a live preview holds still. */
const unnamed = '00000000-0000-4000-8000-000000000000'

export async function importRequest({ body }: Given<Contract['importRequest']>) {
  const { providers } = await studio()
  const provider = providerFor(providers, body.provider)
  if (!provider.read)
    throw refusal('provider', `${provider.label} has no request format of its own; nothing can be imported from it.`)
  if (body.request === undefined) throw refusal('request', 'Give the request as the provider’s page shows it.')
  return provider.read(body.request, body.endpoint)
}

const refusal = (path: string, message: string) => new StudioError('invalid', message, [{ path, message }])

export async function previewRequest({ body }: Given<Contract['previewRequest']>) {
  const { providers, library } = await studio()
  const { row, workflow, input, quote } = await judge({ library }, body, 'carrying')
  const order = { name: body.id ?? unnamed, row, workflow, input }
  return {
    calls: providerFor(providers, body.provider).preview?.(order) ?? [],
    price: priceOf(quote),
    notes: notesOn(workflow, input),
  }
}

export async function rehearseRequest({ body, request }: Given<Contract['rehearseRequest']>) {
  const { env, providers, library, worker, closing } = await studio()
  const { row, workflow, input } = await judge({ library }, body)
  const provider = providerFor(providers, body.provider)
  const ready = provider.ready(env)
  if (ready !== true) throw new StudioError('not-ready', ready)
  const may = provider.rehearses?.(env) ?? `${provider.label} knows no way to ask whether it would take an order.`
  if (may !== true || !provider.rehearse) throw new StudioError('not-ready', String(may))
  const io = worker.io(provider, AbortSignal.any([closing, request.signal]))
  return provider.rehearse({ name: randomUUID(), row, workflow, input }, io).catch((cause: unknown) => {
    // The studio may have been opened by another bundle, whose classes are not ours.
    if (cause instanceof Error && !(cause instanceof StudioError)) throw new StudioError('unreachable', cause.message)
    throw cause
  })
}

function priceOf(quote: Quote) {
  if (quote === 'unknown') return null
  return quote === 'free' ? { amount: 0, currency: 'USD', basis: 'free' } : quote
}
