// Where Runware's pages contradict themselves: what an import keeps, what it notes, and what it refuses by name.
import { expect, test } from '@playwright/test'
import { StudioError } from '../../../lib/errors'
import { rowOf } from '../../../lib/models/catalog'
import type { Input } from '../../../lib/models/input'
import { refusals } from '../../../lib/models/schema'
import { read } from '../../../lib/providers/runware/read'
import { body } from '../../../lib/providers/runware/wire'
import type { Bag } from '../../../lib/providers/wire'

const film = (model: string, more: Bag): Bag => ({ taskType: 'videoInference', taskUUID: 'x', model, ...more })
const still = (model: string, more: Bag): Bag => ({ ...film(model, more), taskType: 'imageInference' })
const kling = (settings: Bag): Bag => ({ providerSettings: { klingai: settings } })
const words = { positivePrompt: 'A harbour at dawn' }
const frame = { inputs: { frameImages: [{ image: 'p1', frame: 'first' }] } }
const shots = [
  { prompt: 'Gulls rise', duration: '3' },
  { prompt: 'A boat leaves', duration: 4 },
]
const PRO3 = 'klingai:kling-video@3-pro'
const O3 = 'klingai:kling-video@o3-pro'
const O1 = 'klingai:kling@o1'
const PRO26 = 'klingai:kling-video@2.6-pro'

function refusal(request: unknown): { paths: string[]; words: string } {
  try {
    read(request)
  } catch (failure) {
    if (!(failure instanceof StudioError)) throw failure
    return {
      paths: failure.issues?.map(({ path }) => path) ?? [],
      words: failure.issues?.map(({ message }) => message).join(' ') ?? '',
    }
  }
  return { paths: [], words: 'taken' }
}
const notes = (request: unknown) => read(request).notes.join('\n')
function again(request: unknown): Bag {
  const { model, workflow: id, input } = read(request)
  const row = rowOf('runware', model)
  const workflow = row?.workflows.find((one) => one.id === id)
  if (!row || !workflow) throw new Error('no such row')
  return body({ name: 'x', row, workflow, input }, (asset) => asset)
}
function placing(model: string, id: string, input: Input): string[] {
  const row = rowOf('runware', model)
  const workflow = row?.workflows.find((one) => one.id === id)
  if (!row || !workflow) throw new Error('no such row')
  return refusals(row, workflow, input, () => undefined).map(({ path }) => path)
}

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

test('R21: with a film O3 takes nothing but keeping its sound; O1 keeps sound only of a film', () => {
  for (const inputs of [{ referenceVideos: ['f1'] }, { video: 'f1' }]) {
    expect(refusal(film(O3, { ...words, inputs, ...kling({ sound: true }) })).paths).toEqual([
      'providerSettings.klingai.sound',
    ])
    expect(refusal(film(O3, { inputs, ...kling({ multiPrompt: shots }) })).paths).toContain(
      'providerSettings.klingai.multiPrompt',
    )
    expect(refusal(film(O3, { ...words, inputs, ...kling({ keepOriginalSound: true }) })).words).toBe('taken')
    expect(refusal(film(O1, { ...words, inputs, ...kling({ keepOriginalSound: true }) })).words).toBe('taken')
  }
  expect(
    refusal(film(O1, { ...words, inputs: { referenceImages: ['p1'] }, ...kling({ keepOriginalSound: true }) })).paths,
  ).toEqual(['providerSettings.klingai.keepOriginalSound'])
})

test('R22: voices without sound come in unchanged, with a hint', () => {
  const asked = film(PRO26, { positivePrompt: '<<<voice_1>>> speaks', inputs: { referenceVoices: ['v1'] } })
  expect(read(asked).input).not.toHaveProperty('sound')
  expect(notes(asked)).toContain('Voices are heard only with sound.')
})

