// Several gateways by settings: each with its own name, address, key and ways.
import { expect, test } from '@playwright/test'
import { readEnv } from '../../../lib/env.server'
import { catalogOf, rowOf } from '../../../lib/models/catalog'
import { asProviderId, gatewayName, protocolOf } from '../../../lib/models/provider-id'
import { providersOf } from '../../../lib/providers'
import { get } from '../../../lib/providers/wire'

const two = {
  OPENAI_VIDEOS_GATEWAYS: 'OctopusX, acme2',
  OPENAI_VIDEOS_OCTOPUSX_API_KEY: 'one',
  OPENAI_VIDEOS_OCTOPUSX_BASE_URL: 'https://octopusx.example',
  OPENAI_VIDEOS_OCTOPUSX_EXT_INFO: 'object',
  OPENAI_VIDEOS_OCTOPUSX_LIMIT: '3',
  OPENAI_VIDEOS_ACME2_BASE_URL: 'https://acme.example/v1',
}
const gatewaysOf = (settings: Record<string, string>) => {
  const env = readEnv(settings)
  return providersOf(env)
    .filter(({ id }) => protocolOf(id) === 'openai')
    .map((one) => ({ ...one, env }))
}

test('without any setting there is one gateway, which says what it lacks', () => {
  const [one, ...more] = gatewaysOf({})
  expect(more).toEqual([])
  expect([one?.id, one?.ready(one.env)]).toEqual([
    'openai',
    'Add OPENAI_VIDEOS_API_KEY and OPENAI_VIDEOS_BASE_URL to use Gateway.',
  ])
})

test('further gateways stand by their names, each ready or not by itself', () => {
  const all = gatewaysOf(two)
  expect(all.map(({ id, label, ready, limit, env }) => [id, label, ready(env), limit(env)])).toEqual([
    ['openai-OctopusX', 'OctopusX', true, 3],
    ['openai-acme2', 'acme2', 'Add OPENAI_VIDEOS_ACME2_API_KEY to use acme2.', 8],
  ])
  expect(all.map(({ origins, env }) => origins?.(env))).toEqual([
    ['https://octopusx.example'],
    ['https://acme.example'],
  ])
  expect(gatewaysOf({ ...two, OPENAI_VIDEOS_API_KEY: 'first' }).map(({ id }) => id)).toEqual([
    'openai',
    'openai-OctopusX',
    'openai-acme2',
  ])
})

test('each packs its extras as its own setting says', () => {
  const row = rowOf('openai-OctopusX', 'Kling-3.0-Omni')
  const [workflow] = row?.workflows ?? []
  if (!row || !workflow) throw new Error('no such row')
  const order = { name: 'x', row, workflow, input: { prompt: 'A boat', shotType: 'intelligence' } }
  const packed = gatewaysOf(two).map(({ preview }) => {
    const [call] = preview?.(order) ?? []
    return get(call?.body, ['metadata', 'ext_info'])
  })
  expect(packed).toEqual([
    { multi_shot: true, shot_type: 'intelligence' },
    '{"AdditionalParameters":"{\\"multi_shot\\":true,\\"shot_type\\":\\"intelligence\\"}"}',
  ])
})

test('a gateway offers the models of the protocol under its own id, the same rows every time', () => {
  const rows = catalogOf(['local', 'openai-acme2'])
  expect(rows.map(({ provider, model }) => `${provider} ${model}`)).toEqual([
    'local animatic',
    'openai-acme2 Kling-3.0-Omni',
    'openai-acme2 Kling-2.6',
    'openai-acme2 Kling-2.5',
  ])
  expect(rowOf('openai-acme2', 'Kling-2.6')).toBe(rows[2])
  expect(rowOf('openai-acme2', 'Kling-9')).toBeUndefined()
  expect(rowOf('acme2', 'Kling-2.6')).toBeUndefined()
})

test('an id of a provider is one of the protocols, or a gateway by a name', () => {
  for (const good of ['local', 'runware', 'kling', 'openai', 'openai-Acme']) expect(asProviderId(good), good).toBe(good)
  for (const bad of ['', 'acme', 'openai-', 'openai-a b', 'openai-../x', 'OPENAI'])
    expect(asProviderId(bad), bad).toBeUndefined()
  expect(['openai', 'openai-Acme', 'kling'].map((id) => gatewayName(id as 'kling'))).toEqual([
    undefined,
    'Acme',
    undefined,
  ])
})

const wrong: [string, Record<string, string>, string][] = [
  ['a name with a space', { OPENAI_VIDEOS_GATEWAYS: 'my gate' }, 'OPENAI_VIDEOS_GATEWAYS'],
  ['a name twice', { OPENAI_VIDEOS_GATEWAYS: 'Acme,ACME' }, 'twice'],
  ['an address that is none', { ...two, OPENAI_VIDEOS_ACME2_BASE_URL: 'acme' }, 'OPENAI_VIDEOS_ACME2_BASE_URL must'],
  ['an encoding nobody knows', { OPENAI_VIDEOS_EXT_INFO: 'xml' }, 'OPENAI_VIDEOS_EXT_INFO must be double-string'],
  ['a limit of nothing', { OPENAI_VIDEOS_LIMIT: '0' }, 'OPENAI_VIDEOS_LIMIT must'],
]
for (const [name, settings, words] of wrong)
  test(`${name} stops the studio with a sentence that names the setting`, () => {
    expect(() => readEnv(settings)).toThrow(words)
  })
