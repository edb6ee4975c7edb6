// Requests as Kling's pages print them, or as their tables of fields allow: each comes in and goes out the same.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { rowOf } from '../../../lib/models/catalog'
import { refusals } from '../../../lib/models/schema'
import { readKling } from '../../../lib/providers/kling/read'
import { callOf } from '../../../lib/providers/kling/wire'
import { type Bag, isBag } from '../../../lib/providers/wire'

const folder = join(import.meta.dirname, '../../fixtures/kling')
const printed = readdirSync(folder).map((file) => ({
  file,
  ...(JSON.parse(readFileSync(join(folder, file), 'utf8')) as { endpoint: string; request: Bag }),
}))

function goesThrough(request: Bag, endpoint?: string) {
  const { model, workflow: id, input } = readKling(request, endpoint)
  const row = rowOf('kling', model)
  const workflow = row?.workflows.find((one) => one.id === id)
  if (!row || !workflow) throw new Error(`no ${model} ${id}`)
  const { path, body } = callOf({ name: 'any', row, workflow, input }, (asset) => asset)
  const { external_task_id: _, ...own } = body
  return { model, workflow: id, path, body: own, refused: refusals(row, workflow, input, () => undefined) }
}

/** Empty texts mean nothing; truths and seconds are sent typed. */
function settled(request: Bag): Bag {
  const told = Object.entries(request).filter(([, value]) => value !== '')
  return Object.fromEntries(told.map(([key, value]) => [key, key === 'multi_shot' ? String(value) === 'true' : value]))
}

test('the printed requests are all there', () => expect(printed.length).toBeGreaterThanOrEqual(3))

for (const { file, endpoint, request } of printed)
  test(`${file} comes in and goes out the same, told its endpoint or not, and can be ordered`, () => {
    const [, path] = endpoint.split(' ')
    for (const told of [endpoint, path, `${endpoint}/`, undefined]) {
      const gone = goesThrough(request, told)
      expect(gone.path).toBe(path)
      expect(gone.body).toEqual(settled(request))
      expect(gone.refused).toEqual([])
    }
    expect(goesThrough({ endpoint, request }).body).toEqual(settled(request))
  })

const pic = 'https://files.example/a.png'
const film = 'https://files.example/a.mp4'
const speech = 'https://files.example/a.mp3'
const id = '829836802793406551'

