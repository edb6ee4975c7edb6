// A studio without a server on a folder of its own, whose Runware is the fake.
import type { Input } from '../../../lib/models/input'
import { runware } from '../../../lib/providers/runware'
import { openWorker } from '../../../lib/worker/worker'
import type { Fake } from '../../fakes/runware/server'
import { openRooms } from '../../rooms'
import { pro, words } from './desk'

/** @param most bytes of a result that its library keeps. */
export async function openHouse(fake: Fake, extra: Record<string, string> = {}, most?: number) {
  const { close, ...rooms } = await openRooms({ RUNWARE_API_KEY: fake.key, RUNWARE_BASE_URL: fake.url, ...extra })
  const { library, tasks } = rooms
  const keepUrl: typeof library.keepUrl = (url, how) =>
    library.keepUrl(url, { ...how, ...(most === undefined ? {} : { maxBytes: most }) })
  const begin = () => openWorker({ ...rooms, library: { ...library, keepUrl }, providers: [runware] })
  let worker = await begin()
  return {
    ...rooms,
    worker: () => worker,
    /** As after a power cut, as far as the worker knows. */
    async restart() {
      await worker.close()
      worker = await begin()
    },
    order: async (input: Input = words, more: { id?: string; model?: string; workflow?: string } = {}) => {
      const order = { provider: 'runware' as const, model: pro, workflow: 'text-to-video', ...more, input }
      return (await tasks.add(order)).task
    },
    async close() {
      await worker.close()
      await close()
    },
  }
}
export type House = Awaited<ReturnType<typeof openHouse>>
