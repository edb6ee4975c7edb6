// A built studio on a free port with a data folder of its own, started as a user's would be: another process.
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import { freshFolder } from './folder'

export type Running = {
  url: string
  folder: string
  process: ChildProcess
  output(): string
  /** Ends it as a service manager would. */
  stop(): Promise<void>
  /** Ends it as a power cut would. */
  kill(): Promise<void>
}

const root = path.resolve(import.meta.dirname, '..')

/**
 * The environment of a studio under test. No setting of whoever runs the tests reaches it, from an .env file neither: with
 * a key of theirs it could order. A program to encode with is theirs to give.
 */
const own = Object.fromEntries(
  [...readFileSync(path.join(root, '.env.example'), 'utf8').matchAll(/^# ([A-Z][A-Z0-9_]+)=/gm)].flatMap(([, name]) =>
    name && name !== 'FFMPEG_PATH' ? [[name, '']] : [],
  ),
)
export const bareEnv = { ...process.env, ...own, NODE_ENV: 'production' as const, HOST: '127.0.0.1' }

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  await new Promise((done) => server.close(done))
  if (typeof address !== 'object' || !address) throw new Error('no port')
  return address.port
}

/** @param options.folder keeps the data of an earlier one; without it a fresh folder is made and removed on stop. */
export async function startStudio(
  options: { folder?: string; env?: Record<string, string>; port?: number } = {},
): Promise<Running> {
  const folder = options.folder ?? (await freshFolder())
  const port = options.port ?? (await freePort())
  const child = spawn(
    process.execPath,
    [
      ...[path.join(root, 'node_modules/next/dist/bin/next'), 'start', '-H', '127.0.0.1', '-p', String(port)],
      // On a busy machine a connection that rested for 5 s would be closed in the very moment in which a test uses it again.
      ...['--keepAliveTimeout', '600000'],
    ],
    {
      cwd: root,
      env: { ...bareEnv, PORT: String(port), DATA_DIR: folder, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let said = ''
  child.stdout?.on('data', (chunk) => {
    said += chunk
  })
  child.stderr?.on('data', (chunk) => {
    said += chunk
  })
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    const late = setTimeout(() => child.kill('SIGKILL'), 10_000)
    await ended
    clearTimeout(late)
    if (!options.folder && signal === 'SIGTERM') await rm(folder, { recursive: true, force: true })
  }
  const url = `http://127.0.0.1:${port}`
  const until = Date.now() + 60_000
  for (;;) {
    if (child.exitCode !== null) {
      if (!options.folder) await rm(folder, { recursive: true, force: true })
      // Somebody else took the port meanwhile.
      if (said.includes('EADDRINUSE') && !options.port) return startStudio(options)
      throw new Error(`the studio ended with ${child.exitCode}:\n${said}`)
    }
    const ok = await fetch(`${url}/api/health`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (ok) break
    if (Date.now() > until) {
      await end('SIGKILL')
      throw new Error(`the studio did not get ready:\n${said}`)
    }
    await new Promise((wait) => setTimeout(wait, 100))
  }
  return { url, folder, process: child, output: () => said, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') }
}
