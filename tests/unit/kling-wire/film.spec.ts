// Frames, brush, camera, voices, sound and shots: which of them go together at Kling, and in which mode.
import { expect, test } from '@playwright/test'
import { rowOf } from '../../../lib/models/catalog'
import type { Input } from '../../../lib/models/input'
import { sentOf } from '../../../lib/providers/kling/wire'
import type { Bag } from '../../../lib/providers/wire'
import { again, film, i2v, omni, pic, refused, sent, t2v, unplaced } from './hand'

test('multi-shot goes with first and end frame for 3.0 and 3.0 Omni', () => {
  const shots = {
    multi_shot: true,
    shot_type: 'customize',
    multi_prompt: [
      { index: 1, prompt: 'a', duration: '2' },
      { index: 2, prompt: 'b', duration: '3' },
    ],
    duration: '5',
    mode: 'pro',
  }
  const v3 = { model_name: 'kling-v3', image: pic, image_tail: pic, ...shots }
  expect(again(v3, i2v)).toEqual(v3)
  const image_list = [
    { image_url: pic, type: 'first_frame' },
    { image_url: pic, type: 'end_frame' },
  ]
  const three = { model_name: 'kling-v3-omni', image_list, ...shots }
  expect(again(three, omni)).toEqual(three)
})

test('voices are for 2.6 from a picture, in pro mode, with sound', () => {
  const request = {
    model_name: 'kling-v2-6',
    image: pic,
    prompt: 'The man<<<voice_1>>> says hello',
    voice_list: [{ voice_id: '829836802793406551' }],
    sound: 'on',
    mode: 'pro',
    duration: '5',
  }
  expect(again(request, i2v)).toEqual(request)
  expect(Object.keys(refused({ ...request, sound: 'off' }, i2v))).toEqual(['sound'])
  expect(Object.keys(refused({ ...request, mode: 'std' }, i2v))).toEqual(['mode'])
  expect(refused({ ...request, model_name: 'kling-v3' }, i2v).voice_list).toContain('2.6')
  expect(refused({ ...request, model_name: 'kling-v2-5-turbo', sound: 'off' }, i2v)).toHaveProperty('voice_list')
  const three = [1, 2, 3].map((at) => ({ voice_id: String(at) }))
  expect(refused({ ...request, voice_list: three }, i2v).voice_list).toContain('At most 2')
})

test('camera control: a type is needed, presets come without config, exactly one axis moves', () => {
  const request = (camera_control: unknown) => ({
    model_name: 'kling-v1',
    prompt: 'a',
    mode: 'std',
    duration: '5',
    camera_control,
  })
  const preset = request({ type: 'down_back' })
  for (const config of ['None', '', null, {}])
    expect(again(request({ type: 'down_back', config }), t2v)).toEqual(preset)
  const simple = request({
    type: 'simple',
    config: { horizontal: 0, vertical: 0, pan: -2.5, tilt: 0, roll: 0, zoom: 0 },
  })
  expect(again(simple, t2v)).toEqual(simple)
  expect(refused(request({ config: { pan: 1 } }), t2v)).toHaveProperty(['camera_control.type'])
  expect(refused(request({ type: 'simple' }), t2v)).toHaveProperty(['camera_control.config'])
  expect(refused(request({ type: 'simple', config: { pan: 1, zoom: 1 } }), t2v)).toHaveProperty([
    'camera_control.config',
  ])
  expect(refused(request({ type: 'simple', config: { pan: 11 } }), t2v)).toHaveProperty(['camera_control.config.pan'])
  expect(refused(request({ type: 'orbit' }), t2v)['camera_control.type']).toContain('right_turn_forward')
  expect(refused({ ...preset, mode: 'pro' }, t2v).mode).toContain('std')
  expect(refused({ ...preset, duration: '10' }, t2v).duration).toContain('5')
  expect(refused({ ...preset, model_name: 'kling-v3' }, t2v).camera_control).toContain('does not take')
})

