// Every row of the catalogue: known words, sane limits, a source for its facts, and a form that can begin.
import { expect, test } from '@playwright/test'
import { catalog } from '../../../lib/models/catalog'
import { kling } from '../../../lib/models/catalog/kling'
import { taken } from '../../../lib/models/catalog/runware/word'
import type { Input, InputKey } from '../../../lib/models/input'
import { kindOf } from '../../../lib/models/kinds'
import { refusals } from '../../../lib/models/schema'
import { keysOf, standing } from '../../../lib/models/standing'
import { startInput } from '../../../lib/models/start'
import { type FieldId, fieldIds, vocabulary, workflowIds } from '../../../lib/models/vocabulary'
import { cellsAt } from '../../../lib/providers/kling/detect'
import { endpointOf } from '../../../lib/providers/kling/way'
import { cellsOf } from '../../../lib/providers/runware/cells'

const ids = [
  'klingai:kling-image@o1',
  'klingai:kling-image@3',
  'klingai:kling-image@o3',
  'klingai:1@1',
  'klingai:1@2',
  'klingai:2@1',
  'klingai:2@2',
  'klingai:3@1',
  'klingai:3@2',
  'klingai:4@3',
  'klingai:5@1',
  'klingai:5@2',
  'klingai:5@3',
  'klingai:6@0',
  'klingai:6@1',
  'klingai:kling-video@2.6-pro',
  'klingai:kling-video@3-standard',
  'klingai:kling-video@3-pro',
  'klingai:7@1',
  'klingai:kling@o1-standard',
  'klingai:kling@o1',
  'klingai:kling-video@o3-standard',
  'klingai:kling-video@o3-pro',
  'klingai:avatar@2.0-standard',
  'klingai:avatar@2.0-pro',
]

/** What a person would put into the fields that nothing can begin for them. */
const given: Input = {
  prompt: 'A harbour at dawn',
  firstFrame: { ref: 'picture' },
  referenceImages: [{ ref: 'picture' }],
  referenceVideos: [{ ref: 'film' }],
  sourceVideo: { ref: '829836802793406551' },
  clothImage: { ref: 'coat' },
  faces: { session: 'session', face: '0', from: 0, to: 2, at: 0 },
  selection: 'session',
  effectScene: 'scene',
  voice: 'voice',
  expand: { up: 0.5, down: 0, left: 0, right: 0 },
  image: { ref: 'portrait' },
  audio: { ref: 'speech' },
}

test('all 25 models of the provider page are there, and the newer ones are marked as such', () => {
  const rows = catalog.filter(({ provider }) => provider === 'runware')
  expect(
    rows
      .filter(({ standing: how }) => how !== 'newer')
      .map(({ model }) => model)
      .sort(),
  ).toEqual([...ids].sort())
  expect(
    rows
      .filter(({ standing: how }) => how === 'newer')
      .map(({ model }) => model)
      .sort(),
  ).toEqual([
    'klingai:kling-video@2.6-standard',
    'klingai:kling-video@3-4k',
    'klingai:kling-video@3.0-turbo',
    'klingai:kling-video@o3-4k',
  ])
})

test('no two rows share a name at one provider', () => {
  const names = catalog.map(({ provider, model }) => `${provider} ${model}`)
  expect(new Set(names).size).toBe(names.length)
})

test('a row is data and nothing else: it survives being written down', () => {
  for (const row of catalog) expect(JSON.parse(JSON.stringify(row)), row.name).toEqual(row)
})