const lawful: [string, string, string, Bag][] = [
  [
    'text2video',
    'kling-v2-6',
    'text-to-video',
    {
      prompt: 'a',
      negative_prompt: 'b',
      sound: 'on',
      mode: 'pro',
      aspect_ratio: '1:1',
      duration: '10',
      watermark_info: { enabled: true },
    },
  ],
  [
    'text2video',
    'kling-v3',
    'text-to-video',
    { prompt: 'a', mode: '4k', duration: '15', multi_shot: true, shot_type: 'intelligence' },
  ],
  ['text2video', 'kling-v2-master', 'text-to-video', { prompt: 'a', duration: '5' }],
  ['text2video', 'kling-v1-6', 'text-to-video', { prompt: 'a', cfg_scale: 0, mode: 'pro' }],
  [
    'image2video',
    'kling-v3',
    'image-to-video',
    {
      image: pic,
      prompt: '<<<element_1>>> and <<<element_2>>>',
      element_list: [{ element_id: id }, { element_id: '160' }],
      sound: 'off',
      mode: 'std',
      duration: '3',
    },
  ],
  [
    'image2video',
    'kling-v2-6',
    'image-to-video',
    {
      image: pic,
      prompt: 'The man<<<voice_1>>> said: "Hello"',
      voice_list: [{ voice_id: id }],
      sound: 'on',
      mode: 'pro',
      duration: '5',
    },
  ],
  [
    'image2video',
    'kling-v1-5',
    'image-to-video',
    {
      image: pic,
      prompt: 'a',
      mode: 'pro',
      duration: '5',
      static_mask: 'iVBORw0KGgo',
      dynamic_masks: [
        {
          mask: 'iVBORw0KGgoA',
          trajectories: [
            { x: 279, y: 219 },
            { x: 417, y: 65 },
          ],
        },
      ],
    },
  ],
  [
    'omni-video',
    'kling-v3-omni',
    'image-to-video',
    {
      prompt: '<<<image_3>>> joins',
      image_list: [
        { image_url: pic, type: 'first_frame' },
        { image_url: pic, type: 'end_frame' },
        { image_url: `${pic}?3` },
      ],
      element_list: [{ element_id: id }],
      sound: 'on',
      mode: 'std',
      duration: '12',
    },
  ],
  [
    'omni-video',
    'kling-v3-omni',
    'video-edit',
    {
      prompt: 'Swap <<<video_1>>> for <<<image_1>>>',
      image_list: [{ image_url: pic }],
      video_list: [{ video_url: film, refer_type: 'base', keep_original_sound: 'yes' }],
      sound: 'off',
      mode: 'pro',
      duration: '8',
    },
  ],
  [
    'omni-video',
    'kling-video-o1',
    'reference-to-video',
    {
      prompt: 'The next shot',
      video_list: [{ video_url: film, refer_type: 'feature', keep_original_sound: 'no' }],
      image_list: [{ image_url: pic, type: 'first_frame' }],
      mode: 'pro',
      duration: '7',
    },
  ],
  [
    'multi-image2video',
    'kling-v1-6',
    'reference-to-video',
    {
      image_list: [{ image: pic }, { image: `${pic}?2` }],
      prompt: 'a',
      negative_prompt: 'b',
      mode: 'pro',
      duration: '10',
      aspect_ratio: '9:16',
    },
  ],
  [
    'motion-control',
    'kling-v3',
    'motion-control',
    {
      image_url: pic,
      video_url: film,
      character_orientation: 'video',
      mode: 'pro',
      keep_original_sound: 'no',
      prompt: '<<<element_1>>> dances',
      element_list: [{ element_id: id }],
    },
  ],
  [
    'multi-elements',
    'kling-v1-6',
    'video-edit',
    {
      session_id: id,
      edit_mode: 'swap',
      image_list: [{ image: pic }],
      prompt: 'swap x in <<<video_1>>> for <<<image_1>>>',
      mode: 'std',
      duration: '5',
    },
  ],
  [
    'multi-elements',
    'kling-v1-6',
    'video-edit',
    { session_id: id, edit_mode: 'removal', prompt: 'take x out of <<<video_1>>>', mode: 'std' },
  ],
]
const unnamed: [string, string, string, Bag][] = [
  [
    '/v1/videos/video-extend',
    'kling-video-extend',
    'extend',
    { video_id: id, prompt: 'on', negative_prompt: 'b', cfg_scale: 0.5 },
  ],
  [
    '/v1/videos/advanced-lip-sync',
    'kling-lip-sync',
    'lip-sync',
    {
      session_id: id,
      face_choose: [
        {
          face_id: '0',
          sound_file: speech,
          sound_start_time: 250,
          sound_end_time: 5001,
          sound_insert_time: 1000,
          sound_volume: 1.5,
          original_audio_volume: 0,
        },
      ],
    },
  ],
  [
    '/v1/videos/advanced-lip-sync',
    'kling-lip-sync',
    'lip-sync',
    {
      session_id: id,
      face_choose: [{ face_id: '1', audio_id: id, sound_start_time: 0, sound_end_time: 3000, sound_insert_time: 0 }],
      watermark_info: { enabled: true },
    },
  ],
  [
    '/v1/videos/avatar/image2video',
    'kling-avatar',
    'avatar',
    { image: pic, audio_id: id, prompt: 'smiling', mode: 'pro' },
  ],
  ['/v1/videos/effects', 'kling-effects', 'effects', { effect_scene: 'any', input: { images: [pic, `${pic}?2`] } }],
  ['/v1/audio/text-to-audio', 'kling-text-to-audio', 'text-to-audio', { prompt: 'rain', duration: 4.5 }],
  [
    '/v1/audio/video-to-audio',
    'kling-video-to-audio',
    'video-to-audio',
    { video_id: id, sound_effect_prompt: 'rain', bgm_prompt: 'drums', asmr_mode: false },
  ],
  [
    '/v1/audio/tts',
    'kling-tts',
    'text-to-speech',
    { text: 'hello', voice_id: 'genshin_vindi2', voice_language: 'zh', voice_speed: 0.8 },
  ],
  [
    '/v1/images/editing/expand',
    'kling-image-expand',
    'image-expand',
    {
      image: pic,
      up_expansion_ratio: 0.1,
      down_expansion_ratio: 0.2,
      left_expansion_ratio: 0.3,
      right_expansion_ratio: 0.4,
      prompt: 'sea',
      n: 2,
    },
  ],
  ['/v1/general/ai-multi-shot', 'kling-ai-multi-shot', 'multi-angle', { element_frontal_image: pic }],
  ['/v1/videos/image-recognize', 'kling-image-recognize', 'image-recognize', { image: pic }],
]
const pictures: [string, string, string, string, Bag][] = [
  [
    'generations',
    'kling-v3',
    'kling-v3-image',
    'text-to-image',
    { prompt: 'a', negative_prompt: 'b', resolution: '2k', n: 9, aspect_ratio: '21:9' },
  ],
  [
    'generations',
    'kling-v3',
    'kling-v3-image',
    'image-to-image',
    { prompt: '<<<element_1>>>', element_list: [{ element_id: id }], image: pic },
  ],
  [
    'generations',
    'kling-v2-1',
    'kling-v2-1-image',
    'image-to-image',
    { prompt: 'a', image: pic, image_reference: 'face', image_fidelity: 0.4, human_fidelity: 1 },
  ],
  [
    'omni-image',
    'kling-v3-omni',
    'kling-v3-omni-image',
    'image-to-image',
    {
      prompt: '<<<image_1>>>',
      image_list: [{ image: pic }],
      result_type: 'series',
      series_amount: 'auto',
      resolution: '4k',
      aspect_ratio: 'auto',
    },
  ],
  ['omni-image', 'kling-image-o1', 'kling-image-o1', 'text-to-image', { prompt: 'a', result_type: 'single', n: 3 }],
  [
    'multi-image2image',
    'kling-v2-1',
    'kling-v2-1-image',
    'reference-to-image',
    {
      subject_image_list: [{ subject_image: pic }],
      scene_image: pic,
      style_image: pic,
      prompt: 'a',
      n: 1,
      aspect_ratio: '3:2',
    },
  ],
  [
    'kolors-virtual-try-on',
    'kolors-virtual-try-on-v1-5',
    'kolors-virtual-try-on-v1-5',
    'try-on',
    { human_image: pic, cloth_image: pic },
  ],
]

