// What Kling's pages leave open or contradict is decided, and kept to: each decision with the requests that show it.
import { expect, test } from '@playwright/test'
import type { Input } from '../../../lib/models/input'
import { readKling } from '../../../lib/providers/kling/read'
import type { Bag } from '../../../lib/providers/wire'
import { again, film, i2v, notes, omni, pic, refused, sent, t2v, unplaced } from './hand'

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

test('a marker without its entry is refused when building and a warning on import', () => {
  const request = { model_name: 'kling-v3', image: pic, prompt: '<<<element_2>>> waves', mode: 'std' }
  expect(again(request, i2v)).toEqual(request)
  expect(notes(request, i2v)).toContain('no element of that number')
  const two = (prompt: string) => ({ ...request, prompt, element_list: [{ element_id: '1' }, { element_id: '2' }] })
  expect(notes(two('<<<element_1>>> waves'), i2v)).toContain('1 of 2 entries')
  expect(notes(two('<<<element_1>>> waves to <<<element_2>>>'), i2v)).toBe('')
  const input: Input = { prompt: '@hero waves', firstFrame: { url: pic } }
  expect(unplaced('kling-v3', 'image-to-video', input)).toEqual(['prompt'])
  const cast = { ...input, elements: [{ id: '11' }, { id: 'hero', frontalImage: { url: pic } }] }
  expect(sent('kling-v3', 'image-to-video', cast)).toMatchObject({
    prompt: '<<<element_2>>> waves',
    element_list: [{ element_id: '11' }, { element_id: 'element:hero' }],
  })
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
