// What the launchers share: plain Node, so that it runs before anything is installed.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '..', '..')
export const at = (...parts) => path.join(root, ...parts)

const children = new Set()

/** One sentence, exit code 1. */
export function stop(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

/** Runs a program to its end and gives its exit code; its output is shown unless `quiet`, and then only on failure. */
export function run(command, args, { env = process.env, quiet = false, cwd = root } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd, env, stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit' })
    children.add(child)
    let said = ''
    child.stdout?.on('data', (chunk) => {
      said += chunk
    })
    child.stderr?.on('data', (chunk) => {
      said += chunk
    })
    child.once('error', (error) => done({ code: 1, said: String(error.message) }))
    child.once('close', (code, signal) => {
      children.delete(child)
      done({ code: code ?? (signal ? 1 : 0), said })
    })
  })
}

export const nodeTool = (script, ...args) => [process.execPath, [at('node_modules', ...script.split('/')), ...args]]

/** What was started here ends with us: an interrupted `npm ci` would otherwise go on. */
export function endChildren(signal = 'SIGTERM') {
  for (const child of children) child.kill(signal)
}

/** Who started the process of this id, where the system tells; under npm a shell stands between it and us. */
function parentOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1]
  } catch {
    return undefined
  }
}

/** Ends with whoever started us: killing npm leaves its script, and the shell before it, as orphans otherwise. */
export function watchParent(leave) {
  const line = () => `${process.ppid} ${process.env.npm_lifecycle_event ? parentOf(process.ppid) : ''}`
  const first = line()
  setInterval(() => {
    if (line() !== first) leave()
  }, 250).unref()
}

const digest = (parts) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part).update('\0')
  return hash.digest('hex')
}

function* filesUnder(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const full = path.join(folder, entry.name)
    if (entry.isDirectory()) yield* filesUnder(full)
    else if (entry.isFile()) yield full
  }
}

const stampOf = (file) => (existsSync(file) ? readFileSync(file, 'utf8').trim() : '')

/** Installs exactly what the lock file says, unless that is what lies there already. */
export async function install() {
  const stampFile = at('node_modules', '.reelboard')
  const stamp = digest([readFileSync(at('package-lock.json')), process.version, process.platform, process.arch])
  if (stampOf(stampFile) === stamp) return
  process.stdout.write('Installing …\n')
  const npm = process.env.npm_execpath
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const { code, said } =
    npm && /\.[cm]?js$/.test(npm)
      ? await run(process.execPath, [npm, ...args], { quiet: true })
      : await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { quiet: true })
  if (code !== 0)
    stop(`Installing failed; is the npm registry reachable?\n${said.trim().split('\n').slice(-15).join('\n')}`)
  writeFileSync(stampFile, stamp)
}

const sources = ['app', 'components', 'lib', 'public']
const sourceFiles = [
  'package.json',
  'package-lock.json',
  'next.config.mjs',
  'tsconfig.json',
  'instrumentation.ts',
  'instrumentation.node.ts',
]

function sourceStamp() {
  const files = [
    ...sources.flatMap((folder) => (existsSync(at(folder)) ? [...filesUnder(at(folder))] : [])),
    ...sourceFiles.map((file) => at(file)).filter((file) => existsSync(file)),
  ]
  return digest([process.version, ...files.flatMap((file) => [path.relative(root, file), readFileSync(file)])])
}

/** Builds the studio, unless the build that lies there is of these very sources. */
export async function build() {
  const stampFile = at('.next', 'reelboard')
  const stamp = sourceStamp()
  if (stampOf(stampFile) === stamp && existsSync(at('.next', 'BUILD_ID'))) return
  process.stdout.write('Building …\n')
  const { code, said } = await run(...nodeTool('next/dist/bin/next', 'build'), {
    quiet: true,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  if (code !== 0) stop(`Building failed.\n${said.trim().split('\n').slice(-40).join('\n')}`)
  writeFileSync(stampFile, stamp)
}
