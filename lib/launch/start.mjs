// `npm start`: installs and builds what is stale, starts the studio, prints its address, and ends it with us.
import { spawn } from 'node:child_process'
import { accessSync, constants, existsSync, mkdirSync, rmdirSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { at, build, endChildren, install, nodeTool, root, stop, watchParent } from './tool.mjs'

let server
const leave = (signal) => {
  if (!server) {
    endChildren('SIGTERM')
    process.exit(130)
  }
  server.kill(signal)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => leave(signal === 'SIGHUP' ? 'SIGTERM' : signal))
watchParent(() => leave('SIGTERM'))

if (existsSync(at('.env'))) process.loadEnvFile(at('.env'))

const host = process.env.HOST || '127.0.0.1'
const port = process.env.PORT || '3000'
if (!/^\d+$/.test(port) || Number(port) > 65535) stop(`PORT must be a number from 0 to 65535; it is “${port}”.`)
const folder = path.resolve(root, process.env.DATA_DIR || '.studio')
let made
try {
  made = make(folder)
  accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
} catch {
  stop(`The data folder ${folder} cannot be read and written; set DATA_DIR to one that can.`)
}

/** Makes a folder and those above it, and tells the first one made. Node's own way never ends where the system refuses a folder under one that is there. */
function make(wanted) {
  if (existsSync(wanted)) return
  const above = make(path.dirname(wanted))
  try {
    mkdirSync(wanted)
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    return above
  }
  return above ?? wanted
}

// A start that is refused leaves nothing behind: folders that it made and nothing was put into go again.
process.on('exit', () => {
  try {
    for (let now = folder; made; now = path.dirname(now)) {
      rmdirSync(now)
      if (now === made) return
    }
  } catch {
    // Something lies in it.
  }
})

/** A studio that was just ended may hold its port for a moment; a port in use for longer is somebody else's. */
async function freePort() {
  const until = Date.now() + 2_000
  for (;;) {
    const code = await new Promise((done) => {
      const probe = createServer()
      probe.once('error', (error) => done(error.code))
      probe.listen({ host, port: Number(port) }, () => {
        const taken = probe.address()
        probe.close(() => done(taken.port))
      })
    })
    if (typeof code === 'number') return code
    if (code !== 'EADDRINUSE')
      stop(`The studio cannot listen on ${host}:${port} (${code}); set HOST and PORT to others.`)
    if (Date.now() > until) stop(`Port ${port} on ${host} is in use; stop what uses it, or set PORT to another.`)
    await new Promise((wait) => setTimeout(wait, 100))
  }
}

const listen = await freePort()
await install()
await build()

const [command, args] = nodeTool('next/dist/bin/next', 'start', '-H', host, '-p', String(listen))
server = spawn(command, args, {
  cwd: root,
  env: {
    ...process.env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    HOST: host,
    PORT: String(listen),
    DATA_DIR: folder,
    REELBOARD_PARENT: String(process.pid),
  },
  stdio: ['ignore', 'pipe', 'inherit'],
})
// Next's own banner says nothing a user needs; what comes after it does.
let ready = false
server.stdout.on('data', (chunk) => {
  if (ready) process.stdout.write(chunk)
})
server.once('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)))

const shown = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host
const address = `http://${shown}:${listen}`
while (!ready) {
  const ok = await fetch(`${address}/api/health`).then(
    (answer) => answer.ok,
    () => false,
  )
  if (ok) {
    ready = true
    process.stdout.write(`Reelboard is ready at ${address}\n`)
  } else await new Promise((wait) => setTimeout(wait, 50))
}