test('R23: O1 takes seven pictures, five of them beside a film with a warning, eight never', () => {
  const pictures = (count: number) => Array.from({ length: count }, (_, at) => `p${at}`)
  const inputs = (count: number, videos = {}) =>
    film(O1, { ...words, inputs: { referenceImages: pictures(count), ...videos } })
  expect(refusal(inputs(7)).words).toBe('taken')
  expect(refusal(inputs(8)).paths).toEqual(['inputs.referenceImages'])
  expect(notes(inputs(5, { referenceVideos: ['f1'] }))).toContain('four pictures')
  expect(
    refusal(film(O3, { ...words, inputs: { referenceImages: pictures(5), referenceVideos: ['f1'] } })).paths,
  ).toEqual(['inputs.referenceImages'])
})

test('R24, R26: what a model does not list is not offered', () => {
  const fields = (model: string) => rowOf('runware', model)?.workflows.flatMap((one) => Object.keys(one.fields)) ?? []
  expect(fields('klingai:kling@o1-standard')).not.toContain('fast')
  expect(fields(O1)).toContain('fast')
  expect(fields(O1)).not.toContain('negativePrompt')
  expect(fields(PRO3)).toContain('negativePrompt')
  expect(fields(PRO3)).not.toContain('guidance')
  expect(fields(O3)).not.toContain('shotType')
})

test('R30: the four names of a frame, also in quotes, and none other', () => {
  const ends = (first: unknown, last: unknown) =>
    film(PRO3, {
      ...words,
      inputs: {
        frameImages: [
          { image: 'p1', frame: first },
          { image: 'p2', frame: last },
        ],
      },
    })
  for (const [first, last] of [
    ['first', 'last'],
    [0, -1],
    ['0', '-1'],
    [undefined, undefined],
  ])
    expect(read(ends(first, last)).input).toMatchObject({ firstFrame: { ref: 'p1' }, lastFrame: { ref: 'p2' } })
  expect(read(ends('last', 'first')).input).toMatchObject({ firstFrame: { ref: 'p2' }, lastFrame: { ref: 'p1' } })
  expect(refusal(ends('middle', 'last'))).toMatchObject({ paths: ['inputs.frameImages.0.frame'] })
  expect(refusal(ends('first', 'first')).paths).toEqual(['inputs.frameImages.1.frame'])
})

test('R31: a last frame alone is kept with a warning, and not ordered here', () => {
  const alone = film(PRO3, { ...words, inputs: { frameImages: [{ image: 'p2', frame: 'last' }] } })
  expect(notes(alone)).toContain('A last frame needs a first frame.')
  expect(placing(PRO3, 'image-to-video', read(alone).input)).toEqual(['firstFrame'])
})

test('R34: an element’s voice is a list of one, and elements want a frame before they are paid', () => {
  const element = { id: 'hero', frontalImage: 'p1', voice: 'v1' }
  const asked = film(PRO3, {
    positivePrompt: '<<<element_1>>> walks',
    inputs: { elements: [element] },
    width: 1920,
    height: 1080,
  })
  expect(again(asked)).toMatchObject({ inputs: { elements: [{ id: 'hero', frontalImage: 'p1', voices: ['v1'] }] } })
  expect(notes(asked)).toContain('Elements need a first frame')
  expect(placing(PRO3, 'text-to-video', read(asked).input)).toEqual(['elements'])
})

test('R35: any id will do, and a task’s own name is not taken over', () => {
  const asked = film(PRO26, { ...words, inputs: { referenceVoices: ['not-a-uuid'] } })
  expect(read(asked).input.voices).toEqual([{ ref: 'not-a-uuid' }])
  expect(notes(asked)).toContain('taskUUID')
})

test('R36: content checks go out as they were set', () => {
  const asked = film(PRO3, { ...words, width: 1920, height: 1080, safety: { checkContent: true, mode: 'full' } })
  expect(read(asked).input).toMatchObject({ safetyCheck: true, safetyMode: 'full' })
  expect(again(asked)).toMatchObject({ safety: { checkContent: true, mode: 'full' } })
})

