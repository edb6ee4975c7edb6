// The key goes to the gateway's own address, and no redirect carries it further.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@playwright/test'
import { reach } from '../../../lib/media/reach.server'

type Seen = { path: string; key: string | undefined }

async function listening(answer: (path: string) => string | undefined) {
  const seen: Seen[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    seen.push({ path, key: request.headers.authorization })
    const to = answer(path)
    if (to) response.writeHead(302, { location: to }).end()
    else response.end('film')
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  return { origin: `http://127.0.0.1:${port}`, seen, stop: () => new Promise((done) => server.close(done)) }
}

test('it stays behind when the film lies elsewhere, and goes along within the same origin', async () => {
  const store = await listening(() => undefined)
  const gateway = await listening((path) =>
    path === '/content' ? '/moved' : path === '/moved' ? `${store.origin}/film.mp4` : undefined,
  )
  const headers = { authorization: 'Bearer secret' }
  const { body } = await reach(`${gateway.origin}/content`, { origins: [gateway.origin, store.origin], headers })
  body.resume()
  await new Promise((done) => body.once('end', done))
  expect(gateway.seen).toEqual([
    { path: '/content', key: 'Bearer secret' },
    { path: '/moved', key: 'Bearer secret' },
  ])
  expect(store.seen).toEqual([{ path: '/film.mp4', key: undefined }])
  await Promise.all([gateway.stop(), store.stop()])
})
