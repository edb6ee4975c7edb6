import { expect, test } from '@playwright/test'
import { z } from 'zod'
import type { Entry } from '../../../lib/api/entry'
import { parseExact } from '../../../lib/api/exact'
import { handle, reply, route, unknownRoute } from '../../../lib/api/handler.server'
import { count, someOf } from '../../../lib/api/query'
import { StudioError } from '../../../lib/errors'
import { plain } from '../../../lib/models/check/plain'

const entry = {
  method: 'POST',
  path: '/api/things/{id}',
  summary: 'A thing.',
  params: z.object({ id: z.uuid() }),
  query: z.strictObject({ limit: count(1, 200).optional(), kind: someOf(['a', 'b']).optional() }),
  body: z.strictObject({ name: z.string(), inner: z.strictObject({ size: z.number() }).optional() }),
  limit: 1024 * 1024,
  answers: { 201: z.object({ ok: z.boolean() }), 200: z.object({ ok: z.boolean() }) },
  refusals: [],
} as const satisfies Entry

const id = '0b0f0c0e-3b1f-4c55-9d3e-6f0a1c2d3e4f'
const things = handle(entry, async () => reply(201, { ok: true }))

async function send(body: BodyInit, { words = '', to = things, name = id } = {}) {
  const request = new Request(`http://localhost/api/things/x${words}`, {
    method: 'POST',
    headers: { host: 'localhost:3000' },
    body,
    duplex: 'half',
  } as RequestInit)
  const answer = await to(request, { params: Promise.resolve({ id: name }) })
  return { answer, said: await answer.json() }
}

test('what fits is answered with the verb’s own status', async () => {
  const { answer, said } = await send('{"name":"x"}', { words: '?limit=5&kind=a,b' })
  expect([answer.status, said]).toEqual([201, { ok: true }])
  expect(answer.headers.get('cache-control')).toBe('no-store')
})

test('what is not JSON is refused as malformed, as a problem document', async () => {
  for (const body of ['{', 'name=x', '', '   ', Buffer.from([0xff, 0xfe, 0x22])]) {
    const { answer, said } = await send(body)
    expect(answer.status).toBe(400)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(said).toMatchObject({ status: 400, code: 'malformed', title: expect.any(String), type: expect.any(String) })
    expect(said.detail).not.toBe('')
  }
})

test('a sender that breaks off is refused like any other mistake, and nothing is logged', async () => {
  const logged: unknown[] = []
  const error = console.error
  console.error = (...words) => logged.push(...words)
  try {
    const body = new ReadableStream({
      start: (out) => out.enqueue(Buffer.from('{"name":')),
      pull: (out) => out.error(new Error('aborted')),
    })
    const { answer, said } = await send(body)
    expect([answer.status, said.code]).toEqual([400, 'malformed'])
    expect(said.detail).toContain('broke off')
    expect(logged).toEqual([])
  } finally {
    console.error = error
  }
})

test('every field that does not fit is named by its dotted path, strangers too', async () => {
  const { answer, said } = await send('{"nmae":"x","inner":{"size":"big","colour":1}}')
  expect(answer.status).toBe(422)
  const paths = said.issues.map((issue: { path: string }) => issue.path).sort()
  expect(paths).toEqual(['inner.colour', 'inner.size', 'name', 'nmae'])
})

test('words of the address are checked, not ignored', async () => {
  for (const [words, path] of [
    ['?limit=0', 'limit'],
    ['?limit=201', 'limit'],
    ['?limit=many', 'limit'],
    ['?limit=5&limit=6', 'limit'],
    ['?kind=a,c', 'kind.1'],
    ['?lmit=5', 'lmit'],
    ['?kind=%00', 'kind'],
  ] as const) {
    const { answer, said } = await send('{"name":"x"}', { words })
    expect(answer.status, words).toBe(422)
    expect(said.issues.map((issue: { path: string }) => issue.path)).toContain(path)
  }
})

test('a name that no thing can have is not found', async () => {
  expect((await send('{"name":"x"}', { name: 'not-a-uuid' })).answer.status).toBe(404)
})

test('a body beyond the limit is refused while it comes, announced or not', async () => {
  const large = JSON.stringify({ name: 'x'.repeat(2 * 1024 * 1024) })
  const unannounced = new ReadableStream({
    start(out) {
      for (let at = 0; at < large.length; at += 65_536) out.enqueue(Buffer.from(large.slice(at, at + 65_536)))
      out.close()
    },
  })
  for (const body of [large, unannounced]) {
    const { answer, said } = await send(body)
    expect([answer.status, said.code]).toEqual([413, 'too-large'])
  }
})

