// Where the gateway's page is silent or contradicts itself: what an import keeps, what it notes, what it refuses by name.
import { expect, test } from '@playwright/test'
import { rowOf } from '../../../lib/models/catalog'
import { judge } from '../../../lib/models/judge'
import { standing } from '../../../lib/models/standing'
import { again, clip, double, film, gateway, imported, picture, refusal, sentFor, shots } from './way'

const notes = (request: unknown, way = gateway()) => imported(request, way).notes.join('\n')

test('O1: 5, 10 and 15 s are offered; another length within the model’s is kept with a warning, one outside refused', () => {
  const offered = (model: string) => {
    const workflow = rowOf('openai', model)?.workflows[0]
    if (!workflow) throw new Error('no such row')
    return standing(workflow, {}).find(({ field }) => field === 'duration')?.use.limits
  }
  expect(offered('Kling-3.0-Omni')).toMatchObject({ values: [5, 10, 15] })
  expect(offered('Kling-2.5')).toMatchObject({ values: [5, 10] })
  expect(notes(film({ seconds: '7' }))).toContain('5, 10 and 15 s; another length may be refused')
  expect(again(film({ seconds: '7' })).seconds).toBe('7')
  for (const seconds of ['4', '16'])
    expect(refusal(film({ seconds }))).toMatchObject({
      paths: ['seconds'],
      words: expect.stringContaining('5, 10, 15'),
    })
  expect(refusal(film({ model: 'Kling-2.6', seconds: '15' })).words).toContain('5, 10')
})

test('O2: seconds are sent; output_config.duration is read, and both only when they agree', () => {
  const asked = film({ metadata: { output_config: { duration: 10, resolution: '720P' } } })
  expect(again(asked)).toEqual(film({ seconds: '10', metadata: { output_config: { resolution: '720P' } } }))
  expect(again({ ...asked, seconds: '10' })).toEqual(again(asked))
  expect(refusal({ ...asked, seconds: '5' }).paths).toEqual(['seconds', 'metadata.output_config.duration'])
  expect(again(film({ seconds: 5 })).seconds).toBe('5')
})

test('O3: a size is kept as it was; one that contradicts the shape is a warning', () => {
  const asked = film({ size: '720x1280', metadata: { output_config: { aspect_ratio: '16:9' } } })
  expect(again(asked)).toEqual(asked)
  expect(notes(asked)).toContain('contradicts aspect_ratio 16:9')
  expect(notes(film({ size: '720x1280', metadata: { output_config: { aspect_ratio: '9:16' } } }))).not.toContain(
    'contradicts',
  )
})

test('O4: a first frame is a plain image, unless the gateway is set to have it said', () => {
  const said = film({
    metadata: { file_infos: [{ type: 'Url', category: 'Image', url: picture, usage: 'FirstFrame' }] },
  })
  const plain = film({ image: picture })
  expect(again(said)).toEqual(plain)
  expect(notes(said)).toContain('as this gateway is set')
  const way = gateway({ OPENAI_VIDEOS_FIRST_FRAME: 'file_infos' })
  expect(again(said, way)).toEqual(said)
  expect(again(plain, way)).toEqual(said)
  expect(imported(plain, way).workflow).toBe('image-to-video')
})

test('O6: files printed as text are read and sent as a list', () => {
  const list = [{ type: 'Url', category: 'Image', url: picture, usage: 'Reference' }]
  expect(again(film({ metadata: { file_infos: JSON.stringify(list) } }))).toEqual(
    film({ metadata: { file_infos: list } }),
  )
  expect(refusal(film({ metadata: { file_infos: 'nothing' } })).paths).toEqual(['metadata.file_infos'])
})

test('O7: scenes whose inputs cannot be had are not offered, and imported with a warning', () => {
  const ways = ['Kling-3.0-Omni', 'Kling-2.6', 'Kling-2.5'].flatMap((model) => rowOf('openai', model)?.workflows ?? [])
  expect(ways.map(({ id }) => id)).not.toContain('lip-sync')
  for (const scene_type of ['lip_sync', 'template_effect'])
    expect(notes(film({ metadata: { scene_type, video_url: clip } }))).toContain(
      `The scene ${scene_type} is not offered here`,
    )
  const odd = refusal(film({ metadata: { scene_type: 'dance' } }))
  expect(odd).toMatchObject({ paths: ['metadata.scene_type'], words: expect.stringContaining('motion_control') })
})