test('R37: pictures from pictures take a tier instead of a size, never both', () => {
  for (const model of ['klingai:kling-image@3', 'klingai:kling-image@o1']) {
    const asked = still(model, { positivePrompt: 'A portrait', inputs: { referenceImages: ['p1'] }, resolution: '2k' })
    expect(again(asked)).toMatchObject({ resolution: '2k' })
    expect(refusal({ ...asked, width: 1024, height: 1024 }).paths).toEqual(['resolution'])
    expect(refusal({ ...asked, resolution: '8k' }).words).toContain('1k, 2k')
  }
})

test('R38: a marker without an entry is a warning on import and a refusal here', () => {
  const asked = film(PRO26, {
    positivePrompt: '<<<voice_2>>> speaks',
    inputs: { referenceVoices: ['v1'] },
    width: 1920,
    height: 1080,
  })
  expect(notes(asked)).toContain('There is no voice of that number.')
  expect(placing(PRO26, 'text-to-video', read(asked).input)).toEqual(['prompt'])
})

test('R44: a length outside the list is refused with the list', () => {
  expect(refusal(film('klingai:3@1', { ...words, duration: 7 }))).toEqual({
    paths: ['duration'],
    words: 'Choose 5 or 10 s.',
  })
  expect(refusal(film(PRO3, { ...words, width: 1920, height: 1080, duration: 16 })).words).toContain('3–15 s')
})

test('R45: more than there is room for is refused with the room there is', () => {
  const many = (count: number) => Array.from({ length: count }, (_, at) => ({ image: `p${at}` }))
  expect(refusal(film(PRO3, { ...words, inputs: { frameImages: many(3) } })).paths).toEqual(['inputs.frameImages'])
  expect(refusal(film('klingai:3@1', { ...words, inputs: { frameImages: many(2) } })).words).toContain('one frame')
  const seven = kling({ multiPrompt: Array.from({ length: 7 }, () => ({ prompt: 'x', duration: 1 })) })
  expect(refusal(film(PRO3, { width: 1920, height: 1080, ...seven }))).toMatchObject({
    paths: ['providerSettings.klingai.multiPrompt'],
    words: 'At most 6 shots can be used.',
  })
  const four = { elements: ['a', 'b', 'c', 'd'].map((id) => ({ id })), ...frame.inputs }
  expect(refusal(film(PRO3, { ...words, inputs: four })).paths).toEqual(['inputs.elements'])
})

test('a wrong model, task type or envelope is named', () => {
  expect(refusal({ ...words }).paths).toEqual(['model'])
  expect(refusal(film('klingai:9@9', words)).words).toContain(PRO3)
  expect(refusal({ ...film(PRO3, words), taskType: 'imageInference' }).paths).toEqual(['taskType'])
  expect(refusal([film(PRO3, words), film(PRO3, words)]).words).toContain('one can be taken')
  expect(refusal('text').words).toContain('task object')
  expect(JSON.stringify(read([{ taskType: 'authentication', apiKey: 'secret' }, film(PRO3, words)]))).not.toContain(
    'secret',
  )
})

test('an @ in foreign words is only text, and comes out as it was', () => {
  const asked = film(PRO3, { positivePrompt: 'A @sign, @@two, me@home.org', width: 1920, height: 1080 })
  expect(read(asked).input.prompt).toBe('A @@sign, @@@@two, me@home.org')
  expect(again(asked)).toMatchObject({ positivePrompt: 'A @sign, @@two, me@home.org' })
})

test('3.0 Turbo: shots written into the prompt are shots when they fill the length, else words', () => {
  const turbo = (duration?: number) =>
    film('klingai:kling-video@3.0-turbo', {
      positivePrompt: 'shot 1, 3, A gate opens; shot 2, 2, Dust settles;',
      width: 1280,
      height: 720,
      ...(duration ? { duration } : {}),
    })
  expect(read(turbo(5)).input.shots).toEqual([
    { prompt: 'A gate opens', duration: 3 },
    { prompt: 'Dust settles', duration: 2 },
  ])
  expect(read(turbo(6)).input).not.toHaveProperty('shots')
  expect(again(turbo(5))).toMatchObject({ positivePrompt: turbo().positivePrompt, duration: 5 })
  expect(again(turbo())).not.toHaveProperty('duration')
})
