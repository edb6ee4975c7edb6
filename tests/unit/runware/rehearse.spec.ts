// Asking whether an order would be taken: judged over there, bought never, and only where a person has turned it on.
import { expect, test } from '@playwright/test'
import { Runware } from '@runware/sdk-js'
import { readEnv } from '../../../lib/env.server'
import { runware } from '../../../lib/providers/runware'
import { rehearse } from '../../../lib/providers/runware/rehearse'
import { type Fake, startFake } from '../../fakes/runware/server'
import { desk, order, words } from './desk'

let fake: Fake
test.beforeEach(async () => {
  fake = await startFake({ runMs: 10 })
})
test.afterEach(() => fake.stop())

test('it is off unless it is turned on, and says why', () => {
  expect(runware.rehearses?.(readEnv({}))).toContain('RUNWARE_DRY_RUN=on')
  expect(runware.rehearses?.(readEnv({ RUNWARE_DRY_RUN: 'on' }))).toBe(true)
  expect(() => readEnv({ RUNWARE_DRY_RUN: 'yes' })).toThrow('RUNWARE_DRY_RUN must be on or off.')
})

test('a lawful order would be taken, and nothing is bought', async () => {
  const io = await desk(fake)
  const asset = await io.picture('front.png')
  const one = order({ prompt: 'A boat', firstFrame: { asset } }, 'image-to-video')
  expect(await rehearse(one, io)).toEqual({ taken: true, words: 'Runware would take it.', issues: [] })
  expect([fake.bought(), fake.service.rehearsed.length, fake.service.uploads.length]).toEqual([0, 1, 1])
  const [call] = runware.preview?.(one) ?? []
  const [shown] = JSON.parse(JSON.stringify(call?.body ?? []).replace(`asset:${asset}`, String(io.refs.get(asset))))
  expect(fake.service.rehearsed).toEqual([shown])
})

test('what would be refused comes back with its field', async () => {
  const said = await rehearse(order({ ...words, width: 1000, height: 1000 }), await desk(fake))
  expect(said).toMatchObject({ taken: false, issues: [{ path: 'input.width' }, { path: 'input.height' }] })
  expect(fake.bought()).toBe(0)
})

test('a wrong key, and a door that is closed, are told without the key', async () => {
  const io = await desk({ url: fake.url, key: 'sk-wrong' })
  expect(await rehearse(order(), io)).toMatchObject({ taken: false, words: expect.stringContaining('Invalid API key') })
  const closed = await desk({ url: 'http://127.0.0.1:9/v1', key: 'sk-secret' })
  const failure = await rehearse(order(), closed).catch((error: Error) => error)
  expect(failure).toMatchObject({ name: 'Outage', message: expect.not.stringContaining('sk-secret') })
})

test('the official client asks the same question and is understood', async () => {
  const client = await Runware.initialize({
    apiKey: fake.key,
    url: fake.socketUrl,
    shouldReconnect: false,
    dryRun: true,
  })
  const refused = await client
    .videoInference({
      model: 'klingai:kling-video@3-pro',
      positivePrompt: 'A boat',
      width: 1000,
      height: 1000,
      duration: 5,
    })
    .catch(({ error }: { error: { parameter: string[] } }) => error.parameter)
  await client.disconnect()
  expect(refused).toEqual(['width', 'height'])
  expect([fake.bought(), fake.service.rehearsed.length]).toEqual([0, 1])
})