test('extras of which no field speaks go out as the text that they were, however the gateway packs its own', () => {
  const texts = ['{"template":"hug","b":1,"a":{"z":null,"y":""}}', double({ session_id: 's', face_choose: [] })]
  for (const ext_info of texts)
    for (const scene_type of ['lip_sync', 'template_effect'])
      for (const EXT_INFO of ['double-string', 'string', 'object']) {
        const asked = film({ image: picture, metadata: { scene_type, ext_info } })
        expect(again(asked, gateway({ OPENAI_VIDEOS_EXT_INFO: EXT_INFO }))).toEqual(asked)
      }
  // A field that is changed afterwards wins over the text that was imported.
  const turned = double({ character_orientation: 'video', keep_original_sound: 'no' })
  const asked = film({ image: picture, metadata: { scene_type: 'motion_control', video_url: clip, ext_info: turned } })
  const found = imported(asked)
  expect(sentFor(found)).toEqual(asked)
  const { characterOrientation: _, ...silent } = found.input
  for (const [input, bag] of [
    [
      { ...found.input, keepOriginalSound: true },
      { keep_original_sound: 'yes', character_orientation: 'video' },
    ],
    [silent, { keep_original_sound: 'no' }],
  ] as const)
    expect(sentFor({ ...found, input })).toMatchObject({ metadata: { ext_info: double(bag) } })
})

test('an avatar with no more than the page names is kept with what is missing, and not ordered', () => {
  const scene_type = 'avatar_i2v'
  for (const asked of [
    { model: 'Kling-2.6', image: picture, metadata: { scene_type } },
    film({ metadata: { scene_type, output_config: { audio_generation: 'Enabled' } } }),
  ]) {
    expect(again(asked)).toEqual(asked)
    expect(notes(asked)).toContain('An avatar needs a sound.')
    const row = rowOf('openai', asked.model as string)
    const way = row?.workflows.find(({ id }) => id === 'avatar')
    if (!row || !way) throw new Error('no such row')
    expect(judge(row, way, imported(asked).input, 'placing').map(({ path }) => path)).toContain('audio')
  }
  expect(refusal({ model: 'Kling-2.6', metadata: { scene_type } }).paths).toEqual(['image'])
  const raw = { scene_type, ext_info: double({ sound_file: 'SUQzBAAAAAAA' }) }
  const spoken = { model: 'Kling-2.6', image: picture, metadata: raw }
  expect(again(spoken)).toEqual(spoken)
})

test('what the page does not list is never emptied', () => {
  const asked = film({ note: '', metadata: { own: { a: '', b: null, c: [], d: {} } } })
  expect(again(asked)).toEqual(asked)
  expect(again(film({ metadata: { file_infos: [], output_config: {}, video_url: null } }))).toEqual(film())
})

test('O9: a name of the price list is sent as it was, with a warning; a model nobody knows is refused', () => {
  const asked = film({ model: 'kling-3.0-omni-720p-ref-audio' })
  expect(again(asked)).toEqual(asked)
  expect(notes(asked)).toContain('price list')
  expect(refusal(film({ model: 'Kling-2.65' }))).toMatchObject({
    paths: ['model'],
    words: expect.stringContaining('Kling-2.6'),
  })
  expect(refusal({ prompt: 'A harbour' }).paths).toEqual(['model'])
})

test('O10: resolutions are read in either case and sent in capitals', () => {
  const asked = film({ metadata: { output_config: { resolution: '720p' } } })
  expect(again(asked)).toEqual(film({ metadata: { output_config: { resolution: '720P' } } }))
  expect(refusal(film({ metadata: { output_config: { resolution: '4K' } } }))).toMatchObject({
    paths: ['metadata.output_config.resolution'],
    words: expect.stringContaining('720P, 1080P'),
  })
})

