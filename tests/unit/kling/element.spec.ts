// Elements and voices at Kling: made once from our own parts, called by their ids, made again when Kling has them no more.
import { expect, test } from '@playwright/test'
import { StudioError } from '../../../lib/errors'
import type { ElementUse, Input } from '../../../lib/models/input'
import { kling } from '../../../lib/providers/kling'
import { type Fake, startFake } from '../../fakes/kling/server'
import { type Desk, desk, failure, order, sent, withKey } from './desk'

let fake: Fake
let io: Desk
test.beforeEach(async () => {
  fake = await startFake({ runMs: 20 })
  io = await desk(withKey(fake), async (asset) => `https://studio.example/${asset}`)
})
test.afterEach(() => fake.stop())

async function keeper(more: Partial<ElementUse> = {}): Promise<ElementUse> {
  const frontalImage = { asset: await io.own('front.png') }
  return { id: 'Keeper', frontalImage, images: [{ asset: await io.own('side.png') }], tags: ['Character'], ...more }
}
const film = (elements: ElementUse[], more: Input = {}) =>
  order(
    {
      prompt: '@Keeper looks up',
      duration: 5,
      mode: 'std',
      firstFrame: { url: 'https://example.com/a.png' },
      elements,
      ...more,
    },
    'image-to-video',
  )
const made = () => sent(fake).filter(({ path }) => path.endsWith('custom-elements'))
const placed = () => sent(fake).filter(({ path }) => path.endsWith('image2video'))

test('an element is made at Kling from its pictures, and the order calls it by its id, digit by digit', async () => {
  await kling.start(film([await keeper()]), io)
  expect(made()[0]?.body).toMatchObject({
    element_name: 'Keeper',
    reference_type: 'image_refer',
    element_image_list: {
      frontal_image: Buffer.from('bytes of front.png').toString('base64'),
      refer_images: [{ image_url: Buffer.from('bytes of side.png').toString('base64') }],
    },
    tag_list: [{ tag_id: 'o_102' }],
  })
  const [order] = [...fake.service.orders.values()].filter(({ kind }) => kind === 'element')
  expect(placed()[0]?.body).toMatchObject({
    prompt: '<<<element_1>>> looks up',
    element_list: [{ element_id: order?.made[0] }],
  })
})

test('it is made once, also when many orders want it at once; under another name it is the same', async () => {
  const one = await keeper()
  await Promise.all(Array.from({ length: 5 }, () => kling.start(film([one]), io)))
  await kling.start(film([{ ...one, id: 'Old_man' }], { prompt: '@Old_man looks up' }), io)
  expect(made()).toHaveLength(1)
  expect(placed()).toHaveLength(6)
})

test('changed parts are another element', async () => {
  await kling.start(film([await keeper()]), io)
  await kling.start(film([await keeper({ description: 'Seventy, a white beard' })]), io)
  expect(made()).toHaveLength(2)
})

test('a lost reply to the making: found again by its name, not made twice', async () => {
  const one = await keeper()
  fake.fault({ does: 'code-after', code: 5000, on: 'create' })
  expect((await failure(kling.start(film([one]), io))).outcome).toBe('later')
  await kling.start(film([one]), io)
  expect(made()).toHaveLength(1)
})

test('an element that was deleted at Kling is made again by itself, and the order goes out once', async () => {
  const one = await keeper()
  await kling.start(film([one]), io)
  const [kept] = [...fake.service.orders.values()].filter(({ kind }) => kind === 'element')
  if (kept) kept.deleted = true
  await kling.start(film([one]), io)
  expect(made()).toHaveLength(2)
  expect(fake.bought()).toBe(2)
})

test('what Kling needs of an element is said at its field, and nothing is sent', async () => {
  const bare = await failure(kling.start(film([await keeper({ images: [] })]), io))
  expect(bare.issues?.[0]?.path).toBe('input.elements.0.images')
  const long = await failure(kling.start(film([await keeper({ description: 'x'.repeat(101) })]), io))
  expect(long.issues?.[0]?.path).toBe('input.elements.0.description')
  expect(sent(fake)).toHaveLength(0)
})

test('an element that Kling cannot make refuses the order with Kling’s reason', async () => {
  fake.fault({ does: 'fail', message: 'No face in the picture', on: 'custom-elements' })
  const refused = await failure(kling.start(film([await keeper()]), io))
  expect(refused).toMatchObject({ outcome: 'refused', message: '@Keeper: No face in the picture' })
  expect(placed()).toHaveLength(0)
})

test('a voice of ours is made from its public address, and the order calls it by its id', async () => {
  const voices = [{ asset: await io.own('speech.mp3', 'audio') }]
  const input: Input = {
    prompt: '@voice_1 says hello',
    duration: 5,
    mode: 'pro',
    sound: true,
    firstFrame: { url: 'https://example.com/a.png' },
    voices,
  }
  await kling.start(order(input, 'image-to-video', 'kling-v2-6'), io)
  const [voice] = sent(fake).filter(({ path }) => path.endsWith('custom-voices'))
  expect(voice?.body).toMatchObject({ voice_name: 'speech.mp3', voice_url: 'https://studio.example/speech.mp3' })
  const [kept] = [...fake.service.orders.values()].filter(({ kind }) => kind === 'voice')
  expect(placed()[0]?.body).toMatchObject({
    prompt: '<<<voice_1>>> says hello',
    voice_list: [{ voice_id: kept?.made[0] }],
  })
})

test('the shelf lists what is kept and the presets, keeps once, knows it again, and drops it', async () => {
  const { shelf } = kling
  if (!shelf) throw new Error('no shelf')
  const one = await keeper()
  expect(await shelf.known('element', one, io)).toBeUndefined()
  const id = await shelf.keep('element', one, io)
  expect(await shelf.keep('element', one, io)).toBe(id)
  expect(await shelf.known('element', one, io)).toBe(id)
  expect(await shelf.list('element', io)).toEqual([
    { id, name: 'Keeper', own: true },
    { id: '101', name: 'A preset', own: false },
  ])
  await shelf.drop('element', id, io)
  expect(await shelf.known('element', one, io)).toBeUndefined()
  expect((await shelf.list('element', io)).map(({ own }) => own)).toEqual([false])
  expect((await shelf.list('voice', io)).map(({ name }) => name)).toEqual(['A preset voice'])
  const refused = await shelf.drop('element', '829836802793400000', io).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(StudioError)
})
