// `npm test`: everything, in a real browser too. Arguments go to the runner: `npm test -- --project=unit`.
import { browser } from './browser.mjs'
import { at, build, endChildren, install, nodeTool, root, run, watchParent } from './tool.mjs'

const leave = () => {
  endChildren('SIGTERM')
  process.exit(130)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, leave)
watchParent(leave)

const chosen = process.argv.slice(2)
await install()
const chromium = await browser()
await build()
if (chosen.length === 0) {
  const { code } = await run(process.execPath, [at('lib', 'launch', 'check.mjs')])
  if (code !== 0) process.exit(code)
}
const { code } = await run(...nodeTool('@playwright/test/cli.js', 'test', ...chosen), {
  cwd: root,
  env: { ...process.env, CHROMIUM_PATH: chromium },
})
process.exit(code)
