// Runware: the adapter as the worker sees it. There is no way to cancel there; a stopped order runs on and is charged.
import type { Provider } from '../provider'
import { balance } from './balance'
import { check } from './check'
import { read } from './read'
import { rehearse } from './rehearse'
import { rhythm } from './rhythm'
import { recall, start } from './start'
import { body } from './wire'

export const runware: Provider = {
  id: 'runware',
  label: 'Runware',
  ready: (env) => (env.RUNWARE_API_KEY ? true : 'Add RUNWARE_API_KEY to use Runware.'),
  limit: (env) => env.RUNWARE_LIMIT,
  start,
  check,
  rhythm,
  recall,
  origins: (env) => [new URL(env.RUNWARE_BASE_URL).origin],
  rehearse,
  rehearses: (env) =>
    env.RUNWARE_DRY_RUN === 'on' ||
    'Runware’s own client can ask whether a request would be taken; no page says that asking is free. RUNWARE_DRY_RUN=on offers it here.',
  preview: (order) => [{ method: 'POST', path: '/v1', body: [body(order, (asset) => `asset:${asset}`)] }],
  read,
  balance,
}
