// The fake as a process of its own: `npx tsx tests/fakes/kling/cli.ts --port 4020 --run-ms 3000`.
import { parseArgs } from 'node:util'
import { startFake } from './server'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4020' },
    'run-ms': { type: 'string', default: '3000' },
    video: { type: 'string' },
    image: { type: 'string' },
    secret: { type: 'string' },
  },
})
const fake = await startFake({
  port: Number(values.port),
  runMs: Number(values['run-ms']),
  parallel: {
    ...(values.video ? { video: Number(values.video) } : {}),
    ...(values.image ? { image: Number(values.image) } : {}),
  },
  ...(values.secret ? { webhookSecret: values.secret } : {}),
})
console.log(`KLING_BASE_URL=${fake.url} KLING_API_KEY=${fake.apiKey}`)
console.log(`KLING_ACCESS_KEY=${fake.accessKey} KLING_SECRET_KEY=${fake.secretKey}`)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => fake.stop())
