// Where Runware's pages contradict themselves on sound, references, elements, ids and limits: kept, noted, or refused by name.
import { expect, test } from '@playwright/test'
import { rowOf } from '../../../lib/models/catalog'
import { read } from '../../../lib/providers/runware/read'
import type { Bag } from '../../../lib/providers/wire'
import { again, film, frame, kling, notes, O1, O3, PRO3, PRO26, placing, refusal, shots, still, words } from './foreign'

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
  expect(notes(ends('last', 'first'))).toContain('first frame is sent before the last')
  const unsaid = film(O3, { ...words, inputs: { referenceVideos: [{ video: 'f' }] } })
  expect(notes(unsaid)).toContain('referType is sent')
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
  const unknown = refusal(film('klingai:kling-video@3-por', words))
  expect([unknown.paths, unknown.words.includes(PRO3)]).toEqual([['model'], true])
  expect(unknown.words.length).toBeLessThan(250)
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

test('3.0 Turbo: shots written into the prompt are shots where a length is said, which they must fill; else words', () => {
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
  expect(read(turbo()).input).not.toHaveProperty('shots')
  expect(refusal(turbo(6)).paths).toEqual(['duration'])
  expect(again(turbo(5))).toMatchObject({ positivePrompt: turbo().positivePrompt, duration: 5 })
  expect(again(turbo())).not.toHaveProperty('duration')
})

test('what stands where an object belongs is refused at its own place', () => {
  const asked = (more: object) => film(O1, { ...words, ...more })
  for (const path of ['inputs', 'providerSettings', 'providerSettings.klingai', 'safety']) {
    const [top = '', inner] = path.split('.')
    for (const value of ['x', 5, null, []]) {
      const spoilt = asked({ [top]: inner ? { [inner]: value } : value })
      expect(refusal(spoilt)).toMatchObject({ paths: [path], words: 'An object is needed.' })
    }
  }
})

test('of a model known in part nothing that an import says is denied', () => {
  for (const model of ['klingai:kling-video@2.6-standard', 'klingai:kling-video@o3-4k']) {
    const both = { inputs: { frameImages: ['first', 'last'].map((end) => ({ image: `p-${end}`, frame: end })) } }
    const cut = { providerSettings: { klingai: { multiPrompt: [{ prompt: 'A gate', duration: '3' }], sound: true } } }
    const films = { inputs: { referenceVideos: [{ video: 'f', referType: 'feature' }], elements: [{ id: 'e' }] } }
    for (const more of [{ ...words, ...both }, both, cut, { ...words, ...films, duration: 7, width: 5, height: 6 }]) {
      const asked = film(model, more)
      expect(again(asked)).toMatchObject(more)
      const { workflow, input } = read(asked)
      expect(placing(model, workflow, input)).toEqual([])
    }
    expect(refusal(film(model, {})).paths).toEqual(['positivePrompt'])
  }
})

test('an empty list is refused where it stands, on import and in an order', () => {
  const element = (more: object) => ({ ...frame.inputs, elements: [{ id: 'e', frontalImage: 'p', ...more }] })
  const spoilt: [object, string][] = [
    [{ ...frame.inputs, elements: [] }, 'inputs.elements'],
    ...['images', 'voices', 'tags'].map((key): [object, string] => [
      element({ [key]: [] }),
      `inputs.elements.0.${key}`,
    ]),
  ]
  for (const [inputs, path] of spoilt)
    expect(refusal(film(PRO3, { ...words, inputs }))).toMatchObject({
      paths: [path],
      words: expect.stringContaining('empty list'),
    })
  const cut = { inputs: frame.inputs, ...kling({ multiPrompt: [] }) }
  expect(refusal(film(PRO3, cut)).paths).toContain('providerSettings.klingai.multiPrompt')
  expect(placing(PRO3, 'image-to-video', { prompt: 'A gate', firstFrame: { ref: 'p' }, elements: [] })).toEqual([
    'elements',
  ])
})

test('what cannot even be printed is refused like anything else', () => {
  const odd = { toString: 1 }
  const spoilt: [Bag, string][] = [
    [{ ...film(PRO3, words), taskType: odd }, 'taskType'],
    [{ ...film(PRO3, words), model: odd }, 'model'],
    [film(PRO3, { ...words, width: 1920, height: odd }), 'height'],
    [
      film(O3, { ...words, inputs: { referenceVideos: [{ video: 'f', referType: odd }] } }),
      'inputs.referenceVideos.0.referType',
    ],
  ]
  for (const [asked, path] of spoilt) expect(refusal(asked).paths).toContain(path)
})
