// A studio to measure: the built one, in another process, with a data folder of its own.
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { nodeTool, root } from '../tool.mjs'

export const sleep = (ms) => new Promise((wake) => setTimeout(wake, ms))

export async function freePort() {
  const server = createServer()
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address()
  await new Promise((done) => server.close(done))
  return port
}

export const scratch = () => mkdtemp(path.join(tmpdir(), 'reelboard-bench-'))
export const wipe = (folder) => rm(folder, { recursive: true, force: true })

/** Starts it and gives, beside its address, the milliseconds until it answered. */
export async function open(folder, env = {}, port = undefined) {
  port ??= await freePort()
  const [command, args] = nodeTool('next/dist/bin/next', 'start', '-H', '127.0.0.1', '-p', String(port))
  const began = performance.now()
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(port), DATA_DIR: folder, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = new Promise((done) => child.once('exit', done))
  const url = `http://127.0.0.1:${port}`
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the studio ended with ${child.exitCode}`)
    const ok = await fetch(`${url}/api/health`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (ok) break
    await sleep(10)
  }
  return {
    url,
    pid: child.pid,
    readyMs: performance.now() - began,
    async close() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** Resident memory of a process in MB, as Linux counts it; nothing elsewhere. */
export async function resident(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const found = /VmRSS:\s+(\d+) kB/.exec(status)
  return found ? Math.round(Number(found[1]) / 1024) : undefined
}

export const round = (value, places = 2) => Number(value.toFixed(places))
export const at = (values, share) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]

export async function post(url, body) {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}
