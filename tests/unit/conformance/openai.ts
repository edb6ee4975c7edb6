import { readEnv } from '../../../lib/env.server'
import { startFake } from '../../fakes/openai/server'
import { io, order, provider, settings } from '../openai/desk'
import type { Entrant, Fate } from './bench'

export const openaiEntrant: Entrant = {
  name: 'openai',
  sends: true,
  names: false,
  async open() {
    const fake = await startFake({ runMs: 'held', key: 'a-key-of-the-gateway' })
    const answer = (status: number, message: string, type: string) =>
      fake.fault({ does: 'answer', status, body: JSON.stringify({ error: { message, type } }) })
    const env = readEnv(settings(fake))
    const fates: Record<Fate, () => void> = {
      'lost-before': () => fake.fault({ does: 'drop', when: 'before' }),
      'lost-after': () => fake.fault({ does: 'drop', when: 'after' }),
      refused: () => answer(400, 'The prompt is not allowed', 'invalid_request_error'),
      later: () => answer(429, 'Too many requests', 'rate_limit_error'),
      paused: () => answer(402, 'No credit is left', 'insufficient_quota'),
      failed: () => fake.fault({ does: 'fail', message: 'It broke' }),
    }
    return {
      provider: provider(fake),
      io: io({ env }),
      order: () => order(),
      secrets: [fake.key],
      sent: () => fake.taken.map(({ body }) => ({ method: 'POST', path: '/v1/videos', body })),
      bought: () => fake.orders.size,
      finish: (only) => fake.finish(only === undefined ? undefined : [...fake.orders.keys()][only]),
      meet: (fate) => fates[fate](),
      intruder: async () => {
        const wrong = { url: fake.url, key: 'a-wrong-key-that-nobody-may-see' }
        return { provider: provider(wrong), io: io({ env: readEnv(settings(wrong)) }), order: order() }
      },
      close: fake.stop,
    }
  },
}
