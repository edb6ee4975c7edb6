// The task object for Kling VIDEO 3.0 Pro, written out by hand.
import { expect, test } from '@playwright/test'
import { rowOf } from '../../../lib/models/catalog'
import type { Input } from '../../../lib/models/input'
import { body, fieldPath } from '../../../lib/providers/runware/wire'

const name = '6f1b7a52-6f0e-4c2b-9d68-0f6f3c1e2a11'

function sent(workflowId: string, input: Input) {
  const row = rowOf('runware', 'klingai:kling-video@3-pro')
  const workflow = row?.workflows.find(({ id }) => id === workflowId)
  if (!row || !workflow) throw new Error('no such row')
  return body({ name, row, workflow, input }, (asset) => `uploaded-${asset}`)
}

test('shots go out with whole seconds and the length as their sum', () => {
  const input: Input = {
    shots: [
      { prompt: 'A harbour at dawn', duration: 3 },
      { prompt: 'Gulls rise', duration: 4 },
    ],
    width: 1920,
    height: 1080,
    sound: true,
    shotType: 'customize',
  }
  expect(sent('text-to-video', input)).toEqual({
    taskType: 'videoInference',
    taskUUID: name,
    model: 'klingai:kling-video@3-pro',
    deliveryMethod: 'async',
    outputType: 'URL',
    includeCost: true,
    width: 1920,
    height: 1080,
    duration: 7,
    providerSettings: {
      klingai: {
        multiPrompt: [
          { prompt: 'A harbour at dawn', duration: 3 },
          { prompt: 'Gulls rise', duration: 4 },
        ],
        sound: true,
        shotType: 'customize',
      },
    },
  })
})

test('frames are nested, our file by its name at the provider, an address as it is', () => {
  const input: Input = {
    prompt: 'A gate opens',
    duration: 5,
    firstFrame: { asset: 'a1' },
    lastFrame: { url: 'https://example.com/last.png' },
  }
  expect(sent('image-to-video', input)).toMatchObject({
    positivePrompt: 'A gate opens',
    duration: 5,
    inputs: {
      frameImages: [
        { image: 'uploaded-a1', frame: 'first' },
        { image: 'https://example.com/last.png', frame: 'last' },
      ],
    },
  })
})

test('a field that the provider names leads back to ours, however it is printed', () => {
  const row = rowOf('runware', 'klingai:kling-video@3-pro')
  if (!row) throw new Error('no such row')
  const ours = (parameter: string) => fieldPath({ row }, parameter)
  expect(ours('positivePrompt')).toBe('prompt')
  expect(ours('providerSettings.klingai.multiPrompt[1].prompt')).toBe('shots.1.prompt')
  expect(ours('multiPrompt.0.duration')).toBe('shots.0.duration')
  expect(ours('inputs.frameImages[1].image')).toBe('lastFrame')
  expect(ours('inputs.frameImages')).toBe('firstFrame')
  expect(ours('CFGScale')).toBe('guidance')
  expect(ours('inputs.elements[0].images')).toBe('elements.0.images')
  expect(ours('nobodyKnows')).toBeUndefined()
})
