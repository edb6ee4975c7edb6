// What a provider keeps between orders, asked and changed on a person's behalf.
import { castAs } from '../elements/cast'
import type { Element } from '../elements/element'
import type { Io, Provider } from '../providers/provider'
import { type Studio, studio } from '../runtime.server'
import { asking, partOf } from './asking.server'
import type { Given } from './entry'
import type { shelfContract } from './shelf'

type Ask<K extends keyof typeof shelfContract> = Given<(typeof shelfContract)[K]>

/** How a provider stands, where it keeps anything at all. */
function standings({ env, providers }: Studio) {
  return providers.flatMap((provider) => {
    if (!provider.shelf) return []
    const ready = provider.ready(env)
    const { id, label } = provider
    return [
      { provider, place: { provider: id, label, ready: ready === true, ...(ready === true ? {} : { reason: ready }) } },
    ]
  })
}

export const listKeepers = async () => ({ keepers: standings(await studio()).map(({ place }) => place) })

export const listKept = ({ params, query, request }: Ask<'listKept'>) =>
  asking(params.id, request, async (at) => ({ items: await partOf(at, 'shelf').list(query.what, at.io) }))

export const keepThere = ({ params, body, request }: Ask<'keepThere'>) =>
  asking(params.id, request, async (at) => {
    const shelf = partOf(at, 'shelf')
    const element = await at.house.elements.find(body.element)
    return { id: await shelf.keep(body.what, castAs(element), at.io) }
  })

export const dropThere = ({ params, query, request }: Ask<'dropThere'>) =>
  asking(params.id, request, async (at) => {
    await partOf(at, 'shelf').drop(query.what, query.kept, at.io)
    return new Response(null, { status: 204 })
  })

export async function whereKnown({ params, request }: Ask<'whereKnown'>) {
  const house = await studio()
  const element = await house.elements.find(params.id)
  const signal = AbortSignal.any([house.closing, request.signal])
  const places = standings(house).map(async ({ provider, place }) => ({
    ...place,
    ...(await known(provider, element, house.worker.io(provider, signal))),
  }))
  return { places: await Promise.all(places) }
}

async function known({ shelf }: Provider, element: Element, io: Io) {
  const cast = castAs(element)
  const [own, voice] = [await shelf?.known('element', cast, io), await shelf?.known('voice', cast, io)]
  return { ...(own === undefined ? {} : { element: own }), ...(voice === undefined ? {} : { voice }) }
}
