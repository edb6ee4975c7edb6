// Where Runware's pages contradict themselves on sizes, words, shots, frames and motion: kept, noted, or refused by name.
import { expect, test } from '@playwright/test'
import { read } from '../../../lib/providers/runware/read'
import { again, film, frame, kling, notes, O1, O3, PRO3, PRO26, refusal, shots, still, words } from './foreign'

test('R2: a size that the model does not list is refused with those it does', () => {
  const { paths, words: said } = refusal(film('klingai:3@1', { ...words, width: 1920, height: 1080 }))
  expect(paths).toEqual(['width', 'height'])
  expect(said).toContain('1280×720, 720×720, 720×1280')
})

test('R3: no size stays no size', () => {
  expect(again(film('klingai:5@3', { ...words, duration: 10 }))).not.toHaveProperty('width')
  expect(again(still('klingai:kling-image@3', words))).not.toHaveProperty('width')
})

test('R4: half a size is refused by its missing half', () => {
  expect(refusal(film('klingai:3@1', { ...words, width: 1280 })).paths).toEqual(['height'])
  expect(refusal(film('klingai:3@1', { ...words, height: 720 })).paths).toEqual(['width'])
})

test('R5: words beside shots are refused for O3, naming both, and noted for 3.0', () => {
  const both = { ...words, width: 1920, height: 1080, ...kling({ multiPrompt: shots }) }
  expect(refusal(film(O3, both)).paths).toEqual(['positivePrompt', 'providerSettings.klingai.multiPrompt'])
  expect(notes(film(PRO3, both))).toContain('Shots take the place of the words')
  expect(again(film(PRO3, both))).toMatchObject({ ...words, duration: 7 })
})

test('R6: shot seconds become whole numbers with their sum; another length is refused', () => {
  const asked = film(PRO3, { width: 1920, height: 1080, ...kling({ multiPrompt: shots }) })
  expect(read(asked).input).toMatchObject({ duration: 7, shots: [{ duration: 3 }, { duration: 4 }] })
  expect(again(asked)).toMatchObject({
    duration: 7,
    ...kling({ multiPrompt: [{ ...shots[0], duration: 3 }, shots[1]] }),
  })
  expect(refusal({ ...asked, duration: 8 })).toMatchObject({ paths: ['duration'], words: 'Shots add up to 7 of 8 s.' })
})

test('R7: a shot type is sent only when asked for, and needs shots', () => {
  const size = { width: 1920, height: 1080 }
  expect(JSON.stringify(again(film(PRO3, { ...size, ...kling({ multiPrompt: shots }) })))).not.toContain('shotType')
  expect(refusal(film(PRO3, { ...words, ...size, ...kling({ shotType: 'customize' }) })).paths).toEqual([
    'providerSettings.klingai.shotType',
  ])
  expect(refusal(film(PRO3, { ...size, ...kling({ multiPrompt: shots, shotType: 'magic' }) })).words).toContain(
    'customize',
  )
})

test('R8: the words of a picture may be left out where the page leaves them out, and nowhere else', () => {
  const legacy = { frameImages: [{ inputImage: 'p1', frame: 'first' }], duration: 5 }
  for (const model of ['1@1', '1@2', '3@1', '4@3', '5@3', '6@0', '6@1'])
    expect(refusal(film(`klingai:${model}`, legacy)).words, model).toBe('taken')
  expect(refusal(film('klingai:3@2', legacy)).paths).toEqual(['positivePrompt'])
  expect(refusal(film(PRO26, frame)).paths).toEqual(['positivePrompt'])
})

test('R9, R10: what a page does not list is carried along as it was, with a warning', () => {
  const asked = film('klingai:2@1', {
    ...words,
    seed: 7,
    frameImages: [{ inputImage: 'p1', frame: 'first', weight: 0.5 }],
    providerSettings: { klingai: { cameraControl: { type: 'simple' } }, other: { a: 1 } },
  })
  const { input, notes: told } = read(asked)
  expect(input.extra).toMatchObject({ ...words, seed: 7 })
  expect(told.join(' ')).toContain('positivePrompt is not listed for KlingAI 1.5 Standard')
  expect(told.join(' ')).toContain('unsupportedParameter')
  const { taskUUID: _, ...rest } = asked
  expect(again(asked)).toMatchObject(rest)
})

