// Kling's own API: the adapter as the worker sees it. It has no way to cancel; a stopped order runs on and is charged.
import { effectScenes } from '../../models/catalog/kling/effect'
import type { Provider } from '../provider'
import { ready } from './auth'
import { balance } from './balance'
import { signed } from './callback'
import { check } from './check'
import { lacks } from './lack'
import { readKling } from './read'
import { rhythm } from './rhythm'
import { scout } from './scout'
import { shelf } from './shelf'
import { recall, start } from './start'
import { callOf } from './wire'

export const kling: Provider = {
  id: 'kling',
  label: 'Kling',
  ready,
  limit: (env) => env.KLING_LIMIT,
  // Limits belong to the account and the kind of pack.
  lane: ({ kind, workflows }) => (workflows.some(({ id }) => id === 'try-on') ? 'try-on' : kind),
  lacks,
  start,
  check,
  rhythm,
  recall,
  origins: (env) => [new URL(env.KLING_BASE_URL).origin],
  preview: (order) => [callOf(order, (asset) => `asset:${asset}`)],
  read: readKling,
  balance,
  names: ({ KLING_EFFECTS: scenes }, field) => (field === 'effectScene' ? [...effectScenes, ...(scenes ?? [])] : []),
  signed,
  shelf,
  scout,
}
