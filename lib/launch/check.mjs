// `npm run check`: types, lint and format, dead code, floors and border. Seconds, offline.
import { existsSync } from 'node:fs'
import { at, install, nodeTool, run } from './tool.mjs'

await install()
if (!existsSync(at('next-env.d.ts'))) await run(...nodeTool('next/dist/bin/next', 'typegen'), { quiet: true })

const checks = {
  types: nodeTool('typescript/bin/tsc', '--noEmit', '-p', '.'),
  'lint and format': nodeTool('@biomejs/biome/bin/biome', 'ci', '--colors=off', '--max-diagnostics=40'),
  'dead code': nodeTool('knip/bin/knip.js', '--no-progress'),
  'floors and border': nodeTool(
    '@playwright/test/cli.js',
    'test',
    '--project=unit',
    '--reporter=line',
    'tests/unit/house',
  ),
}
const answers = await Promise.all(
  Object.entries(checks).map(async ([name, command]) => ({ name, ...(await run(...command, { quiet: true })) })),
)
for (const { name, code, said } of answers)
  process.stdout.write(code === 0 ? `✓ ${name}\n` : `✗ ${name}\n${said.trim()}\n\n`)
process.exit(answers.some(({ code }) => code !== 0) ? 1 : 0)
