// What Compose makes the browser fetch before it can be used: scripts of the first load, gzipped.
import { gzipSync } from 'node:zlib'
import { open, round, scratch, wipe } from './studio.mjs'

/** Gzipped kB of the first-load scripts of the best open peer's own first screen, measured once with the same method. */
const peer = 301

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
    addresses.map(
      async (src) => gzipSync(Buffer.from(await (await fetch(new URL(src, studio.url))).arrayBuffer())).length,
    ),
  )
  await studio.close()
  await wipe(folder)
  const gzKb = sizes.reduce((sum, size) => sum + size, 0) / 1000
  return {
    gzKb: round(gzKb, 1),
    files: sizes.length,
    ratio: { toPeer: round(gzKb / peer) },
    aim: { gzKb: 200 },
    peer: { gzKb: peer },
  }
}
