// Queues in front of a provider: one per limit that it has, and a limit that is learnt and tried upwards.
import { expect, test } from '@playwright/test'
import { animatic } from '../../../lib/models/catalog/local/animatic'
import type { Row } from '../../../lib/models/row'
import type { Provider } from '../../../lib/providers/provider'
import { openLanes } from '../../../lib/worker/lane'
import { plainProvider } from './plain-provider'

const row = (model: string, kind: Row['kind']): Row => ({ ...animatic, provider: 'kling', model, kind })
const rows = [row('film-1', 'video'), row('film-2', 'video'), row('still', 'image')]
const { provider } = plainProvider('', { id: 'kling' })
const parted: Provider = { ...provider, lane: ({ kind }) => kind }

test('models that share a limit share a queue; one that the catalogue has no more still has its own', () => {
  const lanes = openLanes(rows)
  const names = lanes.of(parted).map(({ only, not, strict }) => [only, not, strict])
  expect(names).toEqual([
    [['film-1', 'film-2'], undefined, true],
    [['still'], undefined, true],
    [undefined, ['film-1', 'film-2', 'still'], true],
  ])
  expect(lanes.for(parted, 'film-2')).toBe(lanes.of(parted)[0])
  expect(lanes.for(parted, 'gone')).toBe(lanes.of(parted)[2])
})

test('a provider without lanes is one queue, in which several are placed at once', () => {
  expect(openLanes(rows).of(provider)).toEqual([{ key: 'kling ', strict: false }])
})

test('what was refused for want of room is the limit; after a minute one more is tried, and kept when it fits', () => {
  let now = 0
  const lanes = openLanes(rows, () => now)
  expect(lanes.limit(parted, 'film-1')).toBeUndefined()
  lanes.full(parted, 'film-1', 3, 'Full.')
  expect([lanes.limit(parted, 'film-1'), lanes.limit(parted, 'film-2')]).toEqual([3, undefined])
  now = 59_000
  expect(lanes.limit(parted, 'film-1')).toBe(3)
  now = 60_000
  expect(lanes.limit(parted, 'film-1')).toBe(4)
  lanes.runs(parted, 'film-1', 4)
  expect(lanes.limit(parted, 'film-1')).toBe(5)
  lanes.full(parted, 'film-1', 4, 'Full.')
  expect(lanes.limit(parted, 'film-1')).toBe(4)
  // Somebody else fills the account: one of ours is always tried.
  lanes.full(parted, 'film-1', 0, 'Full.')
  expect(lanes.limit(parted, 'film-1')).toBe(1)
  lanes.forget('kling')
  expect(lanes.limit(parted, 'film-1')).toBeUndefined()
})

test('those who join a full queue find its reason, and a rest ends', () => {
  let now = 0
  const lanes = openLanes(rows, () => now)
  const [films, stills] = lanes.of(parted)
  if (!films || !stills) throw new Error('no lanes')
  lanes.full(parted, 'film-1', 1, 'Full.')
  expect([lanes.reason(films), lanes.reason(stills)]).toEqual(['Full.', undefined])
  now = 5
  lanes.hold(films, 1_000)
  expect([lanes.until(films), lanes.until(stills)]).toEqual([1_005, 0])
})
