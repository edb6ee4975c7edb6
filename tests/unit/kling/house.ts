// A studio without a server on a folder of its own, whose Kling is the fake.
import type { Input } from '../../../lib/models/input'
import { kling } from '../../../lib/providers/kling'
import type { Provider } from '../../../lib/providers/provider'
import { openWorker } from '../../../lib/worker/worker'
import { openRooms } from '../../rooms'
import { words } from './desk'

/** Kling as it is, but looked at often enough for a test. */
const quick: Provider = { ...kling, rhythm: () => 250 }

export async function openHouse(entry: Record<string, string | undefined>) {
  const { close, ...rooms } = await openRooms(entry)
  const begin = () => openWorker({ ...rooms, providers: [quick] })
  let worker = await begin()
  return {
    ...rooms,
    worker: () => worker,
    /** As after a power cut, as far as the worker knows. */
    async restart() {
      await worker.close()
      worker = await begin()
    },
    order: async (input: Input = words, model = 'kling-v3', workflow = 'text-to-video') =>
      (await rooms.tasks.add({ provider: 'kling', model, workflow, input })).task,
    async close() {
      await worker.close()
      await close()
    },
  }
}
export type House = Awaited<ReturnType<typeof openHouse>>
