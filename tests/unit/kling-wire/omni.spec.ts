// Omni: what counts together, what a film allows beside it, and what is not sent.
import { expect, test } from '@playwright/test'
import type { Input } from '../../../lib/models/input'
import type { Bag } from '../../../lib/providers/wire'
import { again, film, notes, omni, pic, refused, sent, t2v, unplaced } from './hand'

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