test('text that a database cannot keep is refused with its path, and never an inner error', async () => {
  const nul = await send('{"name":"a\\u0000b"}')
  expect([nul.answer.status, nul.said.issues[0].path]).toEqual([422, 'name'])
  const half = await send('{"name":"\\ud83d"}')
  expect([half.answer.status, half.said.issues[0].path]).toEqual([422, 'name'])
  const huge = await send('{"name":"x","inner":{"size":1e999}}')
  expect([huge.answer.status, huge.said.issues[0].path]).toEqual([422, 'inner.size'])
  const deep = await send(`{"name":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)
  expect(deep.answer.status).toBe(400)
})

test('a refusal of the verb keeps its code, sentence and paths; a fault tells nothing of the inside', async () => {
  const refusing = handle(entry, async () => {
    throw new StudioError('conflict', 'It is there already.', [{ path: 'name', message: 'Taken.' }])
  })
  expect((await send('{"name":"x"}', { to: refusing })).said).toEqual({
    type: 'about:blank#conflict',
    title: expect.any(String),
    status: 409,
    detail: 'It is there already.',
    code: 'conflict',
    issues: [{ path: 'name', message: 'Taken.' }],
  })
  const faulty = handle(entry, async () => {
    throw new Error('connect postgres://me:secret@db')
  })
  const { answer, said } = await send('{"name":"x"}', { to: faulty })
  expect(answer.status).toBe(500)
  expect(JSON.stringify(said)).not.toContain('secret')
})

test('what does not fit is said in plain words', () => {
  const said = (schema: z.ZodType, value: unknown) =>
    schema.safeParse(value, { error: plain }).error?.issues.map(({ message }) => message)
  expect(said(z.object({ title: z.string() }), {})).toEqual(['This is needed.'])
  expect(said(z.string(), 3)).toEqual(['Text is needed.'])
  expect(said(z.object({}), null)).toEqual(['An object is needed.'])
  expect(said(z.number().positive(), 0)).toEqual(['More than 0 is needed.'])
  expect(said(z.number().max(600), 601)).toEqual(['At most 600 can be used.'])
  expect(said(z.string().max(2), 'abc')).toEqual(['At most 2 characters can be used.'])
  expect(said(z.array(z.string()).min(1), [])).toEqual(['At least 1 entry is needed.'])
  expect(said(z.enum(['cut', 'join']), 'x')).toEqual(['Choose one of cut, join.'])
  expect(said(z.record(z.string(), z.string()), 3)).toEqual(['An object is needed.'])
  expect(said(z.uuid(), 'x')).toEqual(['A UUID is needed.'])
  expect(said(z.union([z.string(), z.number()]), true)).toEqual(['This does not fit here.'])
  expect(said(z.string({ error: 'Its own words.' }), 3)).toEqual(['Its own words.'])
})

test('a method that a route does not know is refused with those it knows', async () => {
  const { PUT, GET, OPTIONS } = route(things)
  for (const verb of [PUT, GET]) {
    const request = new Request('http://localhost/api/things', { method: 'PUT' })
    const answer = await verb(request, { params: Promise.resolve({}) })
    expect(answer.status).toBe(405)
    expect(answer.headers.get('allow')).toBe('POST, OPTIONS')
    expect((await answer.json()).code).toBe('wrong-method')
  }
  const asked = await OPTIONS(new Request('http://localhost/'), { params: Promise.resolve({}) })
  expect(asked.headers.get('allow')).toBe('POST, OPTIONS')
})

test('an address that nothing answers is a problem document too', async () => {
  const answer = await unknownRoute(new Request('http://localhost/api/nothing/here'))
  expect(answer.status).toBe(404)
  expect((await answer.json()).detail).toContain('/api/nothing/here')
})

test('whole numbers longer than a number can hold keep every digit, as text; everything else is as JSON has it', () => {
  const text =
    '{"element_list":[{"element_id":829836802793406551},{"element_id": -9007199254740993}],"n":9007199254740991,"f":12345678901234567.5,"words":"say 829836802793406551, \\"829836802793406551\\"","e":1e21}'
  expect(parseExact(text)).toEqual({
    element_list: [{ element_id: '829836802793406551' }, { element_id: '-9007199254740993' }],
    n: 9007199254740991,
    f: Number('12345678901234567.5'),
    words: 'say 829836802793406551, "829836802793406551"',
    e: 1e21,
  })
  expect(() => parseExact('{"a":829836802793406551,}')).toThrow(SyntaxError)
  expect(parseExact(`["${'x'.repeat(5_000_000)}", 829836802793406551]`)).toHaveLength(2)
})