const all = [
  ...lawful.map(([path, model, workflow, body]) => ({
    path: `/v1/videos/${path}`,
    model,
    workflow,
    request: { model_name: model, ...body },
  })),
  ...unnamed.map(([path, model, workflow, request]) => ({ path, model, workflow, request })),
  ...pictures.map(([path, name, model, workflow, body]) => ({
    path: `/v1/images/${path}`,
    model,
    workflow,
    request: { model_name: name, ...body },
  })),
]
for (const [at, { path, model, workflow, request }] of all.entries())
  test(`${at + 1}: ${path} for ${model} comes in and goes out the same, and can be ordered`, () => {
    const gone = goesThrough(request, `POST ${path}`)
    expect(gone).toMatchObject({ model, workflow, path, refused: [] })
    expect(gone.body).toEqual(request)
  })

test('every field of a lawful request can be spoiled, and is then refused by its own name', () => {
  const spoilt: [string, unknown][] = [
    ['duration', 'a while'],
    ['mode', 'best'],
    ['sound', 'perhaps'],
    ['aspect_ratio', '5:4'],
    ['multi_shot', 'maybe'],
    ['cfg_scale', 7],
    ['element_list', [{ element_id: 'hero' }]],
    ['voice_list', 'all'],
    ['image_list', [{ picture: pic }]],
    ['video_list', [{ video_url: film, refer_type: 'both' }]],
    ['character_orientation', 'back'],
    ['edit_mode', 'paint'],
    ['keep_original_sound', 'maybe'],
    ['n', 10],
    ['resolution', '8k'],
    ['series_amount', 12],
    ['result_type', 'many'],
    ['image_fidelity', 2],
    ['up_expansion_ratio', 3],
    ['voice_speed', 3],
    ['voice_language', 'fr'],
    ['asmr_mode', 'loud'],
    ['input', {}],
    ['face_choose', []],
  ]
  let tried = 0
  for (const { path, request } of all)
    for (const [key, value] of spoilt) {
      if (!(key in request)) continue
      tried++
      const paths = refusedPaths({ ...request, [key]: value }, `POST ${path}`)
      expect(
        paths.some((one) => one === key || one.startsWith(`${key}.`)),
        `${path} ${key}: ${paths.join(', ')}`,
      ).toBe(true)
    }
  expect(tried).toBeGreaterThan(40)
})

function refusedPaths(request: Bag, endpoint: string): string[] {
  try {
    readKling(request, endpoint)
  } catch (failure) {
    const issues = isBag(failure) || failure instanceof Error ? Reflect.get(failure, 'issues') : undefined
    if (Array.isArray(issues)) return issues.map(({ path }: { path: string }) => path)
    throw failure
  }
  return []
}
