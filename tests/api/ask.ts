// One request to a running studio, and its answer read and held against the studio's own OpenAPI document.

import { request } from 'node:http'
import { expect } from '@playwright/test'
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020.js'
import type { Task } from '../../lib/tasks/task'
import type { Running } from '../studio'

export type Said = {
  status: number
  type: string
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects to be there, and fails when it is not.
  body: any
}

type Document = { paths: Record<string, Record<string, { responses: Record<string, { content?: Content }> }>> }
type Content = Record<string, { schema?: { $ref?: string } }>
const documents = new Map<string, Promise<(method: string, path: string, said: Said) => void>>()

async function judgeOf(url: string) {
  const document = (await (await fetch(`${url}/api/openapi.json`)).json()) as Document
  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  ajv.addSchema(document, 'api')
  const known = new Map<string, ValidateFunction>()
  return (method: string, path: string, said: Said) => {
    const found = Object.keys(document.paths)
      .filter((pattern) => new RegExp(`^${pattern.replace(/\{\w+\}/g, '[^/]+').replace('.', '\\.')}$`).test(path))
      .sort((a, b) => a.split('{').length - b.split('{').length)[0]
    const responses = found === undefined ? undefined : document.paths[found]?.[method.toLowerCase()]?.responses
    if (!responses) return
    const content = responses[said.status]?.content
    expect(Object.keys(responses), `${method} ${path} says nothing of ${said.status}`).toContain(String(said.status))
    const ref = content?.[said.type]?.schema?.$ref
    if (!ref) return
    const check = known.get(ref) ?? ajv.compile({ $ref: `api${ref}` })
    known.set(ref, check)
    expect(check(said.body), `${method} ${path}: ${JSON.stringify(check.errors)}`).toBe(true)
  }
}

/** Over a connection of its own: a kept one may be closed by the studio just as it is used again. */
export function send(
  studio: Running,
  method: string,
  path: string,
  { body, headers = {} }: { body?: string | Uint8Array; headers?: Record<string, string> } = {},
): Promise<Said> {
  const { hostname, port } = new URL(studio.url)
  return new Promise((answer, fail) => {
    const sent = request({ hostname, port, path, method, headers, agent: false }, async (response) => {
      const chunks: Buffer[] = []
      for await (const chunk of response) chunks.push(chunk)
      const text = Buffer.concat(chunks).toString()
      const type = (response.headers['content-type'] ?? '').split(';')[0] ?? ''
      answer({ status: response.statusCode ?? 0, type, body: /json/.test(type) ? JSON.parse(text) : text })
    })
    sent.on('error', fail).end(body)
  })
}

/** `path` with its query; an object is sent as JSON, anything else as it is. The answer must be one that the document knows. */
export async function ask(studio: Running, method: string, path: string, body?: unknown): Promise<Said> {
  const raw = body === undefined || typeof body === 'string' || body instanceof Uint8Array
  const said = await send(
    studio,
    method,
    path,
    raw ? { body } : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } },
  )
  documents.set(studio.url, documents.get(studio.url) ?? judgeOf(studio.url))
  const judge = await documents.get(studio.url)
  judge?.(method, path.split('?')[0] ?? '', said)
  return said
}

export const paths = (said: Said): string[] => (said.body.issues ?? []).map(({ path }: { path: string }) => path).sort()

/** A lawful order that costs nothing. */
export const order = (input: Record<string, unknown> = {}, more: Record<string, unknown> = {}) => ({
  provider: 'local',
  model: 'animatic',
  workflow: 'text-to-video',
  input: { prompt: 'A fox in the snow', duration: 3, width: 720, height: 720, fps: 24, ...input },
  ...more,
})

/** A lawful order at Runware, which a fake that never answers keeps running. */
export const paid = (prompt: string, more: Record<string, unknown> = {}) => ({
  provider: 'runware',
  model: 'klingai:kling-video@3-pro',
  workflow: 'text-to-video',
  input: { prompt, duration: 5, width: 1920, height: 1080 },
  ...more,
})

export async function ended(studio: Running, id: string): Promise<Task> {
  for (;;) {
    const { body } = await ask(studio, 'GET', `/api/tasks/${id}`)
    if (['done', 'failed', 'cancelled'].includes(body.status)) return body
    await new Promise((wait) => setTimeout(wait, 100))
  }
}
