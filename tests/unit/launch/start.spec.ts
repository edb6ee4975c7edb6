import { execFile } from 'node:child_process'
import { readdir, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { freshFolder } from '../../folder'
import { freePort } from '../../studio'

const launcher = path.resolve(import.meta.dirname, '../../../lib/launch/start.mjs')

/** A start that must be refused: what it said, and the code it ended with. */
function refused(env: Record<string, string>): Promise<{ code: unknown; said: string }> {
  return new Promise((done) => {
    execFile(process.execPath, [launcher], { env: { ...process.env, ...env } }, (error, out, said) =>
      done({ code: error?.code ?? 0, said: out + said }),
    )
  })
}

let folder: string
let file: string
test.beforeAll(async () => {
  folder = await freshFolder()
  file = path.join(folder, 'file')
  await writeFile(file, 'no folder')
})
test.afterAll(() => rm(folder, { recursive: true, force: true }))

test('what keeps a start from being one is a sentence that names it, and nothing is left behind', async () => {
  const PORT = String(await freePort())
  const holder = createServer()
  await new Promise<void>((ready) => holder.listen(0, '127.0.0.1', ready))
  const taken = holder.address()
  if (typeof taken !== 'object' || !taken) throw new Error('no port')
  const cases: [Record<string, string>, RegExp][] = [
    [{ PORT: 'http' }, /^PORT must be a number/],
    [{ PORT: '65536' }, /^PORT must be a number/],
    [{ PORT, HOST: '203.0.113.7' }, /203\.0\.113\.7.*HOST/],
    [{ PORT: String(taken.port) }, new RegExp(`^Port ${taken.port} .* in use`)],
    [{ PORT, DATA_DIR: file }, /^The data folder .* DATA_DIR/],
    [{ PORT, DATA_DIR: path.join(file, 'under') }, /^The data folder .* DATA_DIR/],
    // Here the system says of a folder that is there that it is not.
    ...(process.platform === 'linux'
      ? [[{ PORT, DATA_DIR: '/proc/studio' }, /^The data folder .* DATA_DIR/] as [Record<string, string>, RegExp]]
      : []),
  ]
  const before = await readdir(folder)
  const fresh = (at: number) => path.join(folder, `new-${at}`, 'deep')
  const all = await Promise.all(cases.map(([env], at) => refused({ HOST: '127.0.0.1', DATA_DIR: fresh(at), ...env })))
  await new Promise((done) => holder.close(done))
  for (const [at, { code, said }] of all.entries()) {
    expect([code, said.trim().split('\n').length], said).toEqual([1, 1])
    expect(said).toMatch(cases[at]?.[1] ?? /never/)
  }
  expect(await readdir(folder)).toEqual(before)
})
