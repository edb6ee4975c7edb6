// Every lawful request that the gateway's page can mean comes in and goes out the same, and may be ordered.
import { expect, test } from '@playwright/test'
import { rowOf } from '../../../lib/models/catalog'
import { refusals } from '../../../lib/models/schema'
import type { Bag } from '../../../lib/providers/wire'
import { judge } from '../../fakes/openai/judge'
import { again, clip, double, film, gateway, imported, picture, shots } from './way'

const last = 'https://files.example/z.png'
const refer = (url: string) => ({ type: 'Url', category: 'Image', url, usage: 'Reference' })

const requests: Record<string, [workflow: string, request: Bag]> = {
  'words alone': ['text-to-video', { model: 'Kling-2.5', prompt: 'A harbour at dawn' }],
  'every basic field': ['image-to-video', film({ model: 'Kling-2.6', seconds: '5', size: '720x1280', image: picture })],
  'every output field': [
    'text-to-video',
    film({
      seconds: '15',
      metadata: {
        output_config: { resolution: '1080P', aspect_ratio: '9:16', audio_generation: 'Enabled' },
        offpeak: true,
      },
    }),
  ],
  'a first frame with a shape beside it': [
    'image-to-video',
    film({
      model: 'Kling-2.5',
      image: picture,
      metadata: { output_config: { aspect_ratio: '1:1', resolution: '720P' } },
    }),
  ],
  'first and last frame': [
    'image-to-video',
    film({ model: 'Kling-2.6', image: picture, metadata: { last_frame_url: last } }),
  ],
  'two reference pictures': ['reference-to-video', film({ metadata: { file_infos: [refer(picture), refer(last)] } })],
  'a reference the gateway knows by its id': [
    'reference-to-video',
    film({ metadata: { file_infos: [{ type: 'File', category: 'Image', file_id: 'f-1', usage: 'Reference' }] } }),
  ],
  'a reference film': ['reference-to-video', film({ seconds: '10', metadata: { video_url: clip } })],
  'a reference film for a model that may not take it': [
    'text-to-video',
    film({ model: 'Kling-2.6', metadata: { video_url: clip } }),
  ],
  'typed files beyond what the form has': [
    'text-to-video',
    film({
      metadata: {
        file_infos: [{ type: 'Url', category: 'Video', url: clip, reference_type: 'base', usage: 'Reference' }],
      },
    }),
  ],
  'motion control': [
    'motion-control',
    {
      model: 'Kling-2.6',
      image: picture,
      metadata: {
        scene_type: 'motion_control',
        motion_level: 'pro',
        video_url: clip,
        ext_info: double({ keep_original_sound: 'no', character_orientation: 'video' }),
      },
    },
  ],
  'motion control with files of a type': [
    'motion-control',
    {
      model: 'Kling-2.5',
      metadata: {
        scene_type: 'motion_control',
        file_infos: [
          { type: 'Url', category: 'Image', url: picture },
          { type: 'Url', category: 'Video', url: clip },
        ],
      },
    },
  ],
  'an avatar with a sound': [
    'avatar',
    {
      model: 'Kling-3.0-Omni',
      image: picture,
      metadata: { scene_type: 'avatar_i2v', ext_info: double({ sound_file: 'https://files.example/a.mp3' }) },
    },
  ],
  'an avatar with a sound the service knows': [
    'avatar',
    {
      model: 'Kling-2.5',
      image: picture,
      metadata: { scene_type: 'avatar_i2v', ext_info: double({ audio_id: '8298368027934065512' }) },
    },
  ],
  'shots without words': ['text-to-video', film({ prompt: '', seconds: '5', metadata: { ext_info: double(shots()) } })],
  'extras in an order of their own': [
    'motion-control',
    {
      model: 'Kling-2.6',
      image: picture,
      metadata: {
        scene_type: 'motion_control',
        video_url: clip,
        ext_info: double({ character_orientation: 'video', mood: '', keep_original_sound: 'no' }),
      },
    },
  ],
  'shots whose words stand in another order': [
    'text-to-video',
    film({
      prompt: '',
      seconds: '5',
      metadata: {
        ext_info: double({
          element_list: [{ element_id: '829836802793406551' }],
          multi_prompt: [
            { prompt: 'Gulls rise', duration: '3', index: 1 },
            { duration: '2', index: 2, prompt: 'A boat leaves' },
          ],
          shot_type: 'customize',
          multi_shot: true,
        }),
      },
    }),
  ],
  'shots from a first frame': [
    'image-to-video',
    film({ prompt: '', seconds: '5', image: picture, metadata: { ext_info: double(shots()) } }),
  ],
  'shots that the model cuts': [
    'text-to-video',
    film({ metadata: { ext_info: double({ multi_shot: true, shot_type: 'intelligence' }) } }),
  ],
  'elements by their ids': [
    'text-to-video',
    film({
      prompt: '<<<element_1>>> waits',
      metadata: { ext_info: double({ element_list: [{ element_id: '829836802793406551' }] }) },
    }),
  ],
  'lip sync': [
    'text-to-video',
    {
      model: 'Kling-2.6',
      metadata: {
        scene_type: 'lip_sync',
        video_url: clip,
        ext_info: double({ session_id: 's', face_choose: [{ face_id: '0' }] }),
      },
    },
  ],
  'a template': [
    'image-to-video',
    {
      model: 'Kling-2.5',
      image: picture,
      metadata: { scene_type: 'template_effect', ext_info: double({ template: 'hug' }) },
    },
  ],
  'what nobody has heard of': [
    'text-to-video',
    film({ seed: 7, metadata: { negative_prompt: 'rain', nested: { a: [1, { b: 2 }] } } }),
  ],
  'several pictures as sister gateways take them': ['text-to-video', film({ images: [picture, last] })],
}

for (const [name, [workflow, request]] of Object.entries(requests))
  test(`${name}: in and out the same, lawful by the page, and can be ordered`, () => {
    const found = imported(request)
    expect(found).toMatchObject({ model: request.model, workflow })
    expect(again(request)).toEqual(request)
    expect(judge(request, 'double-string')).toEqual([])
    const row = rowOf('openai', found.model)
    const way = row?.workflows.find(({ id }) => id === found.workflow)
    if (!row || !way) throw new Error('no such row')
    expect(refusals(row, way, found.input, () => undefined)).toEqual([])
  })

for (const extInfo of ['double-string', 'string', 'object'] as const)
  test(`extras packed as ${extInfo} come out as the gateway wants them, and every packing is read`, () => {
    const packings: Record<typeof extInfo, unknown> = {
      'double-string': double(shots()),
      string: JSON.stringify(shots()),
      object: shots(),
    }
    const way = gateway({ OPENAI_VIDEOS_EXT_INFO: extInfo })
    const own = film({ prompt: '', seconds: '5', metadata: { ext_info: packings[extInfo] } })
    for (const ext_info of [...Object.values(packings), { AdditionalParameters: shots() }]) {
      const given = film({ prompt: '', seconds: '5', metadata: { ext_info } })
      expect(again(given, way)).toEqual(own)
      const told = imported(given, way).notes.join()
      expect(told.includes('ext_info is sent as this gateway is set')).toBe(ext_info !== packings[extInfo])
    }
    expect(judge(own, extInfo)).toEqual([])
  })