test('what the page’s own table does not allow is refused at its path with what is allowed', () => {
  const cases: [object, string, string][] = [
    [{ output_config: { aspect_ratio: '4:3' } }, 'metadata.output_config.aspect_ratio', '16:9, 9:16, 1:1'],
    [{ output_config: { audio_generation: true } }, 'metadata.output_config.audio_generation', 'Enabled or Disabled'],
    [{ offpeak: 'yes' }, 'metadata.offpeak', 'yes or no'],
    [{ ext_info: 'no json' }, 'metadata.ext_info', 'JSON text'],
  ]
  for (const [metadata, path, words] of cases) {
    expect(refusal(film({ metadata }))).toMatchObject({ paths: [path], words: expect.stringContaining(words) })
    if (path.endsWith('ratio')) expect(refusal(film({ image: picture, metadata })).paths).toEqual([path])
  }
  const motion = { scene_type: 'motion_control', motion_level: 'best', video_url: clip }
  expect(refusal(film({ image: picture, metadata: motion })).paths).toEqual(['metadata.motion_level'])
  expect(refusal(film({ metadata: { scene_type: 'motion_control' } })).paths).toEqual(['image', 'metadata.video_url'])
  expect(refusal({ model: 'Kling-2.6' }).paths).toEqual(['prompt'])
  expect(refusal(film(), gateway(), 'POST /v1/videos/edits').paths).toEqual(['endpoint'])
  expect(refusal(film(), gateway(), 'POST /v1/videos').words).toBe('taken')
})

test('shots: numbers, sums and kinds are what Kling’s own page wants', () => {
  const asked = (more: object, seconds = '5') =>
    film({ prompt: '', seconds, metadata: { ext_info: double(shots(more as never)) } })
  expect(imported(asked({})).input).toMatchObject({
    shots: [
      { prompt: 'Gulls rise', duration: 3 },
      { prompt: 'A boat leaves', duration: 2 },
    ],
  })
  expect(refusal(asked({}, '6'))).toMatchObject({
    paths: ['seconds'],
    words: expect.stringContaining('add up to 5 of 6'),
  })
  expect(refusal(asked({ multi_shot: false })).paths).toEqual(['metadata.ext_info.multi_shot'])
  expect(refusal(asked({ shot_type: 'magic' })).words).toContain('customize or intelligence')
  expect(refusal(asked({ shot_type: 'intelligence' })).paths).toEqual(['metadata.ext_info.multi_prompt'])
  const long = [{ index: 1, prompt: 'x'.repeat(513), duration: '5' }]
  expect(refusal(asked({ multi_prompt: long })).paths).toEqual(['metadata.ext_info.multi_prompt.0.prompt'])
  const gap = [
    { index: 1, prompt: 'a', duration: '2' },
    { index: 3, prompt: 'b', duration: '3' },
  ]
  expect(refusal(asked({ multi_prompt: gap })).words).toContain('1, 2, 3')
  const turned = [
    { index: 2, prompt: 'b', duration: '3' },
    { index: 1, prompt: 'a', duration: 2 },
  ]
  expect(imported(asked({ multi_prompt: turned })).input.shots?.map(({ prompt }) => prompt)).toEqual(['a', 'b'])
  const unsaid = film({ prompt: '', metadata: { ext_info: double(shots()) } })
  expect(again(unsaid).seconds).toBe('5')
})

test('a gateway that insists on words gets those of the first shot', () => {
  const way = gateway({ OPENAI_VIDEOS_PROMPT: 'needed' })
  const asked = film({ prompt: 'Gulls rise', seconds: '5', metadata: { ext_info: double(shots()) } })
  expect(again(asked, way)).toEqual(asked)
  expect(imported(asked, way).input.prompt).toBeUndefined()
  expect(again({ ...asked, prompt: '' }, way)).toEqual(asked)
  expect(again({ ...asked, prompt: 'Others' })).toMatchObject({ prompt: 'Others' })
})

