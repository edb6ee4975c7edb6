// Switching the model or the way of working: what fits stays, the rest is listed, the old draft is the undo.
import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { carry } from '../../../lib/models/carry'
import { catalog, rowOf } from '../../../lib/models/catalog'
import { follow } from '../../../lib/models/follow'
import type { Input } from '../../../lib/models/input'
import { judge } from '../../../lib/models/judge'
import type { Row, Workflow } from '../../../lib/models/row'
import { startInput } from '../../../lib/models/start'
import { lawful } from './lawful'

function found(model: string, id: string): [Row, Workflow] {
  const row = rowOf('runware', model)
  const workflow = row?.workflows.find((one) => one.id === id)
  if (!row || !workflow) throw new Error(`no ${model} ${id}`)
  return [row, workflow]
}
const [, from] = found('klingai:kling-video@3-pro', 'image-to-video')

test('3.0 Pro → 1.6 Standard: the length is made to fit, shots and elements are set aside, nothing else is touched', () => {
  const draft: Input = {
    shots: [
      { prompt: 'Gulls rise', duration: 8 },
      { prompt: 'A boat leaves', duration: 7 },
    ],
    duration: 15,
    firstFrame: { asset: 'a1' },
    elements: [{ id: 'hero', frontalImage: { asset: 'a2' } }],
    negativePrompt: 'blur',
  }
  const before = structuredClone(draft)
  const [row, workflow] = found('klingai:3@1', 'image-to-video')
  const { input, changes } = carry(draft, row, workflow, from)
  expect(changes.map(({ label, from: was, to }) => [label, was, to])).toEqual([
    ['Elements', '1', undefined],
    ['Shots', '2', undefined],
    ['Length', '15 s', '10 s'],
  ])
  expect(input).toEqual({
    firstFrame: { asset: 'a1' },
    negativePrompt: 'blur',
    duration: 10,
    width: 1280,
    height: 720,
  })
  expect(draft).toEqual(before)
})

test('a size goes to the same shape, a list to as many as there is room for', () => {
  const [, wide] = found('klingai:kling-video@3-pro', 'text-to-video')
  const [row, small] = found('klingai:3@1', 'text-to-video')
  const size = carry({ prompt: 'A gate', width: 1080, height: 1920 }, row, small, wide)
  expect(size.input).toMatchObject({ width: 720, height: 1280 })
  expect(size.changes).toMatchObject([{ label: 'Size', from: '1080×1920', to: '720×1280' }])
  const [image, references] = found('klingai:kling-image@3', 'image-to-image')
  const [, many] = found('klingai:kling-image@o1', 'image-to-image')
  const pictures = [{ ref: 'p1' }, { ref: 'p2' }, { ref: 'p3' }]
  const list = carry({ prompt: 'A gate', referenceImages: pictures }, image, references, many)
  expect(list.input.referenceImages).toEqual([{ ref: 'p1' }])
  expect(list.changes).toMatchObject([{ label: 'Reference pictures', from: '3', to: '1' }])
})

test('what the new model forbids beside the rest is set aside with its reason', () => {
  const [, words] = found('klingai:kling-video@o3-pro', 'text-to-video')
  const [row, references] = found('klingai:kling-video@o3-pro', 'reference-to-video')
  const { input, changes } = carry(
    { sound: true, referenceVideos: [{ ref: 'f1' }], prompt: 'A gate' },
    row,
    references,
    words,
  )
  expect(input).not.toHaveProperty('sound')
  expect(changes).toMatchObject([{ field: 'sound', from: 'on', why: expect.stringContaining('With a film') }])
})

test('staying where one is changes nothing', () => {
  for (const row of catalog.filter(({ provider }) => provider === 'runware'))
    for (const workflow of row.workflows)
      for (const draft of fc.sample(lawful(workflow), 3)) {
        const { input, changes } = carry(draft, row, workflow, workflow)
        const lost = changes.filter(
          ({ field }) =>
            !(workflow.rules ?? []).some(
              (rule) =>
                'bars' in rule &&
                rule.force === 'offering' &&
                JSON.stringify(rule.bars).includes(field === 'size' ? 'width' : field),
            ),
        )
        if (lost.length) throw new Error(`${row.name} ${workflow.id} ${JSON.stringify(lost)}`)
        if (changes.length === 0) for (const key of Object.keys(draft)) if (!(key in input)) throw new Error(key)
      }
  expect(carry(startInput(from), found('klingai:kling-video@3-pro', 'image-to-video')[0], from, from)).toEqual({
    input: startInput(from),
    changes: [],
  })
})

test('from any model to any other nothing vanishes unsaid, and what is carried fits its new field', () => {
  const rows = catalog.filter(({ provider }) => provider === 'runware')
  const ways = rows.flatMap((row) => row.workflows.map((workflow) => ({ row, workflow })))
  const pick = fc.constantFrom(...ways)
  fc.assert(
    fc.property(
      pick.chain((here) => fc.tuple(fc.constant(here), pick, lawful(here.workflow))),
      ([here, there, draft]) => {
        const { input, changes } = carry(draft, there.row, there.workflow, here.workflow)
        const told = changes.map(({ field }) => field as string)
        for (const key of Object.keys(draft)) {
          const field = key === 'width' || key === 'height' ? 'size' : key.endsWith('Frame') ? 'frames' : key
          if (!(key in input) && !told.includes(field)) throw new Error(`${key} vanished`)
        }
        const strangers = judge(there.row, there.workflow, input, 'carrying').filter(({ message }) =>
          message.includes('has no field'),
        )
        if (strangers.length) throw new Error(JSON.stringify(strangers))
      },
    ),
    { numRuns: 300, endOnFailure: true },
  )
  expect(ways.length).toBeGreaterThan(50)
})

test('adding a voice turns the sound on, unless somebody has said otherwise', () => {
  const [, spoken] = found('klingai:kling-video@2.6-pro', 'text-to-video')
  const voices = [{ ref: 'v1' }]
  expect(follow(spoken, {}, { voices })).toEqual({ voices, sound: true })
  expect(follow(spoken, { sound: false }, { sound: false, voices })).toEqual({ sound: false, voices })
  expect(follow(spoken, { voices, sound: true }, { voices })).toEqual({ voices })
})
