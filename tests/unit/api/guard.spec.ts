import { expect, test } from '@playwright/test'
import { guard } from '../../../lib/api/guard.server'
import { StudioError } from '../../../lib/errors'

const trust = { host: '127.0.0.1', publicUrl: 'https://films.example.org' }

function passes(method: string, headers: Record<string, string>): boolean {
  try {
    guard(new Request('http://127.0.0.1:3000/api/tasks', { method, headers }), trust)
    return true
  } catch (error) {
    expect(error).toBeInstanceOf(StudioError)
    expect((error as StudioError).code).toBe('forbidden')
    return false
  }
}

test('a name that somebody else can point at this computer is refused, also for reading', () => {
  for (const host of ['evil.example.com', 'evil.example.com:3000', '127.0.0.1.nip.io', 'localhost.evil.com', ''])
    expect(passes('GET', { host }), host).toBe(false)
  for (const host of [
    'localhost:3000',
    'LOCALHOST',
    '127.0.0.1:3000',
    '[::1]:3000',
    '192.168.1.20:3000',
    'studio.localhost:3000',
    'films.example.org',
    'workstation:3000',
  ])
    expect(passes('GET', { host }), host).toBe(true)
})

test('another site’s page cannot write, whatever its browser says', () => {
  const host = 'localhost:3000'
  const foreign: Record<string, string>[] = [
    { 'sec-fetch-site': 'cross-site' },
    // Another port of this computer is the same site, and not the studio.
    { 'sec-fetch-site': 'same-site', origin: 'http://localhost:8080' },
    { origin: 'https://evil.example.com' },
    { origin: 'http://localhost:8080' },
    { origin: 'null' },
  ]
  for (const headers of foreign)
    for (const method of ['POST', 'PUT', 'DELETE'])
      expect(passes(method, { host, ...headers }), JSON.stringify(headers)).toBe(false)
})

test('the studio’s own page and scripts write', () => {
  const host = 'localhost:3000'
  expect(passes('POST', { host })).toBe(true)
  expect(passes('POST', { host, 'sec-fetch-site': 'same-origin', origin: 'http://localhost:3000' })).toBe(true)
  expect(passes('POST', { host, origin: 'http://localhost:3000' })).toBe(true)
  expect(passes('POST', { host, origin: 'https://films.example.org' })).toBe(true)
  expect(passes('POST', { host, 'sec-fetch-site': 'none' })).toBe(true)
})

test('a page elsewhere may link to the studio', () => {
  expect(passes('GET', { host: 'localhost:3000', 'sec-fetch-site': 'cross-site' })).toBe(true)
})
