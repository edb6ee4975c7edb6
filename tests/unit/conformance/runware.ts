import { runware } from '../../../lib/providers/runware'
import { startFake } from '../../fakes/runware/server'
import { desk, order, sent } from '../runware/desk'
import type { Entrant, Fate } from './bench'

export const runwareEntrant: Entrant = {
  name: 'runware',
  sends: true,
  names: true,
  async open() {
    const fake = await startFake({ runMs: 'held', key: 'a-key-of-runware' })
    const started: string[] = []
    const fates: Record<Fate, () => void> = {
      'lost-before': () => fake.fault({ does: 'drop', when: 'before' }),
      'lost-after': () => fake.fault({ does: 'drop', when: 'after' }),
      refused: () => fake.fault({ does: 'refuse', code: 'promptBlocked', message: 'The prompt is not allowed.' }),
      later: () => fake.fault({ does: 'refuse', code: 'rateLimitExceeded', message: 'The queue is full.' }),
      paused: () => fake.fault({ does: 'refuse', code: 'insufficientCredits', message: 'Your balance is too low.' }),
      failed: () => fake.fault({ does: 'fail', code: 'inferenceError', message: 'It broke.' }),
    }
    return {
      provider: runware,
      io: await desk(fake),
      order: () => {
        const one = order()
        started.push(one.name)
        return one
      },
      secrets: [fake.key],
      sent: () => sent(fake).map(({ tasks }) => ({ method: 'POST', path: '/v1', body: tasks })),
      bought: fake.bought,
      finish: (only) => fake.service.finish(only === undefined ? undefined : started[only]),
      meet: (fate) => fates[fate](),
      intruder: async () => {
        const io = await desk({ ...fake, key: 'a-wrong-key-that-nobody-may-see' })
        return { provider: runware, io, order: order() }
      },
      close: fake.stop,
    }
  },
}
