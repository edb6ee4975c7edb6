import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { Validator } from '@seriousme/openapi-schema-validator'
import { contract } from '../../../lib/api/contract'
import { type Entry, isRaw } from '../../../lib/api/entry'
import { openapi } from '../../../lib/api/openapi'

const app = path.resolve(import.meta.dirname, '../../../app')

/** Every folder with a route file, as the contract would write its path. */
function routePaths(): string[] {
  return readdirSync(path.join(app, 'api'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name === 'route.ts')
    .map((entry) => `/${path.relative(app, entry.parentPath).split(path.sep).join('/')}`)
    .filter((folder) => !folder.includes('[[...'))
    .map((folder) => folder.replace(/\[(\w+)\]/g, '{$1}'))
    .sort()
}

test('the document is lawful OpenAPI 3.1 in the eyes of an independent validator', async () => {
  const document = openapi('1.2.3')
  const validator = new Validator()
  const result = await validator.validate(structuredClone(document))
  expect(result.errors ?? []).toEqual([])
  expect(result.valid).toBe(true)
  expect(validator.version).toBe('3.1')
})

test('every route is in the document, and everything in the document is a route', () => {
  expect(Object.keys(openapi('1').paths).sort()).toEqual(routePaths())
})

test('every entry of the contract is one operation, with its own words', () => {
  const paths = openapi('1').paths as Record<string, Record<string, { operationId: string }>>
  const operations = Object.values(paths).flatMap((methods) => Object.values(methods).map((one) => one.operationId))
  expect(operations.sort()).toEqual(Object.keys(contract).sort())
})

test('the document names every refusal that a route makes by itself', () => {
  const paths = openapi('1').paths as Record<string, Record<string, { responses: Record<string, unknown> }>>
  const entries: [string, Entry][] = Object.entries(contract)
  for (const [name, { path: at, method, params, query, body }] of entries) {
    const told = Object.keys(paths[at]?.[method.toLowerCase()]?.responses ?? {})
    const json = body && !isRaw(body) ? ['400', '413', '422'] : []
    const own = ['403', '500', ...json, ...(query ? ['422'] : []), ...(params ? ['404'] : [])]
    expect(told, name).toEqual(expect.arrayContaining(own))
  }
})

test('what is sent as bytes is known by its address alone', () => {
  const entries: [string, Entry][] = Object.entries(contract)
  const raw = entries.filter(([, { body }]) => isRaw(body)).map(([name]) => name)
  expect(entries.filter(([, { bytes }]) => bytes).map(([name]) => name)).toEqual(raw)
})

test('every reference leads to a schema of the document, and none carries a base of its own', () => {
  const document = openapi('1')
  const text = JSON.stringify(document)
  const schemas = (document.components as { schemas: Record<string, unknown> }).schemas
  const named = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map((hit) => hit[1] ?? '')
  expect(named.length).toBeGreaterThan(20)
  expect([...new Set(named)].filter((name) => !(name in schemas))).toEqual([])
  expect(text.match(/"\$id"/g)).toBeNull()
  expect([...text.matchAll(/"\$ref":"([^"]*)"/g)].filter((hit) => !hit[1]?.startsWith('#/components/'))).toEqual([])
})
