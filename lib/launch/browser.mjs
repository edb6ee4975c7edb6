// Finds a Chromium for the tests, or gets one.
import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { nodeTool, run, stop } from './tool.mjs'

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]

function cached() {
  const folder = process.env.PLAYWRIGHT_BROWSERS_PATH || path.join(homedir(), '.cache', 'ms-playwright')
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)
    .filter((one) => one.startsWith('chromium-'))
    .sort()
    .reverse())
    for (const part of ['chrome-linux64/chrome', 'chrome-linux/chrome']) {
      const file = path.join(folder, name, part)
      if (existsSync(file)) return file
    }
}

const found = () => [process.env.CHROMIUM_PATH, ...usual, cached()].find((file) => file && existsSync(file))

/** The path of a Chromium. Looks, then asks Playwright, then Debian; says what to do when none can be had. */
export async function browser() {
  if (found()) return found()
  process.stdout.write('Getting a Chromium for the tests …\n')
  await run(...nodeTool('@playwright/test/cli.js', 'install', 'chromium'), { quiet: true })
  if (found()) return found()
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    await run('apt-get', ['update', '-qq'], { quiet: true, env })
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { quiet: true, env })
  }
  return found() ?? stop('No Chromium was found and none could be installed; install one and set CHROMIUM_PATH to it.')
}
