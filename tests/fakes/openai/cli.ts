// The fake as a process of its own: `npx tsx tests/fakes/openai/cli.ts --port 4020 --run-ms 3000 --key test-key`.
import { parseArgs } from 'node:util'
import { type Options, startFake } from './server'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4020' },
    key: { type: 'string', default: 'test-key' },
    'run-ms': { type: 'string', default: '3000' },
    envelope: { type: 'string' },
    words: { type: 'string' },
    times: { type: 'string' },
    url: { type: 'string' },
    errors: { type: 'string' },
    progress: { type: 'string' },
    'ext-info': { type: 'string' },
    'no-content': { type: 'boolean' },
  },
})
const { port, key, 'run-ms': runMs, 'ext-info': extInfo, 'no-content': bare, ...switches } = values
const fake = await startFake({
  ...(switches as Options),
  ...(extInfo ? { extInfo: extInfo as NonNullable<Options['extInfo']> } : {}),
  ...(bare ? { content: false } : {}),
  port: Number(port),
  key,
  runMs: Number(runMs),
})
console.log(`OPENAI_VIDEOS_BASE_URL=${fake.url} OPENAI_VIDEOS_API_KEY=${fake.key}`)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => fake.stop())