test('end frame, motion brush and camera exclude each other', () => {
  const base = { model_name: 'kling-v1-5', image: pic, prompt: 'a', mode: 'pro', duration: '5' }
  const camera_control = { type: 'simple', config: { zoom: 3 } }
  const dynamic_masks = [
    {
      mask: pic,
      trajectories: [
        { x: 0, y: 0 },
        { x: 10, y: 700 },
      ],
    },
  ]
  for (const one of [{ image_tail: pic }, { camera_control }, { static_mask: pic, dynamic_masks }]) {
    const request = { ...base, ...one }
    expect(again(request, i2v)).toEqual(request)
  }
  expect(refused({ ...base, image_tail: pic, camera_control }, i2v).camera_control).toContain('exclude')
  expect(refused({ ...base, image_tail: pic, dynamic_masks }, i2v).dynamic_masks).toContain('exclude')
  expect(refused({ ...base, camera_control, dynamic_masks }, i2v).camera_control).toContain('exclude')
  expect(refused({ ...base, duration: '10', dynamic_masks }, i2v).duration).toContain('5')
  const short = [{ mask: pic, trajectories: [{ x: 0, y: 0 }] }]
  expect(refused({ ...base, dynamic_masks: short }, i2v)['dynamic_masks.0.trajectories']).toContain('At least 2')
  const seven = Array.from({ length: 7 }, () => dynamic_masks[0])
  expect(refused({ ...base, dynamic_masks: seven }, i2v).dynamic_masks).toContain('At most 6')
})

test('an end frame alone is for 1.5 and 1.6 in pro mode; beside a first one it wants pro, and for 3.0 no 4K', () => {
  const end = { model_name: 'kling-v1-6', image_tail: pic, prompt: 'a', mode: 'pro' }
  expect(again(end, i2v)).toEqual(end)
  expect(refused({ ...end, mode: 'std' }, i2v).mode).toContain('With an end frame the mode must be pro.')
  for (const model_name of ['kling-v2-6', 'kling-v2-5-turbo', 'kling-v3'])
    expect(refused({ ...end, model_name }, i2v)).toHaveProperty('image')
  const both = { model_name: 'kling-v2-5-turbo', image: pic, image_tail: pic, prompt: 'a', mode: 'std' }
  expect(refused(both, i2v).mode).toContain('pro')
  expect(refused({ ...both, model_name: 'kling-v2-master' }, i2v)).toHaveProperty('image_tail')
  const v3 = { ...both, model_name: 'kling-v3', mode: '4k' }
  expect(refused(v3, i2v).mode).toContain('std, pro')
  expect(refused({ model_name: 'kling-v3', prompt: 'a' }, i2v)).toHaveProperty('image')
  expect(
    unplaced('kling-v2-5-turbo', 'image-to-video', { prompt: 'a', firstFrame: { url: pic }, lastFrame: { url: pic } }),
  ).toEqual(['mode'])
})

test('sound of 2.6 wants pro and no end frame; who makes none says off alone', () => {
  const loud = { model_name: 'kling-v2-6', prompt: 'a', sound: 'on', mode: 'pro', duration: '10' }
  expect(again(loud, t2v)).toEqual(loud)
  expect(refused({ ...loud, mode: 'std' }, t2v).mode).toContain('pro')
  expect(refused({ ...loud, image: pic, image_tail: pic }, i2v).sound).toContain('off')
  const quiet = { ...loud, model_name: 'kling-v2-5-turbo', sound: 'off' }
  expect(again(quiet, t2v)).toEqual(quiet)
  expect(refused({ ...quiet, sound: 'on' }, t2v).sound).toContain('off')
  expect(refused({ ...loud, sound: 'loud' }, t2v).sound).toContain('on, off')
})

test('what multi-shot asks for is asked for by name', () => {
  const base = { model_name: 'kling-v3', prompt: 'a', mode: 'std' }
  const multi_prompt = [{ index: 1, prompt: 'a', duration: '5' }]
  expect(refused({ ...base, multi_shot: true }, t2v).shot_type).toContain('customize, intelligence')
  expect(refused({ ...base, multi_shot: true, shot_type: 'mine' }, t2v).shot_type).toContain('customize, intelligence')
  expect(refused({ ...base, multi_shot: true, shot_type: 'customize' }, t2v)).toHaveProperty('multi_prompt')
  expect(refused({ ...base, multi_prompt }, t2v)).toHaveProperty('multi_prompt')
  expect(refused({ ...base, multi_shot: false, shot_type: 'customize' }, t2v)).toHaveProperty('shot_type')
  expect(refused({ ...base, prompt: '', multi_shot: true, shot_type: 'intelligence' }, t2v)).toHaveProperty('prompt')
  const told = { ...base, multi_shot: true, shot_type: 'customize' }
  expect(again({ ...told, multi_prompt }, t2v)).toEqual({ ...told, multi_prompt })
  const long = [{ index: 1, prompt: 'x'.repeat(513), duration: '5' }]
  expect(refused({ ...told, multi_prompt: long }, t2v)).toHaveProperty(['multi_prompt.0.prompt'])
  expect(refused({ ...told, multi_prompt, duration: '6' }, t2v).duration).toContain('5 of 6')
  const seven = Array.from({ length: 7 }, (_, at) => ({ index: at + 1, prompt: 'a', duration: '1' }))
  expect(refused({ ...told, multi_prompt: seven, duration: '7' }, t2v).multi_prompt).toContain('6')
  const twice = [multi_prompt[0], multi_prompt[0]]
  expect(refused({ ...told, multi_prompt: twice }, t2v)).toHaveProperty(['multi_prompt.1.index'])
  const three = [{ index: 1, prompt: 'a', duration: '3' }]
  expect(refused({ ...told, multi_prompt: three }, t2v).duration).toContain('3 of 5')
  expect(
    refused({ ...base, model_name: 'kling-v2-6', multi_shot: true, shot_type: 'intelligence' }, t2v),
  ).toHaveProperty('multi_shot')
})

