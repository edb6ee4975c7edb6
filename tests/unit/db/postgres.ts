// A Postgres server for a test, when this computer has one: its own cluster in a folder that goes with the test.
import { execFile, spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { chown, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { freePort } from '../../studio'

const home = '/usr/lib/postgresql'
const bins = () => [
  ...(process.env.POSTGRES_BIN ? [process.env.POSTGRES_BIN] : []),
  ...(existsSync(home) ? readdirSync(home).map((version) => path.join(home, version, 'bin')) : []),
  ...(process.env.PATH ?? '').split(path.delimiter),
]

/** Where its programs are; undefined when there is none. */
export const postgresBin = () =>
  bins().find((folder) => ['initdb', 'postgres'].every((name) => existsSync(path.join(folder, name))))

export async function startPostgres(bin: string) {
  const folder = await mkdtemp(path.join(tmpdir(), 'reelboard-pg-'))
  // It refuses to run as root.
  const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
  if (nobody.uid) await chown(folder, nobody.uid, nobody.gid)
  const data = path.join(folder, 'data')
  await promisify(execFile)(path.join(bin, 'initdb'), ['-D', data, '-U', 'studio', '-A', 'trust', '-N'], {
    ...nobody,
    cwd: folder,
  })
  const port = await freePort()
  const server = spawn(
    path.join(bin, 'postgres'),
    [
      '-D',
      data,
      '-p',
      String(port),
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      `unix_socket_directories=${folder}`,
      '-F',
    ],
    { ...nobody, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  await new Promise<void>((ready, failed) => {
    let said = ''
    server.stderr.on('data', (chunk) => {
      said += chunk
      if (said.includes('ready to accept connections')) ready()
    })
    server.once('exit', () => failed(new Error(said)))
  })
  return {
    url: `postgres://studio@127.0.0.1:${port}/postgres`,
    async stop() {
      const ended = new Promise((done) => server.once('exit', done))
      server.kill('SIGINT')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}
