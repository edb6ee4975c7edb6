// The requests that Runware's pages print: each comes in and goes out the same, or is refused as the rulings say.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { StudioError } from '../../../lib/errors'
import { rowOf } from '../../../lib/models/catalog'
import { refusals } from '../../../lib/models/schema'
import type { Imported } from '../../../lib/providers/provider'
import { read } from '../../../lib/providers/runware/read'
import { body } from '../../../lib/providers/runware/wire'
import { type Bag, isBag } from '../../../lib/providers/wire'

type Example = { model: string; workflow: string; request: Bag }
const folder = join(import.meta.dirname, '../../fixtures/runware')
const examples = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => ({ file, ...(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Example) }))

/** Sizes that the model's own bullet does not list. */
const refused: Readonly<Record<string, readonly string[]>> = {
  'klingai-kling-video-3-standard.1.text-to-video.json': ['width', 'height'],
  'klingai-kling-video-3-standard.3.text-to-video-multi-prompt.json': ['width', 'height'],
}
const named: Readonly<Record<string, string>> = {
  'lip-sync (video+audio)': 'lip-sync',
  'avatar (image+audio)': 'avatar',
  'text-to-video (multi-prompt)': 'text-to-video',
  'text-to-video (reference voices)': 'text-to-video',
  elements: 'text-to-video',
}
const delivery = ['taskUUID', 'deliveryMethod', 'outputType', 'includeCost', 'webhookURL']

function sentFor({ model, workflow: id, input }: Imported): Bag {
  const row = rowOf('runware', model)
  const workflow = row?.workflows.find((one) => one.id === id)
  if (!row || !workflow) throw new Error(`no ${model} ${id}`)
  return body({ name: 'any', row, workflow, input }, (asset) => asset)
}

/** The request with the changes of form that the rulings name, made by hand. */
function settled(request: Bag): Bag {
  const { providerSettings, ...others } = structuredClone(request)
  for (const key of delivery) delete others[key]
  const klingai = isBag(providerSettings) && isBag(providerSettings.klingai) ? providerSettings.klingai : undefined
  const inputs = isBag(others.inputs) ? others.inputs : {}
  if (Array.isArray(inputs.frameImages))
    inputs.frameImages = inputs.frameImages.map((one, at) => ({ frame: at === 0 ? 'first' : 'last', ...one }))
  if (!klingai) return others
  if (!Array.isArray(klingai.multiPrompt)) return { ...others, providerSettings }
  const multiPrompt = klingai.multiPrompt.map((one) => ({ ...one, duration: Number(one.duration) }))
  const duration = multiPrompt.reduce((sum, one) => sum + one.duration, 0)
  return { ...others, duration, providerSettings: { klingai: { ...klingai, multiPrompt } } }
}

const without = (task: Bag, ...keys: string[]): Bag =>
  Object.fromEntries(Object.entries(task).filter(([key]) => !keys.includes(key)))

test('the fixtures are all there', () => expect(examples.length).toBe(41))

for (const { file, model, workflow, request } of examples) {
  if (refused[file])
    test(`${file} is refused by name, with the sizes that can be had`, () => {
      const failure = caught(() => read([request]))
      expect(failure.issues?.map(({ path }) => path)).toEqual(refused[file])
      expect(failure.issues?.[0]?.message).toContain('1280×720, 960×960, 720×1280')
    })
  else if (file.startsWith('fragment'))
    test(`${file}, a part of a request, comes in and goes out the same`, () => {
      const imported = read({ model, workflow, request })
      expect(imported.workflow).toBe(named[workflow] ?? workflow)
      expect(imported.notes.join(' ')).toContain('part of a request')
      expect(without(sentFor(imported), 'taskType', 'model', ...delivery)).toEqual(settled(request))
      // It can be looked at as it would be sent, and ordered only once it is whole.
      const row = rowOf('runware', model)
      const way = row?.workflows.find(({ id }) => id === imported.workflow)
      if (!row || !way) throw new Error('no such row')
      expect(refusals(row, way, imported.input, () => undefined, 'carrying')).toEqual([])
      expect(refusals(row, way, imported.input, () => undefined)).not.toEqual([])
    })
  else
    test(`${file} comes in and goes out the same, and can be ordered`, () => {
      for (const shape of [request, [request]]) {
        const imported = read(shape)
        expect(imported).toMatchObject({ model, workflow: named[workflow] ?? workflow })
        expect(without(sentFor(imported), ...delivery)).toEqual(settled(request))
        const row = rowOf('runware', model)
        const way = row?.workflows.find(({ id }) => id === imported.workflow)
        if (!row || !way) throw new Error('no such row')
        expect(refusals(row, way, imported.input, () => undefined)).toEqual([])
      }
    })
}

function caught(act: () => unknown): StudioError {
  try {
    act()
  } catch (failure) {
    if (failure instanceof StudioError) return failure
    throw failure
  }
  throw new Error('It was taken.')
}