test('shots are sent with their place, their seconds in quotes, and the sum where it is not Kling’s own 5 s', () => {
  const shots = [
    { prompt: 'a', duration: 2 },
    { prompt: 'b', duration: 4 },
  ]
  expect(sent('kling-v3', 'text-to-video', { shots })).toEqual({
    model_name: 'kling-v3',
    multi_shot: true,
    shot_type: 'customize',
    multi_prompt: [
      { index: 1, prompt: 'a', duration: '2' },
      { index: 2, prompt: 'b', duration: '4' },
    ],
    mode: 'std',
    duration: '6',
  })
})

test('3.0 Turbo: settings and contents, whole seconds, shots in the words, no word for sound', () => {
  const words = 'POST /text-to-video/kling-3.0-turbo'
  const framed = 'POST /image-to-video/kling-3.0-turbo'
  const request = {
    prompt: 'a boat',
    settings: { resolution: '1080p', aspect_ratio: '9:16', duration: 7 },
    options: { watermark_info: { enabled: false } },
  }
  const { options, ...body } = again({ ...request, options: { ...request.options, external_task_id: 'x' } }, words)
  expect(body).toEqual({ prompt: request.prompt, settings: request.settings })
  expect(options).toEqual({ external_task_id: 'name', watermark_info: { enabled: false } })
  const picture = {
    contents: [
      { type: 'prompt', text: 'a boat' },
      { type: 'first_frame', url: pic },
    ],
    settings: { resolution: '720p', duration: 5 },
  }
  expect(again(picture, framed)).toMatchObject(picture)
  expect(refused({ ...picture, settings: { duration: 5, aspect_ratio: '1:1' } }, framed)).toEqual({
    'settings.aspect_ratio': expect.any(String),
  })
  expect(refused({ ...request, settings: { audio: 'native' } }, words)).toEqual({
    'settings.audio': expect.any(String),
  })
  expect(refused({ ...request, prompt: 'x'.repeat(3073) }, words)).toHaveProperty('prompt')
  expect(refused({ contents: [{ type: 'prompt', text: 'x' }] }, framed)).toHaveProperty('contents')
})

test('the film in which faces were found stays here: their session names it', () => {
  const input: Input = {
    sourceVideo: { asset: 'film' },
    faces: { session: '829836802793406551', face: '0', from: 0, to: 2.5, at: 1 },
    audio: { url: 'https://files.example/a.mp3' },
  }
  expect(sent('kling-lip-sync', 'lip-sync', input)).toEqual({
    session_id: '829836802793406551',
    face_choose: [
      {
        face_id: '0',
        sound_start_time: 0,
        sound_end_time: 2500,
        sound_insert_time: 1000,
        sound_file: 'https://files.example/a.mp3',
      },
    ],
  })
  const row = rowOf('kling', 'kling-lip-sync')
  const [workflow] = row?.workflows ?? []
  if (!row || !workflow) throw new Error('no lip sync')
  expect(Object.keys(sentOf({ row, workflow, input })).sort()).toEqual(['audio', 'faces'])
})

test('what is wrong beside a chosen face is named where it stands, and a face may be numbered bare', () => {
  const endpoint = 'POST /v1/videos/advanced-lip-sync'
  const chosen = { face_id: '0', sound_start_time: 0, sound_end_time: 3000, sound_insert_time: 0, sound_volume: 1 }
  const asked = (more: Bag) => ({ session_id: '1', face_choose: [{ ...chosen, sound_file: film, ...more }] })
  expect(refused(asked({ sound_volume: 2.5 }), endpoint)).toHaveProperty(['face_choose.0.sound_volume'])
  expect(refused(asked({ audio_id: '7' }), endpoint)).toHaveProperty(['face_choose.0.sound_file'])
  expect(again(asked({ face_id: 0 }), endpoint)).toEqual(asked({}))
  expect(refused({ image: pic, sound_file: film, audio_id: '7' }, 'POST /v1/videos/avatar/image2video')).toHaveProperty(
    'sound_file',
  )
})
