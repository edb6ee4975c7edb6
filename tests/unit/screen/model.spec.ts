import { expect, test } from '@playwright/test'
import { capabilities, capabilityIds } from '../../../components/models/capability'
import { columns } from '../../../components/models/column'
import { type Filter, fits, grouped, keyOf } from '../../../components/models/filter'
import { priceLines } from '../../../components/models/price-words'
import { sideBySide } from '../../../components/models/side'
import { cellLines, fieldLines } from '../../../components/models/told'
import { catalog } from '../../../lib/models/catalog'
import type { Row } from '../../../lib/models/row'
import { fieldIds } from '../../../lib/models/vocabulary'

const all: Filter = { q: '', way: null, can: [], provider: null }
const invented: Row = {
  provider: 'runware',
  model: 'nobody:1',
  name: 'Nobody 1',
  family: 'Nobody',
  tier: '',
  kind: 'video',
  source: { page: 'A page', date: '2026-01-01' },
  price: {
    currency: 'USD',
    rates: [
      { when: { sound: true }, per: 'second', amount: 0.2 },
      { when: { firstFrame: 'set' }, per: 'second', amount: 0.0092 },
    ],
    source: { page: 'Another page', date: '2026-02-01' },
  },
  workflows: [
    {
      id: 'text-to-video',
      fields: {
        prompt: { limits: { max: 100 }, required: true },
        sound: { limits: {} },
        elements: { limits: { max: 2, pictures: 3, of: { kind: 'image' } } },
      },
      rules: [{ bars: 'elements', when: {}, why: 'Elements want a picture.' }],
    },
    {
      id: 'image-to-video',
      fields: {
        prompt: { limits: { max: 50 } },
        sound: { limits: {} },
        frames: { limits: { of: { kind: 'image' }, ends: 'both' } },
        elements: { limits: { max: 2, pictures: 3, of: { kind: 'image' } } },
      },
      barred: { size: 'The size follows the picture.' },
    },
  ],
}

test('one line where all ways of working agree, one for each where they do not', () => {
  expect(fieldLines(invented, 'sound')).toEqual([{ words: 'on or off' }])
  expect(fieldLines(invented, 'prompt')).toEqual([
    { words: 'up to 100 characters', where: 'From words' },
    { words: 'up to 50 characters', where: 'From a picture' },
  ])
  expect(fieldLines(invented, 'prompt', true)[0]).toEqual({
    words: 'up to 100 characters · needed',
    where: 'From words',
  })
})

test('a field that a sentence always bars is not told as had, and the reason stands beside it', () => {
  expect(fieldLines(invented, 'elements')).toEqual([{ words: 'up to 2', where: 'From a picture' }])
  expect(fieldLines(invented, 'elements', true)).toContainEqual({
    words: 'Elements want a picture.',
    where: 'From words',
    no: true,
  })
  expect(cellLines(invented, ['camera'])).toEqual([])
  expect(cellLines({ ...invented, partly: true }, ['camera'])).toEqual([{ words: 'not known' }])
  expect(cellLines(invented, ['size', 'resolution'])).toEqual([
    { words: 'The size follows the picture.', where: 'From a picture', no: true },
  ])
})

test('prices are told with their conditions, to the last digit; beyond the list nothing is made up', () => {
  expect(priceLines(invented)).toEqual(['$0.200 / s with sound', '$0.0092 / s with first frame', 'otherwise not known'])
  expect(priceLines({ ...invented, price: 'unknown' })).toEqual(['price not known'])
  for (const row of catalog) expect(priceLines(row).join(), row.name).not.toContain('$0.000')
})

test('capabilities are asked of the row: an invented model has those of its fields', () => {
  const has = capabilityIds.filter((id) => capabilities[id].has(invented))
  expect(has.sort()).toEqual(['elements', 'first-frame', 'last-frame', 'priced', 'sound'].sort())
})

test('every model of the catalogue has a place, a source with a date, and something in every column that it speaks of', () => {
  expect(grouped(catalog).flatMap(({ rows }) => rows)).toHaveLength(catalog.length)
  const source = columns.find(({ label }) => label === 'Source')
  for (const row of catalog) {
    expect(source?.lines(row)[0]?.words, row.name).toMatch(/, \d{4}(-\d{2}){0,2}$/)
    for (const { label, lines } of columns)
      for (const { words } of lines(row)) expect(words.trim(), `${row.name}, ${label}`).not.toBe('')
  }
  expect(new Set(catalog.map(keyOf)).size).toBe(catalog.length)
})

test('filters narrow together: words, way, provider and capabilities', () => {
  const names = (more: Partial<Filter>) =>
    catalog.filter((row) => fits(row, { ...all, ...more })).map(({ name }) => name)
  expect(names({})).toHaveLength(catalog.length)
  expect(names({ provider: 'local' })).toEqual(['Animatic'])
  for (const row of catalog.filter((one) => fits(one, { ...all, can: ['shots', 'elements'] })))
    expect(
      row.workflows.some(({ fields }) => fields.shots) && row.workflows.some(({ fields }) => fields.elements),
    ).toBe(true)
  expect(names({ way: 'lip-sync' })).toHaveLength(
    catalog.filter(({ workflows }) => workflows.some(({ id }) => id === 'lip-sync')).length,
  )
  expect(names({ q: '3.0 pro' })).toContain('Kling VIDEO 3.0 Pro')
  expect(names({ q: 'no such thing' })).toEqual([])
})

test('two side by side: everything either speaks of, with the differences marked; a row differs from itself in nothing', () => {
  const [, first] = catalog
  if (!first) throw new Error('The catalogue is short.')
  expect(sideBySide(first, first).filter(({ differs }) => differs)).toEqual([])
  const pairs = sideBySide(first, invented)
  expect(pairs.find(({ label }) => label === 'Shots')).toMatchObject({ b: [], differs: true })
  const spoken = fieldIds.filter(
    (field) => field !== 'extra' && field !== 'fps' && first.workflows.some(({ fields }) => fields[field]),
  )
  expect(pairs.filter(({ a }) => a.length > 0).length).toBeGreaterThanOrEqual(spoken.length)
})
