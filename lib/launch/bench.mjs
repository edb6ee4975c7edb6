// `npm run bench`: speed and memory as JSON, each beside something else measured in the same run. `npm run bench -- start live` picks parts.
import { build, install } from './tool.mjs'

await install()
await build()

const parts = {
  start: async () => (await import('./bench/start.mjs')).start(),
  memory: async () => (await import('./bench/memory.mjs')).memory(),
  animatic: async () => (await import('./bench/animatic.mjs')).animatic(),
  script: async () => (await import('./bench/script.mjs')).script(),
  gallery: async () => (await import('./bench/gallery.mjs')).gallery(),
  board: async () => (await import('./bench/board.mjs')).board(),
  live: async () => (await import('./bench/live.mjs')).live(),
  runware: async () => (await import('./bench/runware.mjs')).runware(),
}
const chosen = process.argv.slice(2)
const answers = {}
for (const [name, measure] of Object.entries(parts)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue
  answers[name] = await measure().catch((error) => ({ failed: String(error?.message ?? error) }))
}
process.stdout.write(
  `${JSON.stringify({ node: process.version, cpus: (await import('node:os')).cpus().length, ...answers }, null, 2)}\n`,
)
process.exit(0)
