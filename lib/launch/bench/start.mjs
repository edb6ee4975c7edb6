// How soon the studio answers, with an empty folder and with one that it knows, beside a bare Node server.
import { spawn } from 'node:child_process'
import { freePort, open, round, scratch, sleep, wipe } from './studio.mjs'

async function bare() {
  const port = await freePort()
  const began = performance.now()
  const child = spawn(process.execPath, [
    '-e',
    `require('http').createServer((_, a) => a.end('ok')).listen(${port}, '127.0.0.1')`,
  ])
  for (;;) {
    if (
      await fetch(`http://127.0.0.1:${port}`).then(
        () => true,
        () => false,
      )
    )
      break
    await sleep(10)
  }
  const ms = performance.now() - began
  child.kill()
  return ms
}

export async function start() {
  const folder = await scratch()
  const cold = await open(folder)
  await cold.close()
  const warm = await open(folder)
  await warm.close()
  await wipe(folder)
  const other = await bare()
  return {
    coldMs: round(cold.readyMs, 0),
    warmMs: round(warm.readyMs, 0),
    bareNodeMs: round(other, 0),
    ratio: {
      coldToBare: round(cold.readyMs / other),
      warmToBare: round(warm.readyMs / other),
      coldToWarm: round(cold.readyMs / warm.readyMs),
    },
    aim: { warmMs: 3000 },
  }
}
