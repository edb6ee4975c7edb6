// A gateway that orders were placed with and that is no longer set up: they wait for it, and say so.
import { gatewayName } from '../models/provider-id'
import type { ProviderId } from '../models/row'
import { Outage, type Provider, StartFailure } from './provider'

export function absent(id: ProviderId): Provider {
  const label = gatewayName(id) ?? id
  const why = `${label} is no longer set up here; add it to the settings again and restart the studio.`
  return {
    id,
    label,
    ready: () => why,
    limit: () => 0,
    start: () => Promise.reject(new StartFailure('paused', 'absent', why)),
    check: () => Promise.reject(new Outage(why)),
    recall: async () => 'unknown',
    rhythm: () => 60_000,
  }
}
