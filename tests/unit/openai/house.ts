// A studio without a server on a folder of its own, with two gateways: both are the fake.
import { readEnv } from '../../../lib/env.server'
import type { Input } from '../../../lib/models/input'
import type { ProviderId } from '../../../lib/models/row'
import { providersOf } from '../../../lib/providers'
import { openWorker } from '../../../lib/worker/worker'
import type { Fake } from '../../fakes/openai/server'
import { openRooms } from '../../rooms'
import { settings, words } from './desk'

export async function openHouse(fake: Fake) {
  const entry = (gateways: string) => ({
    ...settings(fake),
    OPENAI_VIDEOS_GATEWAYS: gateways,
    OPENAI_VIDEOS_ACME_API_KEY: fake.key,
    OPENAI_VIDEOS_ACME_BASE_URL: `${fake.url}/v1`,
  })
  const { close, ...rooms } = await openRooms(entry('Acme'))
  const begin = (gateways = 'Acme') => {
    const env = readEnv({ DATA_DIR: rooms.folder, ...entry(gateways) })
    return openWorker({ ...rooms, env, providers: providersOf(env) })
  }
  let worker = await begin()
  return {
    ...rooms,
    worker: () => worker,
    /** As after a power cut, as far as the worker knows. @param gateways those that are set up from then on. */
    async restart(gateways?: string) {
      await worker.close()
      worker = await begin(gateways)
    },
    async order(provider: ProviderId = 'openai', input: Input = words) {
      return (await rooms.tasks.add({ provider, model: 'Kling-3.0-Omni', workflow: 'text-to-video', input })).task
    },
    async close() {
      await worker.close()
      await close()
    },
  }
}
