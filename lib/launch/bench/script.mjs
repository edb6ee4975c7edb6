// What Compose makes the browser fetch: the scripts that its page names, and all that came until the form could be used; gzipped.
import { gzipSync } from 'node:zlib'
import { chromium } from '@playwright/test'
import { browser } from '../browser.mjs'
import { open, round, scratch, wipe } from './studio.mjs'

/** Gzipped kB of the first-load scripts of the best open peer's own first screen, measured once with the same method. */
const peer = 301

const kb = (sizes) => sizes.reduce((sum, size) => sum + size, 0) / 1000
const gz = (bytes) => gzipSync(Buffer.from(bytes)).length

/** Of a first visit in Chromium: every script that had come when the form opened, and the milliseconds until then. */
async function untilUsable(url) {
  const args = [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-background-networking',
  ]
  const chrome = await chromium.launch({ executablePath: await browser(), args })
  const page = await chrome.newPage({ viewport: { width: 1440, height: 900 } })
  const coming = []
  let counting = true
  page.on('response', (answer) => {
    if (counting && answer.request().resourceType() === 'script') coming.push(answer.body().then(gz, () => 0))
  })
  const began = performance.now()
  await page.goto(url, { waitUntil: 'commit' })
  await page.locator('[data-form]:not([inert])').waitFor()
  const ms = performance.now() - began
  counting = false
  const sizes = await Promise.all(coming)
  await chrome.close()
  return { gzKb: round(kb(sizes), 1), files: sizes.length, ms: round(ms, 0) }
}

export async function script() {
  const folder = await scratch()
  const studio = await open(folder)
  const page = await fetch(studio.url).then((answer) => answer.text())
  const addresses = [
    ...new Set(
      [...page.matchAll(/<script[^>]+src="([^"]+)"[^>]*>/g)]
        .filter(([tag]) => !/nomodule/i.test(tag))
        .map(([, src]) => src),
    ),
  ]
  const sizes = await Promise.all(
    addresses.map(async (src) => gz(await (await fetch(new URL(src, studio.url))).arrayBuffer())),
  )
  const usable = await untilUsable(studio.url)
  await studio.close()
  await wipe(folder)
  const gzKb = kb(sizes)
  return {
    gzKb: round(gzKb, 1),
    files: sizes.length,
    untilUsable: usable,
    ratio: { toPeer: round(gzKb / peer) },
    aim: { gzKb: 200 },
    peer: { gzKb: peer },
  }
}
