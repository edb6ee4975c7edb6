'use client'
// What the gallery shows stands in the address, and the viewer carries it along so that its neighbours are the same.
import {
  createParser,
  createSerializer,
  parseAsBoolean,
  parseAsString,
  parseAsStringLiteral,
  useQueryStates,
} from 'nuqs'
import type { TaskFilter } from '@/lib/api/lists'
import { asProviderId } from '@/lib/models/provider-id'
import type { ProviderId } from '@/lib/models/row'
import { shapes } from '@/lib/tasks/shape'
import type { Status } from '@/lib/tasks/task'

export const works = ['queued', 'starting', 'running', 'saving', 'cancelling'] as const satisfies readonly Status[]

const shows = ['all', 'works', 'done', 'failed', 'unknown', 'cancelled'] as const
export type Show = (typeof shows)[number]

type ModelChoice = { provider: ProviderId; model: string }
export const modelKey = ({ provider, model }: ModelChoice) => `${provider}/${model}`

const parseAsModel = createParser<ModelChoice>({
  parse: (text) => {
    const at = text.indexOf('/')
    const provider = asProviderId(text.slice(0, at))
    return provider && at < text.length - 1 ? { provider, model: text.slice(at + 1) } : null
  },
  serialize: modelKey,
  eq: (a, b) => modelKey(a) === modelKey(b),
})

const words = {
  show: parseAsStringLiteral(shows).withDefault('all'),
  star: parseAsBoolean.withDefault(false),
  q: parseAsString.withDefault(''),
  board: parseAsString,
  model: parseAsModel,
  shape: parseAsStringLiteral(shapes),
  order: parseAsStringLiteral(['newest', 'oldest']).withDefault('newest'),
}

export const useFilter = () => useQueryStates(words, { history: 'replace', throttleMs: 200 })
export type Filter = ReturnType<typeof useFilter>[0]

export const galleryAddress = createSerializer(words)

const asked: Record<Show, TaskFilter> = {
  all: {},
  works: { status: [...works] },
  done: { status: ['done'] },
  failed: { status: ['failed'], unknown: 'without' },
  unknown: { status: ['failed'], unknown: 'only' },
  cancelled: { status: ['cancelled'] },
}

/** The filter in the API's words; the same filter is always the same object to the cache. */
export function taskFilter({ show, star, q, board, model, shape, order }: Filter): TaskFilter {
  return {
    ...asked[show],
    ...(star ? { star: 'only' } : {}),
    ...(q.trim() ? { q: q.trim() } : {}),
    ...(board ? { storyboardId: board } : {}),
    ...(model ?? {}),
    ...(shape ? { shape } : {}),
    ...(order === 'oldest' ? { order } : {}),
  }
}

/** The same without the pill of a status: what the counts on those pills count. */
export const countFilter = (filter: Filter) => taskFilter({ ...filter, show: 'all', order: 'newest' })

/** Every way to narrow the list, and how it stands when it does not. */
export const wide = { show: 'all', star: false, q: '', board: null, model: null, shape: null } as const
export type Narrowing = keyof typeof wide

/** Those that narrow it now, in the order in which the screen has them. */
export const narrowings = (filter: Filter): Narrowing[] =>
  (Object.keys(wide) as Narrowing[]).filter((one) => (one === 'q' ? filter.q.trim() : filter[one]) !== wide[one])
