// What Kling's pages leave open or contradict is decided, and kept to: each decision with the requests that show it.
import { expect, test } from '@playwright/test'
import { StudioError } from '../../../lib/errors'
import { rowOf } from '../../../lib/models/catalog'
import type { Input } from '../../../lib/models/input'
import { refusals } from '../../../lib/models/schema'
import { readKling } from '../../../lib/providers/kling/read'
import { callOf, sentOf } from '../../../lib/providers/kling/wire'
import type { Bag } from '../../../lib/providers/wire'

const t2v = 'POST /v1/videos/text2video'
const i2v = 'POST /v1/videos/image2video'
const omni = 'POST /v1/videos/omni-video'
const pic = 'https://files.example/a.png'
const film = 'https://files.example/a.mp4'

function sent(model: string, id: string, input: Input): Bag {
  const row = rowOf('kling', model)
  const workflow = row?.workflows.find((one) => one.id === id)
  if (!row || !workflow) throw new Error(`no ${model} ${id}`)
  const { external_task_id: _, ...body } = callOf({ name: 'name', row, workflow, input }, (asset) => asset).body
  return body
}
/** In and out again: what would be sent for the imported request, without the order's name. */
function again(request: Bag, endpoint?: string): Bag {
  const { model, workflow, input } = readKling(request, endpoint)
  return sent(model, workflow, input)
}
const notes = (request: Bag, endpoint?: string) => readKling(request, endpoint).notes.join(' ')

function refused(request: unknown, endpoint?: string): Record<string, string> {
  try {
    readKling(request, endpoint)
  } catch (failure) {
    if (!(failure instanceof StudioError)) throw failure
    expect(failure.code).toBe('invalid')
    return Object.fromEntries((failure.issues ?? []).map(({ path, message }) => [path, message]))
  }
  throw new Error(`taken: ${JSON.stringify(request)}`)
}
function unplaced(model: string, id: string, input: Input): string[] {
  const row = rowOf('kling', model)
  const workflow = row?.workflows.find((one) => one.id === id)
  if (!row || !workflow) throw new Error(`no ${model} ${id}`)
  return refusals(row, workflow, input, () => undefined).map(({ path }) => path)
}

test('model_name is always sent; without it a model that has ended would be meant, so it is asked for', () => {
  const said = refused({ prompt: 'a boat' }, t2v).model_name
  expect(said).toContain('kling-v3')
  expect(said).not.toMatch(/kling-v1,/)
  expect(refused({ model: 'kling-v3', prompt: 'a boat' }, t2v).model_name).toContain('needed')
  expect(again({ prompt: 'a boat', aspect_ratio: '1:1' }, omni)).toMatchObject({ model_name: 'kling-video-o1' })
  expect(refused({ model_name: 'kling-v9', prompt: 'a' }, t2v).model_name).toContain('is not known')
  expect(refused({ model_name: 'kling-v2-1', prompt: 'a' }, t2v).model_name).toContain('does not work at')
})

test('kling-v1 has ended: an import keeps it and says so, an order is refused', () => {
  const request = { model_name: 'kling-v1', prompt: 'a boat', mode: 'std', duration: '5' }
  expect(again(request, t2v)).toEqual(request)
  expect(notes(request, t2v)).toContain('ended')
  expect(unplaced('kling-v1', 'text-to-video', { prompt: 'a boat' })).toEqual([''])
})

test('ids of elements stay text, whatever they came as; one that has lost digits is refused by name', () => {
  const request = (id: unknown) => ({
    model_name: 'kling-v3',
    image: pic,
    prompt: '<<<element_1>>> waves',
    mode: 'std',
    element_list: [{ element_id: id }],
  })
  expect(again(request('829836802793406551'), i2v)).toEqual(request('829836802793406551'))
  expect(again(request(123456), i2v)).toEqual(request('123456'))
  const rounded = JSON.parse('829836802793406551') as number
  expect(refused(request(rounded), i2v)).toEqual({ 'element_list.0.element_id': expect.stringContaining('quotes') })
  expect(refused(request('hero'), i2v)).toHaveProperty(['element_list.0.element_id'])
})

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

