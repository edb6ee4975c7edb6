import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { bareSettings, readEnv } from '../../../lib/env.server'

const text = (name: string) => readFileSync(path.resolve(import.meta.dirname, '../../..', name), 'utf8')
const example = [...text('.env.example').matchAll(/^# ([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name ?? '')

test('the example names every setting, and the README tells what each is for', () => {
  const { gateways, ...known } = readEnv({})
  const gateway = gateways.flatMap(({ variables }) => variables.map(({ name }) => name))
  const named = example.filter((name) => !name.startsWith('OPENAI_VIDEOS_'))
  expect(named.sort()).toEqual([...new Set([...Object.keys(known), ...bareSettings])].sort())
  expect(example).toEqual(expect.arrayContaining(gateway))
  const readme = text('README.md')
  expect(example.filter((name) => !name.includes('_ACME_') && !readme.includes(`\`${name}\``))).toEqual([])
})

test('a setting that is wrong, or lacks another, is named before anything is opened', () => {
  const said = (given: Record<string, string>) => {
    try {
      readEnv(given)
      return 'nothing'
    } catch (error) {
      return error instanceof Error ? error.message : ''
    }
  }
  expect(said({ S3_BUCKET: 'films', S3_ACCESS_KEY_ID: 'a' })).toMatch(/^S3_BUCKET .* S3_SECRET_ACCESS_KEY/)
  expect(said({ S3_BUCKET: 'films', S3_ACCESS_KEY_ID: 'a', S3_SECRET_ACCESS_KEY: 'b' })).toBe('nothing')
  for (const name of ['PUBLIC_URL', 'DATABASE_URL', 'RUNWARE_BASE_URL', 'KLING_BASE_URL', 'S3_ENDPOINT', 'PORT'])
    expect(said({ [name]: 'nowhere' })).toMatch(new RegExp(`^${name} `))
})
