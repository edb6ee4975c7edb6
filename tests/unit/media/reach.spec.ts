import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@playwright/test'
import { isPublic } from '../../../lib/media/address.server'
import { picture } from '../../media'
import { openShelf } from './shelf'

let shelf: Awaited<ReturnType<typeof openShelf>>
let asked: string[] = []
const servers: Server[] = []

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    answer(request, response)
  })
  servers.push(server)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test.beforeAll(async () => {
  shelf = await openShelf()
})
test.afterAll(async () => {
  for (const server of servers) {
    server.closeAllConnections()
    server.close()
  }
  await shelf.close()
})
test.beforeEach(() => {
  asked = []
})

const nothingKept = async () =>
  expect((await shelf.onDisk()).filter((name) => name.startsWith('incoming/'))).toEqual([])

test('only addresses of the public internet are public', () => {
  const inside = ['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '0.0.0.0', '100.64.0.1']
  const special = [
    '::1',
    '::',
    'fe80::1',
    'fd00:ec2::254',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '::7f00:1',
    'fec0::1',
    '64:ff9b::a00:1',
    '2002:a00:1::',
    '224.0.0.1',
    '255.255.255.255',
  ]
  for (const address of [...inside, ...special, 'nonsense'])
    expect([address, isPublic(address)]).toEqual([address, false])
  for (const address of ['93.184.215.14', '1.1.1.1', '2606:4700:4700::1111']) expect(isPublic(address)).toBe(true)
})

test('never asks an address inside the house, however it is written', async () => {
  const { port } = new URL(await serve((_, response) => response.end('secret')))
  const written = [
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '0.0.0.0',
    '[::1]',
    '[::ffff:127.0.0.1]',
    'localhost',
    'LOCALHOST',
    '169.254.169.254',
  ]
  for (const host of written)
    await expect(shelf.library.keepUrl(`http://${host}:${port}/a.png`)).rejects.toMatchObject({ code: 'forbidden' })
  expect(asked).toEqual([])
})

test('never asks a name that points inside the house, not even beside a public address', async () => {
  const { port } = new URL(await serve((_, response) => response.end('secret')))
  for (const addresses of [['127.0.0.1'], ['93.184.215.14', '10.0.0.1'], ['::ffff:127.0.0.1']]) {
    const resolve = async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
    await expect(shelf.library.keepUrl(`http://films.example:${port}/a.png`, { resolve })).rejects.toMatchObject({
      code: 'forbidden',
    })
  }
  expect(asked).toEqual([])
})

test('fetches from an origin that a setting names, and connects to the very address that was checked', async () => {
  const bytes = await picture(80, 60, 'png', 101)
  const { port } = new URL(await serve((_, response) => response.end(bytes)))
  const origin = `http://films.example:${port}`
  let looked = 0
  const resolve = async () => {
    looked++
    return [{ address: '127.0.0.1', family: 4 }]
  }
  const file = await shelf.library.keepUrl(`${origin}/folder/sea%20view.png?x=1`, { origins: [origin], resolve })
  expect(file).toMatchObject({ name: 'sea view.png', width: 80, height: 60 })
  expect(looked).toBe(1)
})

test('a redirect is checked like an address', async () => {
  const inner = await serve((_, response) => response.end('secret'))
  const origin = await serve((request, response) => {
    const to: Record<string, string> = { '/in': `${inner}/secret`, '/file': 'file:///etc/passwd', '/round': '/round' }
    response.writeHead(302, { location: to[request.url ?? ''] ?? '/' }).end()
  })
  for (const [path, code] of [
    ['/in', 'forbidden'],
    ['/file', 'forbidden'],
    ['/round', 'unreachable'],
  ])
    await expect(shelf.library.keepUrl(`${origin}${path}`, { origins: [origin] })).rejects.toMatchObject({ code })
  expect(asked).not.toContain('/secret')
  expect(asked.filter((path) => path === '/round')).toHaveLength(6)
})

test('follows a redirect within what is allowed', async () => {
  const bytes = await picture(81, 60, 'png', 102)
  const origin = await serve((request, response) => {
    if (request.url === '/old') response.writeHead(307, { location: '/new.png' }).end()
    else response.end(bytes)
  })
  expect(await shelf.library.keepUrl(`${origin}/old`, { origins: [origin] })).toMatchObject({ name: 'new.png' })
})

test('refuses what is no address, another protocol, and an address with a password', async () => {
  for (const [url, code] of [
    ['nonsense', 'invalid'],
    ['file:///etc/passwd', 'forbidden'],
    ['ftp://example.com/a', 'forbidden'],
    ['https://me:secret@example.com/a.png', 'forbidden'],
  ] as const)
    await expect(shelf.library.keepUrl(url)).rejects.toMatchObject({ code })
})

test('says whether trying again may help', async () => {
  const origin = await serve((request, response) => {
    if (request.url === '/packed') response.writeHead(200, { 'content-encoding': 'gzip' }).end('x')
    else response.writeHead(Number(request.url?.slice(1))).end('<html>')
  })
  const from = (path: string) => shelf.library.keepUrl(`${origin}/${path}`, { origins: [origin] })
  for (const status of ['404', '403', '410', '204', 'packed'])
    await expect(from(status)).rejects.toMatchObject({ code: 'invalid', issues: [{ path: 'url' }] })
  for (const status of ['500', '503', '429']) await expect(from(status)).rejects.toMatchObject({ code: 'unreachable' })
  await expect(
    shelf.library.keepUrl('http://127.0.0.1:9/a', { origins: ['http://127.0.0.1:9'] }),
  ).rejects.toMatchObject({
    code: 'unreachable',
  })
})

test('a page of HTML with status 200 is no file', async () => {
  const origin = await serve((_, response) =>
    response.writeHead(200, { 'content-type': 'image/png' }).end('<html>no</html>'),
  )
  await expect(shelf.library.keepUrl(`${origin}/a.png`, { origins: [origin] })).rejects.toMatchObject({
    code: 'unknown-kind',
  })
  await nothingKept()
})

test('an answer that breaks off or falls silent may be asked for again; nothing is left behind', async () => {
  const bytes = await picture(82, 60, 'png', 103)
  const origin = await serve((request, response) => {
    response.writeHead(200, { 'content-length': bytes.length })
    response.write(bytes.subarray(0, 500))
    if (request.url === '/broken') setTimeout(() => response.destroy(), 20)
  })
  const from = (path: string) => shelf.library.keepUrl(`${origin}${path}`, { origins: [origin], patience: 300 })
  for (const path of ['/broken', '/silent']) await expect(from(path)).rejects.toMatchObject({ code: 'unreachable' })
  await nothingKept()
})

test('a file larger than allowed is refused, announced or not', async () => {
  const origin = await serve((request, response) => {
    if (request.url === '/announced') response.writeHead(200, { 'content-length': 10_000_000 })
    response.write(new Uint8Array(200_000))
    if (request.url !== '/announced') response.end()
  })
  for (const path of ['/announced', '/streamed'])
    await expect(
      shelf.library.keepUrl(`${origin}${path}`, { origins: [origin], maxBytes: 100_000 }),
    ).rejects.toMatchObject({ code: 'too-large' })
  await nothingKept()
})
