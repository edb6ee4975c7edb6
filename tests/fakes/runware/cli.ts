// The fake as a process of its own: `npx tsx tests/fakes/runware/cli.ts --port 4010 --run-ms 3000 --key test-key`.
import { parseArgs } from 'node:util'
import { startFake } from './server'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4010' },
    key: { type: 'string', default: 'test-key' },
    'run-ms': { type: 'string', default: '3000' },
    'spread-ms': { type: 'string', default: '0' },
    webhooks: { type: 'string', default: 'flat' },
  },
})
const fake = await startFake({
  port: Number(values.port),
  key: values.key,
  runMs: Number(values['run-ms']),
  spreadMs: Number(values['spread-ms']),
  webhooks: values.webhooks === 'wrapped' ? 'wrapped' : 'flat',
})
console.log(`RUNWARE_BASE_URL=${fake.url} RUNWARE_API_KEY=${fake.key}`)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => fake.stop())
