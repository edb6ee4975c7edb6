import { expect, test } from '@playwright/test'
import { StudioError } from '../../../lib/errors'
import { kling } from '../../../lib/providers/kling'
import type { Scout } from '../../../lib/providers/provider'
import { type Fake, startFake } from '../../fakes/kling/server'
import { desk, withKey } from './desk'

let fake: Fake
test.beforeEach(async () => {
  fake = await startFake()
})
test.afterEach(() => fake.stop())

const scout = kling.scout as Scout
const last = () => fake.exchanges.at(-1)

test('faces come with seconds and a picture, and the film goes by its address or by Kling’s own id', async () => {
  const io = await desk(withKey(fake))
  const { session, faces } = await scout.faces({ url: 'https://films.example/talk.mp4' }, io)
  expect(session).toMatch(/^\d{18,}$/)
  expect(faces.map(({ id, from, to }) => ({ id, from, to }))).toEqual([
    { id: '0', from: 0, to: 4 },
    { id: '1', from: 1.5, to: 5 },
  ])
  expect(faces[0]?.picture).toMatch(/^http/)
  expect(last()?.body).toEqual({ video_url: 'https://films.example/talk.mp4' })
  await scout.faces({ ref: '829836802793406551' }, io)
  expect(last()?.body).toEqual({ video_id: '829836802793406551' })
})

test('a film of ours that Kling made is asked for by its id, another needs an address, with the way out', async () => {
  const io = await desk(withKey(fake))
  const asset = await io.own('take.mp4', 'video')
  const refused = await scout.faces({ asset }, io).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(StudioError)
  expect((refused as StudioError).message).toContain('PUBLIC_URL')
  expect(fake.exchanges).toHaveLength(0)
  await io.copies.put(asset, '829836802793406551')
  await scout.faces({ asset }, io)
  expect(last()?.body).toEqual({ video_id: '829836802793406551' })
})

test('points are set, taken back by the very same figures, and cleared', async () => {
  const io = await desk(withKey(fake))
  const { session, fps, frames } = await scout.open({ url: 'https://films.example/cat.mp4' }, io)
  expect({ fps, frames }).toEqual({ fps: 30, frames: 150 })
  const spot = { x: 0.33333, y: 0.5 }
  const [outline] = await scout.point(session, 'set', 12, [spot], io)
  expect(outline?.picture).toMatch(/^data:image\/png;base64,iVBOR/)
  expect(last()?.body).toEqual({ session_id: session, frame_index: 12, points: [spot] })
  expect(await scout.point(session, 'drop', 12, [spot], io)).toEqual([])
  await scout.point(session, 'set', 3, [spot], io)
  expect(await scout.show(session, io)).toMatch(/\.mp4/)
  await scout.clear(session, io)
  expect(fake.service.looks.sessions.get(session)?.points.size).toBe(0)
})

test('a refusal is told in Kling’s own words', async () => {
  const io = await desk(withKey(fake))
  await expect(scout.point('1', 'set', 0, [{ x: 0.5, y: 0.5 }], io)).rejects.toThrow('Kling: session_id 1 not found')
  fake.fault({ on: 'identify-face', does: 'code', code: 1102 })
  await expect(scout.faces({ url: 'https://films.example/talk.mp4' }, io)).rejects.toThrow(/Kling: .*pack/)
})
