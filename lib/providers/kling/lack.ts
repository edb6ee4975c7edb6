// What an order cannot be placed with as this studio is set up, at its field, with the way out.
import type { Env } from '../../env.server'
import type { Issue } from '../../errors'
import { mediaOf } from '../../models/input'
import type { Order } from '../provider'
import { onlyByKey } from './auth'
import { noAddress, takesIds } from './media'
import { callOf, sentOf } from './wire'

/** Elements and voices may be at Kling already, which only Kling's answers can tell. */
const films = /^(sourceVideo|referenceVideos)(\.|$)/

export function lacks(order: Pick<Order, 'row' | 'workflow' | 'input'>, env: Env): Issue[] {
  const { path } = callOf({ ...order, name: '' }, (asset) => asset)
  const barred = onlyByKey(env, path)
  const away =
    env.PUBLIC_URL || takesIds(order.workflow.id)
      ? []
      : mediaOf(sentOf(order)).flatMap(({ path: field, medium }) =>
          'asset' in medium && films.test(field) ? [{ path: field, message: noAddress('this film') }] : [],
        )
  return [...(barred === undefined ? [] : [{ path: '', message: barred }]), ...away]
}
