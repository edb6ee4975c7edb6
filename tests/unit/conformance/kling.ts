import { kling } from '../../../lib/providers/kling'
import { startFake } from '../../fakes/kling/server'
import { desk, order, sent, withKey } from '../kling/desk'
import type { Entrant, Fate } from './bench'

export const klingEntrant: Entrant = {
  name: 'kling',
  sends: true,
  names: true,
  async open() {
    const fake = await startFake({ runMs: 'held' })
    const creates = () => sent(fake).filter(({ path }) => path.startsWith('/v1/videos/'))
    const fates: Record<Fate, () => void> = {
      'lost-before': () => fake.fault({ does: 'drop', when: 'before' }),
      'lost-after': () => fake.fault({ does: 'drop', when: 'after' }),
      refused: () => fake.fault({ does: 'code', code: 1301, message: 'The prompt is not allowed' }),
      later: () => fake.fault({ does: 'code', code: 1302 }),
      paused: () => fake.fault({ does: 'code', code: 1102 }),
      failed: () => fake.fault({ does: 'fail', message: 'It broke' }),
    }
    return {
      provider: kling,
      io: await desk(withKey(fake)),
      order: () => order(),
      secrets: [fake.apiKey, fake.secretKey],
      sent: () => creates().map(({ method, path, body }) => ({ method, path, body })),
      bought: fake.bought,
      finish: (only) => fake.service.finish(only === undefined ? undefined : fake.service.taken[only]),
      meet: (fate) => fates[fate](),
      intruder: async () => {
        const io = await desk({ ...withKey(fake), KLING_API_KEY: 'a-wrong-key-that-nobody-may-see' })
        return { provider: kling, io, order: order() }
      },
      close: fake.stop,
    }
  },
}
