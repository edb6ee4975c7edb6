import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { catalog } from '../../../lib/models/catalog'

const root = path.resolve(import.meta.dirname, '..', '..', '..')

test('a row invented at run time has a whole form, and nothing else was touched for it', async () => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', path.join(import.meta.dirname, 'invented-row.tsx')],
    { cwd: root, maxBuffer: 16 * 1024 * 1024 },
  )
  const seen = stdout.replace(/<!-- -->/g, '')
  for (const label of [
    'First frame',
    'Last frame',
    'Portrait',
    'Reference pictures',
    'Elements',
    'Voices',
    'What happens',
  ])
    expect(seen.includes(label), label).toBe(true)
  for (const words of ['0 / 77', '6 s', '12 s', '21:9', '4k', 'Sound', '≥ 640 px', 'More settings'])
    expect(seen.replaceAll('\u202f', ' ').includes(words), words).toBe(true)
  expect(seen.includes('This model decides the frames itself.')).toBe(true)
})

test('no control knows a model', () => {
  const names = catalog
    .flatMap(({ model, name, family }) => [model, name, family])
    .filter((name) => name !== 'animatic')
  for (const file of readdirSync(path.join(root, 'components/form'))) {
    const text = readFileSync(path.join(root, 'components/form', file), 'utf8').toLowerCase()
    const named = [...names, 'kling', 'animatic', 'runware'].filter((name) => text.includes(name.toLowerCase()))
    expect(named, file).toEqual([])
  }
})