test('R10: what a page says cannot be used is refused with its reason', () => {
  expect(refusal(film('klingai:6@0', { frameImages: [{ inputImage: 'p1' }], width: 1280, height: 720 })).paths).toEqual(
    ['width', 'height'],
  )
  expect(
    refusal(film(O3, { ...words, width: 1920, height: 1080, ...kling({ keepOriginalSound: true }) })).paths,
  ).toEqual(['providerSettings.klingai.keepOriginalSound'])
})

test('R11: editing takes no size; a length is carried with a warning', () => {
  const edit = { ...words, inputs: { video: 'f1' } }
  expect(refusal(film(O3, { ...edit, width: 1920, height: 1080 })).paths).toEqual(['width', 'height'])
  expect(read(film(O3, { ...edit, duration: 5 })).input.extra).toEqual({ duration: 5 })
  expect(again(film(O3, { ...edit, duration: 5 }))).toMatchObject({ duration: 5 })
  expect(again(film(O3, { ...words, inputs: { referenceImages: ['p1'] } }))).not.toHaveProperty('width')
})

test('R12, R13: old models take a size beside a picture, and go without one', () => {
  const legacy = { frameImages: [{ inputImage: 'p1', frame: 'first' }] }
  expect(again(film('klingai:6@1', { ...legacy, width: 1920, height: 1080 }))).toMatchObject({ width: 1920 })
  expect(again(film('klingai:4@3', legacy))).not.toHaveProperty('width')
})

test('R14: a frame and a size exclude each other', () => {
  for (const model of [PRO26, PRO3, 'klingai:kling-video@3-standard', O3, 'klingai:kling-video@o3-standard'])
    expect(refusal(film(model, { ...words, ...frame, width: 1920, height: 1080 })).paths, model).toEqual([
      'width',
      'height',
    ])
})

test('R15: O1 takes a size only from words', () => {
  for (const inputs of [frame.inputs, { referenceImages: ['p1'] }, { video: 'f1' }])
    expect(refusal(film(O1, { ...words, inputs, width: 1920, height: 1080 })).paths).toEqual(['width', 'height'])
})

test('R16: reference films are read in both forms and sent in the page’s own', () => {
  const plain = { inputs: { referenceVideos: ['f1'] } }
  const objects = { inputs: { referenceVideos: [{ video: 'f1', referType: 'feature' }] } }
  for (const given of [plain, objects]) {
    expect(again(film(O3, { ...words, ...given }))).toMatchObject(objects)
    expect(again(film('klingai:kling-video@o3-standard', { ...words, ...given }))).toMatchObject(objects)
    expect(again(film(O1, { ...words, ...given }))).toMatchObject(plain)
    expect(again(film(PRO26, { ...words, ...given }))).toMatchObject(plain)
  }
  const base = film(O3, { ...words, inputs: { referenceVideos: [{ video: 'f1', referType: 'base' }] } })
  expect(refusal(base)).toMatchObject({ paths: ['inputs.referenceVideos.0.referType'] })
  expect(refusal(base).words).toContain('feature')
})

test('R17: both shapes of frames are read everywhere and sent in the model’s own', () => {
  const legacy = { frameImages: [{ inputImage: 'p1', frame: 'first' }] }
  expect(again(film(PRO3, { ...words, ...legacy }))).toMatchObject(frame)
  expect(again(film('klingai:5@3', { ...words, ...frame }))).toMatchObject(legacy)
  expect(refusal(film(PRO3, { ...words, ...legacy, ...frame })).paths).toEqual(['frameImages'])
})

test('R18, R19: motion control keeps orientation, length and a listed size, and warns', () => {
  const asked = film(PRO26, {
    ...words,
    inputs: { referenceVideos: ['f1'] },
    duration: 10,
    width: 1920,
    height: 1080,
    ...kling({ characterOrientation: 'image' }),
  })
  expect(read(asked).workflow).toBe('motion-control')
  expect(notes(asked)).toContain('add a first frame')
  expect(notes(asked)).toContain('no size')
  const { taskUUID: _, ...rest } = asked
  expect(again(asked)).toMatchObject(rest)
  expect(refusal({ ...asked, width: 1280, height: 720 }).paths).toEqual(['width', 'height'])
})