test('ids that exceed a number keep their digits', () => {
  const ext_info = '{"AdditionalParameters":"{\\"element_list\\":[{\\"element_id\\":829836802793406551}]}"}'
  const asked = film({ metadata: { ext_info } })
  expect(again(asked)).toEqual(
    film({ metadata: { ext_info: double({ element_list: [{ element_id: '829836802793406551' }] }) } }),
  )
  expect(notes(asked)).toContain('829836802793406551 is sent as text')
})

test('elements go by the ids that Kling gave them, and by nothing else', () => {
  const ids = ['829836802793406551', '829836802793406552']
  const list = ids.map((element_id) => ({ element_id }))
  const asked = film({ prompt: '<<<element_2>>> waits', metadata: { ext_info: double({ element_list: list }) } })
  expect(imported(asked).input.elements).toEqual(ids.map((id) => ({ id })))
  expect(again(asked)).toEqual(asked)
  const named = { prompt: `@${ids[1]} waits`, elements: ids.map((id) => ({ id })) }
  expect(sentFor({ model: 'Kling-3.0-Omni', workflow: 'text-to-video', input: named })).toEqual(asked)
  const odd = film({ metadata: { ext_info: double({ element_list: [{ element_id: 'hero' }] }) } })
  expect(refusal(odd).paths).toEqual(['metadata.ext_info.element_list'])
  const row = rowOf('openai', 'Kling-3.0-Omni')
  const [workflow] = row?.workflows ?? []
  if (!row || !workflow) throw new Error('no such row')
  const ours = { prompt: 'A gate', elements: [{ id: 'hero', frontalImage: { asset: 'a1' } }] }
  expect(judge(row, workflow, ours, 'placing').map(({ path }) => path)).toEqual(['elements.0.id'])
})

test('handles become markers in list order, and text from elsewhere stays text', () => {
  const input = { prompt: '@image_2 meets @@image_1', referenceImages: [{ url: picture }, { url: `${picture}?2` }] }
  const sent = sentFor({ model: 'Kling-3.0-Omni', workflow: 'reference-to-video', input })
  expect(sent.prompt).toBe('<<<image_2>>> meets @image_1')
  expect(again({ ...sent, prompt: 'write @you' }).prompt).toBe('write @you')
})

test('loose forms of samples are read: empty texts are nothing, truths and ids in or out of quotes are the same', () => {
  const empty = { last_frame_url: '', scene_type: '', ext_info: '', file_infos: '', output_config: { resolution: '' } }
  expect(again(film({ image: '', size: '', metadata: empty }))).toEqual(film())
  expect(again(film({ metadata: { offpeak: 'true' } }))).toEqual(film({ metadata: { offpeak: true } }))
  const told = (bag: Record<string, unknown>) => film({ prompt: '', seconds: '5', metadata: { ext_info: double(bag) } })
  expect(again(told(shots({ multi_shot: 'true' })))).toEqual(told(shots()))
  const cast = (id: unknown) => film({ metadata: { ext_info: double({ element_list: [{ element_id: id }] }) } })
  expect(again(cast(829))).toEqual(cast('829'))
})

test('shots for a model that makes none are refused by their name', () => {
  const asked = film({ model: 'Kling-2.6', prompt: '', seconds: '5', metadata: { ext_info: double(shots()) } })
  expect(refusal(asked)).toMatchObject({
    paths: ['metadata.ext_info.multi_prompt'],
    words: expect.stringContaining('3.0 Omni alone'),
  })
  expect(refusal(film({ model: 'Kling-2.6', metadata: { ext_info: double({ multi_shot: false }) } })).words).toBe(
    'taken',
  )
})

test('what cannot even be printed is refused like anything else', () => {
  const odd = { toString: 1 }
  expect(refusal({ model: odd, prompt: 'a' }).paths).toEqual(['model'])
  expect(refusal(film({ metadata: { scene_type: odd } })).paths).toEqual(['metadata.scene_type'])
  expect(refusal(film({ seconds: '5', metadata: { output_config: { duration: odd } } })).paths).toContain('seconds')
})
