// JSON over HTTP: every way to fail says what is known, and none of them says the key.
import { createServer, type RequestListener } from 'node:http'
import { expect, test } from '@playwright/test'
import { askJson, HttpFailure, redact } from '../../../lib/providers/http'
import { freePort } from '../../studio'

async function against<T>(listener: RequestListener, work: (url: string) => Promise<T>): Promise<T> {
  const server = createServer(listener)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  try {
    return await work(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}
const ask = (url: string, more: { timeoutMs?: number; signal?: AbortSignal } = {}) =>
  askJson(fetch, more.signal ?? new AbortController().signal, {
    url,
    body: [],
    headers: { authorization: 'Bearer sk-secret' },
    timeoutMs: more.timeoutMs ?? 5_000,
    secrets: ['sk-secret'],
  }).catch((error: unknown) => error)

test('the body is read whatever the status is', async () => {
  const answer = await against((_, to) => to.writeHead(502).end('{"data":[1]}'), ask)
  expect(answer).toMatchObject({ status: 502, body: { data: [1] } })
})

test('what is not JSON is a failure of its own, without the key that it repeats', async () => {
  const failure = await against((_, to) => to.writeHead(200).end('<html>key sk-secret is bad</html>'), ask)
  expect(failure).toBeInstanceOf(HttpFailure)
  expect(failure).toMatchObject({
    trouble: 'not-json',
    status: 200,
    message: expect.stringContaining('key ••• is bad'),
  })
})

test('a refused connection surely reached nobody; a broken one may have', async () => {
  expect(await ask(`http://127.0.0.1:${await freePort()}/`)).toMatchObject({ trouble: 'unsent' })
  expect(await against((from) => from.socket.destroy(), ask)).toMatchObject({ trouble: 'lost' })
})

test('patience that ends is not the same as being stopped', async () => {
  const silent: RequestListener = () => undefined
  expect(await against(silent, (url) => ask(url, { timeoutMs: 30 }))).toMatchObject({ trouble: 'timeout' })
  const signal = AbortSignal.timeout(30)
  expect(await against(silent, (url) => ask(url, { signal }))).toMatchObject({ trouble: 'aborted' })
})

test('an answer that begins and never ends is a timeout too', async () => {
  const half: RequestListener = (_, to) => void to.writeHead(200).write('{"data":')
  expect(await against(half, (url) => ask(url, { timeoutMs: 60 }))).toMatchObject({ trouble: 'timeout' })
})

test('bearer tokens are unreadable even when nobody named them', () => {
  expect(redact('sent Bearer abc.def-123= to them', [])).toBe('sent Bearer ••• to them')
})
