import { expect, test } from '@playwright/test'
import { meant } from '../../../components/compose/whose'

const whose = (request: object) => meant(request, ['runware', 'kling'])

test('a pasted request tells whose it is, whatever was chosen before', () => {
  expect(whose([{ taskType: 'videoInference', model: 'klingai:kling-video@3-pro' }])).toBe('runware')
  expect(whose({ model: 'klingai:kling-video@3-pro', request: { positivePrompt: 'Dawn' } })).toBe('runware')
  expect(whose({ model: 'klingai:5@3', positivePrompt: 'Dawn' })).toBe('runware')
  expect(whose({ model_name: 'kling-v3', prompt: 'Dawn' })).toBe('kling')
  expect(whose({ endpoint: 'POST /v1/videos/text2video', request: { model_name: 'kling-v3' } })).toBe('kling')
})

test('a request without such words leaves the choice as it stands', () => {
  expect(whose({ prompt: 'Dawn' })).toBeUndefined()
  expect(whose([])).toBeUndefined()
  expect(meant({ model_name: 'kling-v3' }, ['runware'])).toBeUndefined()
})
