// Ids, names and the order of lists at Kling come in and go out as they were written.
import { expect, test } from '@playwright/test'
import type { Bag } from '../../../lib/providers/wire'
import { again, film, notes, pic, refused } from './hand'

const audio = 'https://files.example/a.mp3'
const base64 = 'SUQzBAAAAAAA'
const id = '829836802793406551'
const framed = 'POST /image-to-video/kling-3.0-turbo'
const sides = ['up', 'down', 'left', 'right']
const told = 'POST /text-to-video/kling-3.0-turbo'

test('an id stays an id and a file a file, whatever either looks like', () => {
  const at = (path: string) => `POST /v1/${path}`
  const face = { face_id: '0', sound_start_time: 0, sound_end_time: 3000, sound_insert_time: 0 }
  const requests: [string, Bag][] = [
    ...[id, 'speech-7'].map((audio_id): [string, Bag] => ['videos/avatar/image2video', { image: pic, audio_id }]),
    ...[audio, base64].map((sound_file): [string, Bag] => ['videos/avatar/image2video', { image: pic, sound_file }]),
    ...[{ audio_id: 'a-1' }, { sound_file: base64 }].map((sound): [string, Bag] => [
      'videos/advanced-lip-sync',
      { session_id: id, face_choose: [{ ...face, ...sound }] },
    ]),
    ...[{ video_id: 'f-1' }, { video_id: id }, { video_url: film }].map((one): [string, Bag] => [
      'audio/video-to-audio',
      { ...one, bgm_prompt: 'drums' },
    ]),
  ]
  for (const [path, request] of requests) {
    const { mode: _, ...sent } = again(request, at(path))
    expect(sent).toEqual(request)
  }
  const numbered: [string, Bag][] = [
    [
      'videos/multi-elements',
      { model_name: 'kling-v1-6', session_id: 7, edit_mode: 'removal', prompt: 'a', mode: 'std' },
    ],
    ['videos/video-extend', { video_id: 7 }],
    ['audio/tts', { text: 'a', voice_id: 7, voice_language: 'en' }],
  ]
  for (const [path, request] of numbered) {
    const quoted = Object.fromEntries(Object.entries(request).map(([key, value]) => [key, value === 7 ? '7' : value]))
    expect(again(request, at(path))).toEqual(quoted)
    expect(notes(request, at(path))).toContain('sent as text')
  }
})

test('3.0 Turbo: a picture keeps its name and its place among the contents', () => {
  const picture = { type: 'first_frame', url: pic, id: 'img_1' }
  const words = { type: 'prompt', text: '@img_1 walks, @@twice' }
  for (const contents of [
    [words, picture],
    [picture, words],
  ])
    expect(again({ contents, settings: { duration: 5 } }, framed)).toMatchObject({ contents })
  expect(refused({ contents: [words, { ...picture, id: 7 }] }, framed)).toHaveProperty(['contents.1.id'])
  expect(refused({ contents: [words, { ...picture, colour: 'red' }] }, framed)).toHaveProperty(['contents.1.colour'])
})

test('3.0 Turbo: shots in the words are shots where a length is said, which they must fill; else words', () => {
  const asked = (duration?: number) => ({
    prompt: 'shot 1, 2, a gate; shot 2, 4, dust;',
    ...(duration ? { settings: { duration } } : {}),
  })
  const { options: _, ...sent } = again(asked(), told)
  expect(sent).toEqual(asked())
  expect(again(asked(6), told)).toMatchObject(asked(6))
  expect(refused(asked(7), told)).toHaveProperty(['settings.duration'])
})

test('what stands where an object belongs is refused at its own place', () => {
  for (const key of ['settings', 'options']) {
    expect(refused({ prompt: 'a', [key]: 'x' }, told)).toEqual({ [key]: 'An object is needed.' })
  }
  const wrong = { model_name: 'kling-v3', prompt: 'a', watermark_info: 'on' }
  expect(refused(wrong, 'POST /v1/videos/text2video')).toEqual({ watermark_info: 'An object is needed.' })
})

test('whatever changes its form on the way in is told', () => {
  const at = (path: string) => `POST /v1/${path}`
  const times = { sound_start_time: 0, sound_end_time: '3000', sound_insert_time: 0 }
  const v15 = { model_name: 'kling-v1-5', image: pic, prompt: 'a', mode: 'pro', duration: '5' }
  const path = [
    { x: '1', y: 2 },
    { x: 3, y: '4' },
  ]
  const quoted: [string, Bag][] = [
    ['videos/advanced-lip-sync', { session_id: id, face_choose: [{ face_id: '0', audio_id: id, ...times }] }],
    [
      'images/editing/expand',
      { image: pic, ...Object.fromEntries(sides.map((side) => [`${side}_expansion_ratio`, '0.1'])) },
    ],
    ['videos/image2video', { ...v15, camera_control: { type: 'simple', config: { zoom: '5' } } }],
    ['videos/image2video', { ...v15, dynamic_masks: [{ mask: base64, trajectories: path }] }],
  ]
  for (const [path, request] of quoted) expect(notes(request, at(path))).toContain('in quotes are sent')
})

test('an object of nothing is refused where something belongs, kept where nobody knows it, and left out with a word beside', () => {
  const asked = { model_name: 'kling-v3', prompt: 'a', mode: 'std' }
  const t2v = 'POST /v1/videos/text2video'
  for (const key of ['prompt', 'camera_control', 'duration'])
    expect(refused({ ...asked, [key]: {} }, t2v)).toHaveProperty(key)
  expect(again({ ...asked, own: {} }, t2v)).toEqual({ ...asked, own: {} })
  expect(again({ ...asked, watermark_info: {} }, t2v)).toEqual(asked)
  expect(notes({ ...asked, watermark_info: {} }, t2v)).toContain('watermark_info')
})

test('what cannot even be printed is refused like anything else', () => {
  const odd = { toString: 1 }
  expect(refused({ model_name: odd, prompt: 'a' }, 'POST /v1/videos/text2video')).toHaveProperty('model_name')
})