for (const row of catalog)
  test(`${row.name} (${row.provider}) says where its facts come from, in known words and sane limits`, () => {
    expect(row.source.page).toBeTruthy()
    expect(row.source.date).toMatch(/^\d{4}/)
    if (typeof row.price === 'object') expect(row.price.source.page).toBeTruthy()
    for (const workflow of row.workflows) {
      expect(workflowIds).toContain(workflow.id)
      for (const [field, use] of Object.entries(workflow.fields) as [FieldId, { limits: object; start?: unknown }][]) {
        expect(fieldIds).toContain(field)
        for (const [low, high] of spans(use.limits)) expect(low, `${workflow.id} ${field}`).toBeLessThanOrEqual(high)
        if ('sizes' in use.limits) expect(use.limits.sizes).not.toHaveLength(0)
        expect(kindOf(field).words(use.limits)).toBeTruthy()
      }
      for (const field of Object.keys(workflow.barred ?? {})) {
        expect(fieldIds).toContain(field)
        expect(Object.keys(workflow.fields), `${field} is offered and barred`).not.toContain(field)
      }
    }
  })

/** Every pair of min and max in limits, however deep. */
function spans(limits: object): [number, number][] {
  const own: [number, number][] =
    'min' in limits && 'max' in limits && typeof limits.min === 'number' && typeof limits.max === 'number'
      ? [[limits.min, limits.max]]
      : []
  return [...own, ...Object.values(limits).flatMap((value) => (typeof value === 'object' && value ? spans(value) : []))]
}

for (const row of catalog)
  for (const workflow of row.workflows)
    test(`${row.name} (${row.provider}), ${workflow.id}: a fresh form is lawful once words and files are given`, () => {
      const stands = standing(workflow, startInput(workflow))
      const wanted = new Set<InputKey>(stands.flatMap(({ keys, needed }) => (needed ? keys.slice(0, 1) : [])))
      for (const rule of workflow.rules ?? []) if ('atLeastOne' in rule) wanted.add(rule.atLeastOne[0] ?? 'prompt')
      if (workflow.fields.prompt) wanted.add('prompt')
      const filled = Object.fromEntries([...wanted].filter((key) => key in given).map((key) => [key, given[key]]))
      const input = { ...startInput(workflow), ...filled }
      // What has ended is refused as a whole, and for nothing else.
      const ended = row.standing === 'retired' ? [{ path: '', message: row.note }] : []
      expect(refusals(row, workflow, input, () => undefined)).toEqual(ended)
    })

test('every field of a row of Kling’s own has its wire cells, and nothing carried along may say the same', () => {
  for (const row of kling)
    for (const workflow of row.workflows) {
      const cells = cellsAt(endpointOf(row, workflow))
      for (const { field, keys } of standing(workflow, {})) {
        // The film in which faces were found is named by their session.
        if (vocabulary[field].kind === 'raw' || (workflow.id === 'lip-sync' && field === 'sourceVideo')) continue
        for (const key of keys)
          expect(
            cells.some((cell) => cell.keys.includes(key)),
            `${row.name}, ${workflow.id}: no cell says ${key}`,
          ).toBe(true)
      }
      const { taken: said = [] } = workflow.fields.extra?.limits ?? {}
      for (const { at } of cells)
        expect(
          said.some((path) => path === at || path.startsWith(`${at}.`)),
          `${row.name}: ${at} could be carried beside`,
        ).toBe(true)
    }
})

test('every field of a Runware row has its wire cells, and those say the paths that nothing carried may say', () => {
  for (const row of catalog.filter(({ provider }) => provider === 'runware')) {
    const cells = cellsOf(row)
    for (const workflow of row.workflows) {
      for (const [field, use] of Object.entries(workflow.fields) as [FieldId, { limits: never }][]) {
        if (vocabulary[field].kind === 'raw') continue
        for (const key of keysOf(field, use.limits))
          expect(
            cells.some(({ keys }) => keys.includes(key)),
            `${row.name}: no cell says ${key}`,
          ).toBe(true)
      }
      const said = taken(workflow.fields)
      for (const { at, keys } of cells)
        if (workflow.fields.shots === undefined || !at.startsWith('positive'))
          if (standing(workflow, {}).some((stand) => stand.keys.some((key) => keys.includes(key))))
            expect(
              said.some((path) => path === at || path.startsWith(`${at}.`)),
              `${row.name}: ${at} could be carried beside`,
            ).toBe(true)
    }
  }
})