test('cfg_scale: taken by 1.x, kept with a warning for 3.0 and omni, refused for 2.x', () => {
  const request = (model_name: string) => ({ model_name, prompt: 'a', cfg_scale: 0.7, mode: 'std' })
  expect(again(request('kling-v1-6'), t2v)).toEqual(request('kling-v1-6'))
  expect(notes(request('kling-v1-6'), t2v)).toBe('')
  expect(again(request('kling-v3'), t2v)).toEqual(request('kling-v3'))
  expect(notes(request('kling-v3'), t2v)).toContain('cfg_scale')
  const o1 = { ...request('kling-video-o1'), aspect_ratio: '1:1' }
  expect(again(o1, omni)).toEqual(o1)
  expect(notes(o1, omni)).toContain('cfg_scale')
  for (const model of ['kling-v2-5-turbo', 'kling-v2-6', 'kling-v2-1-master'])
    expect(refused(request(model), t2v).cfg_scale).toContain('2.x')
  expect(refused({ ...request('kling-v1-6'), cfg_scale: 1.5 }, t2v).cfg_scale).toContain('0–1')
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

test('lengths are text on the way out and read from numbers; each model has its own', () => {
  const request = (model_name: string, duration: unknown) => ({ model_name, prompt: 'a', mode: 'std', duration })
  expect(again(request('kling-v3', 7), t2v)).toEqual(request('kling-v3', '7'))
  expect(again(request('kling-v3', '15'), t2v)).toEqual(request('kling-v3', '15'))
  expect(refused(request('kling-v3', '16'), t2v).duration).toContain('3–15')
  expect(refused(request('kling-v2-6', '7'), t2v).duration).toContain('5 or 10')
  expect(refused(request('kling-v3', 'long'), t2v)).toHaveProperty('duration')
  expect(sent('kling-v3', 'text-to-video', { prompt: 'a', duration: 12 })).toMatchObject({ duration: '12' })
})

test('truths and numbers in quotes, empty texts and a trailing slash are read; what is sent is typed', () => {
  const loose = {
    model_name: 'kling-v3',
    image: pic,
    image_tail: '',
    prompt: 'a',
    negative_prompt: '',
    multi_shot: 'false',
    sound: 'on',
    mode: 'pro',
    duration: 5,
    watermark_info: { enabled: 'true' },
    callback_url: '',
    external_task_id: '',
  }
  expect(again(loose, 'https://api-singapore.klingai.com/v1/videos/image2video/')).toEqual({
    model_name: 'kling-v3',
    image: pic,
    prompt: 'a',
    multi_shot: false,
    sound: 'on',
    mode: 'pro',
    duration: '5',
    watermark_info: { enabled: true },
  })
  expect(again({ model_name: 'kling-v3', prompt: 'a', n: '9' }, 'post /v1/images/generations')).toEqual({
    model_name: 'kling-v3',
    prompt: 'a',
    n: 9,
  })
  expect(refused({ ...loose, watermark_info: { enabled: 'perhaps' } }, i2v)).toHaveProperty(['watermark_info.enabled'])
})

test('mode is always sent, pro for omni and std elsewhere, but never to 2.0 Master', () => {
  expect(sent('kling-v3', 'text-to-video', { prompt: 'a' })).toMatchObject({ mode: 'std' })
  expect(sent('kling-v3-omni', 'text-to-video', { prompt: 'a', aspectRatio: '1:1' })).toMatchObject({ mode: 'pro' })
  expect(again({ model_name: 'kling-v2-6', prompt: 'a' }, t2v)).toMatchObject({ mode: 'std' })
  expect(again({ model_name: 'kling-video-o1', prompt: 'a', aspect_ratio: '1:1' }, omni)).toMatchObject({ mode: 'pro' })
  expect(again({ model_name: 'kling-v2-master', prompt: 'a' }, t2v)).not.toHaveProperty('mode')
  expect(refused({ model_name: 'kling-v2-master', prompt: 'a', mode: 'std' }, t2v).mode).toContain('no mode')
  expect(refused({ model_name: 'kling-v2-6', prompt: 'a', mode: '4k' }, t2v).mode).toContain('std, pro')
})

test('omni: a shape is needed without a first frame and a film to change, and not sent with either', () => {
  const words = { model_name: 'kling-v3-omni', prompt: 'a', mode: 'pro' }
  expect(refused(words, omni)).toHaveProperty('aspect_ratio')
  expect(again({ ...words, aspect_ratio: '9:16' }, omni)).toEqual({ ...words, aspect_ratio: '9:16' })
  const framed = { ...words, image_list: [{ image_url: pic, type: 'first_frame' }] }
  expect(again({ ...framed, aspect_ratio: '9:16' }, omni)).toEqual(framed)
  expect(notes({ ...framed, aspect_ratio: '9:16' }, omni)).toContain('aspect_ratio')
  expect(refused({ ...framed, aspect_ratio: '21:9' }, omni)).toHaveProperty('aspect_ratio')
  const edit = { ...words, video_list: [{ video_url: film, refer_type: 'base', keep_original_sound: 'no' }] }
  expect(again({ ...edit, aspect_ratio: '1:1' }, omni)).toEqual(edit)
  const follow = { ...words, video_list: [{ video_url: film, refer_type: 'feature', keep_original_sound: 'yes' }] }
  expect(refused(follow, omni)).toHaveProperty('aspect_ratio')
  expect(again({ ...follow, aspect_ratio: '1:1' }, omni)).toEqual({ ...follow, aspect_ratio: '1:1' })
})

test('keep_original_sound is always said beside a film', () => {
  const edit = { model_name: 'kling-v3-omni', prompt: 'a', mode: 'pro', video_list: [{ video_url: film }] }
  expect(again(edit, omni)).toMatchObject({
    video_list: [{ video_url: film, refer_type: 'base', keep_original_sound: 'yes' }],
  })
  const moves = {
    model_name: 'kling-v2-6',
    image_url: pic,
    video_url: film,
    character_orientation: 'image',
    mode: 'std',
  }
  const motion = 'POST /v1/videos/motion-control'
  expect(again(moves, motion)).toEqual({ ...moves, keep_original_sound: 'yes' })
  for (const key of ['mode', 'character_orientation', 'image_url', 'video_url'])
    expect(refused({ ...moves, [key]: '' }, motion)).toHaveProperty(key)
})

test('omni counts pictures, elements and films together', () => {
  const of = (pictures: number, elements: number, more: Bag = {}, model_name = 'kling-v3-omni') => ({
    model_name,
    prompt: 'a',
    mode: 'pro',
    aspect_ratio: '16:9',
    ...(pictures ? { image_list: Array.from({ length: pictures }, () => ({ image_url: pic })) } : {}),
    ...(elements
      ? { element_list: Array.from({ length: elements }, (_, at) => ({ element_id: String(at + 1) })) }
      : {}),
    ...more,
  })
  const feature = { video_list: [{ video_url: film, refer_type: 'feature', keep_original_sound: 'yes' }] }
  for (const lawful of [of(7, 0), of(0, 7), of(4, 3), of(4, 0, feature), of(1, 3, feature), of(0, 1, feature)])
    expect(again(lawful, omni)).toEqual(lawful)
  for (const over of [of(8, 0), of(0, 8), of(4, 4), of(5, 0, feature), of(2, 3, feature)])
    expect(Object.keys(refused(over, omni)).length).toBeGreaterThan(0)
  const framed = {
    image_list: [{ image_url: pic, type: 'first_frame' }],
    element_list: [1, 2, 3, 4].map((id) => ({ element_id: String(id) })),
  }
  expect(refused({ ...of(0, 0), ...framed }, omni).element_list).toContain('3')
  const both = [
    { image_url: pic, type: 'first_frame' },
    { image_url: pic, type: 'end_frame' },
  ]
  const o1 = { ...of(0, 1, { image_list: both }, 'kling-video-o1') }
  expect(refused(o1, omni).element_list).toContain('O1')
  expect(refused({ ...of(0, 0), image_list: [both[1]] }, omni)).toHaveProperty(['image_list.0'])
  const sounding = of(1, 0, { ...feature, sound: 'on' })
  expect(refused(sounding, omni)).toHaveProperty('sound')
})

test('of elements whose making is known, those of film count by themselves', () => {
  const row = 'kling-v3-omni'
  const filmed = (at: number) => ({ id: `film${at}`, videos: [{ url: film }] })
  const shown = (at: number) => ({ id: `shown${at}`, frontalImage: { url: pic } })
  const list = (count: number, one: (at: number) => { id: string }) => Array.from({ length: count }, (_, at) => one(at))
  const input = (elements: { id: string }[], more: Input = {}): Input => ({
    prompt: 'a',
    aspectRatio: '1:1',
    elements,
    ...more,
  })
  const pictures = (count: number) => ({ referenceImages: list(count, () => ({ id: '' })).map(() => ({ url: pic })) })
  const ok = (one: Input) => expect(unplaced(row, 'reference-to-video', one)).toEqual([])
  const no = (one: Input) => expect(unplaced(row, 'reference-to-video', one)).toContain('elements')
  ok(input(list(3, filmed)))
  no(input(list(4, filmed)))
  ok(input([...list(3, filmed), ...list(2, shown)], pictures(2)))
  no(input([...list(1, filmed), ...list(2, shown)], pictures(3)))
  ok(input(list(5, shown), pictures(2)))
  const beside = { referenceVideos: [{ url: film }] }
  ok(input(list(1, filmed), beside))
  no(input(list(1, filmed), { ...beside, ...pictures(1) }))
  no(input([...list(1, filmed), ...list(1, shown)], beside))
  ok(input(list(2, shown), { ...beside, ...pictures(2) }))
  expect(unplaced('kling-video-o1', 'reference-to-video', input(list(1, filmed)))).toContain('elements.0.videos')
})

test('O1 offers 5 and 10 s for words or a first frame alone; an import of 3 to 10 s is kept with a warning', () => {
  const request = { model_name: 'kling-video-o1', prompt: 'a', mode: 'pro', aspect_ratio: '1:1', duration: '7' }
  expect(again(request, omni)).toEqual(request)
  expect(notes(request, omni)).toContain('5 and 10 s')
  expect(notes({ ...request, duration: '10' }, omni)).toBe('')
  expect(refused({ ...request, duration: '12' }, omni).duration).toContain('3–10')
  const shots = { multi_shot: true, shot_type: 'intelligence' }
  expect(refused({ ...request, ...shots }, omni)).toHaveProperty('multi_shot')
  expect(refused({ ...request, sound: 'on' }, omni)).toHaveProperty('sound')
})

test('a reference film and shots go together when the words tell them', () => {
  const video_list = [{ video_url: film, refer_type: 'feature', keep_original_sound: 'no' }]
  const base = {
    model_name: 'kling-v3-omni',
    prompt: 'a',
    mode: '4k',
    aspect_ratio: '1:1',
    video_list,
    multi_shot: true,
  }
  const cut = { ...base, shot_type: 'intelligence' }
  expect(again(cut, omni)).toEqual(cut)
  const mine = { ...base, shot_type: 'customize', multi_prompt: [{ index: 1, prompt: 'a', duration: '5' }] }
  expect(refused(mine, omni)).toHaveProperty('multi_prompt')
  const edit = { ...cut, aspect_ratio: '', video_list: [{ ...video_list[0], refer_type: 'base' }] }
  expect(Object.keys(refused(edit, omni)).join()).toMatch(/multi_shot|shot_type/)
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

test('pictures and frames are numbered as they are sent, and an import keeps its order', () => {
  const request = {
    model_name: 'kling-v3-omni',
    prompt: '<<<image_1>>> walks into <<<image_2>>>',
    mode: 'pro',
    image_list: [{ image_url: `${pic}?boat` }, { image_url: `${pic}?start`, type: 'first_frame' }],
  }
  expect(again(request, omni)).toEqual(request)
  const mixed = [
    { image_url: `${pic}?a`, type: 'end_frame' },
    { image_url: `${pic}?b` },
    { image_url: `${pic}?c`, type: 'first_frame' },
  ]
  expect(again({ ...request, image_list: mixed }, omni)).toEqual({ ...request, image_list: mixed })
  const placed: Input = {
    prompt: '@image_1 and @image_2',
    firstFrame: { url: pic },
    framesAt: [2],
    referenceImages: [{ url: `${pic}?boat` }, { url: `${pic}?sea` }],
  }
  expect(sent('kling-v3-omni', 'image-to-video', placed)).toMatchObject({
    prompt: '<<<image_1>>> and <<<image_3>>>',
    image_list: [{ image_url: `${pic}?boat` }, { image_url: pic, type: 'first_frame' }, { image_url: `${pic}?sea` }],
  })
  const input: Input = {
    prompt: '@image_1 walks',
    firstFrame: { url: pic },
    referenceImages: [{ url: `${pic}?boat` }],
  }
  expect(sent('kling-v3-omni', 'image-to-video', input).prompt).toBe('<<<image_2>>> walks')
})

test('a marker without its entry is refused when building and a warning on import', () => {
  const request = { model_name: 'kling-v3', image: pic, prompt: '<<<element_2>>> waves', mode: 'std' }
  expect(again(request, i2v)).toEqual(request)
  expect(notes(request, i2v)).toContain('no element of that number')
  const input: Input = { prompt: '@hero waves', firstFrame: { url: pic } }
  expect(unplaced('kling-v3', 'image-to-video', input)).toEqual(['prompt'])
  const cast = { ...input, elements: [{ id: '11' }, { id: 'hero', frontalImage: { url: pic } }] }
  expect(sent('kling-v3', 'image-to-video', cast)).toMatchObject({
    prompt: '<<<element_2>>> waves',
    element_list: [{ element_id: '11' }, { element_id: 'element:hero' }],
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

test('without an endpoint a request is told by itself, or the endpoint is asked for', () => {
  const told: [Bag, string, string][] = [
    [{ model_name: 'kling-v2-6', prompt: 'a', mode: 'std' }, 'kling-v2-6', 'text-to-video'],
    [{ model_name: 'kling-v3', image: pic, prompt: 'a', duration: '5', mode: 'std' }, 'kling-v3', 'image-to-video'],
    [{ model_name: 'kling-video-o1', prompt: 'a', aspect_ratio: '1:1' }, 'kling-video-o1', 'text-to-video'],
    [{ model_name: 'kling-v3-omni', prompt: 'a', result_type: 'series' }, 'kling-v3-omni-image', 'text-to-image'],
    [{ model_name: 'kling-v1-6', prompt: 'a', image_list: [{ image: pic }] }, 'kling-v1-6', 'reference-to-video'],
    [{ effect_scene: 'scene', input: { image: pic } }, 'kling-effects', 'effects'],
    [{ image: pic, audio_id: '123' }, 'kling-avatar', 'avatar'],
    [{ text: 'a', voice_id: 'v', voice_language: 'en' }, 'kling-tts', 'text-to-speech'],
    [{ video_url: film, bgm_prompt: 'drums' }, 'kling-video-to-audio', 'video-to-audio'],
    [{ element_frontal_image: pic }, 'kling-ai-multi-shot', 'multi-angle'],
  ]
  for (const [request, model, workflow] of told) expect(readKling(request)).toMatchObject({ model, workflow })
  for (const request of [
    { model_name: 'kling-v3', prompt: 'a' },
    { model_name: 'kling-v3-omni', prompt: 'a', aspect_ratio: '1:1' },
    { video_id: '123' },
    { something: 'else' },
  ])
    expect(refused(request)).toEqual({ endpoint: expect.stringContaining('POST /v1/') })
})

test('an address that makes nothing, or is not known, is refused by name', () => {
  for (const endpoint of [
    'POST /v1/videos/identify-face',
    'POST /v1/videos/lip-sync',
    'GET /v1/videos/text2video',
    '/v2/x',
  ])
    expect(Object.keys(refused({ prompt: 'a' }, endpoint))).toEqual(['endpoint'])
  expect(refused({ prompt: 'a' }, 'POST /omni-video/kling-3.0-omni').endpoint).toContain('older address')
  const asked = { model_name: 'kling-v3', prompt: 'a', mode: 'std' }
  expect(again(asked, 'https://proxy.example/proxy/kling/v1/videos/text2video')).toEqual(asked)
})

test('what belongs to another address is refused, what no page knows is carried along with a note', () => {
  const base = { model_name: 'kling-v3', prompt: 'a', mode: 'std' }
  expect(refused({ ...base, element_list: [{ element_id: '1' }] }, t2v).element_list).toContain('image2video')
  expect(refused({ ...base, image: pic, aspect_ratio: '1:1' }, i2v)).toHaveProperty('aspect_ratio')
  const strange = { ...base, colour: 'red' }
  expect(again(strange, t2v)).toEqual(strange)
  expect(notes(strange, t2v)).toContain('colour')
  expect(refused({ ...base, prompt: 'x'.repeat(2501) }, t2v).prompt).toContain('2500')
})

test('Base64 is taken raw; with a prefix it is refused on import, and sent without one', () => {
  const raw = 'iVBORw0KGgoAAAANSUhEUgAAAAUA'
  const request = { model_name: 'kling-v3', image: raw, prompt: 'a', mode: 'std' }
  expect(again(request, i2v)).toEqual(request)
  expect(refused({ ...request, image: `data:image/png;base64,${raw}` }, i2v).image).toContain('prefix')
  const input: Input = { prompt: 'a', firstFrame: { url: `data:image/png;base64,${raw}` } }
  expect(sent('kling-v3', 'image-to-video', input)).toMatchObject({ image: raw })
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
