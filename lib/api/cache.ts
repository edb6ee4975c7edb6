// Puts what the stream says into the query cache: in bundles, only what is newer, and never lost to a page on its way.
import type { Query, QueryClient } from '@tanstack/react-query'
import type { Change } from '../tasks/task'
import { keys } from './keys'
import { idOf, placed, type TaskFilter, type TaskList } from './lists'

/** Changes are gathered this long, so that a burst costs one rendering. */
const gatherMs = 30
/** Figures are asked for again at most this often while tasks move. */
const countMs = 1000
const goneKept = 5000
/** What the studio sums up or says of itself; no change of a task carries it. */
const figures = [keys.queue, keys.spend, keys.ledgers, keys.health, keys.settings]
/** What does not tell at which revision it was true. */
const undated = [keys.ones, keys.counts, keys.files, ...figures]

export type TaskCache = {
  take(change: Change): void
  /** Changes are heard from now on, or again; what was read before that, beside the lists, is asked for once more. */
  began(): void
  /** Everything cached may have missed something. */
  doubt(): void
  /** The oldest revision that a cached list was true at. */
  oldest(): number | undefined
  stop(): void
}

/** @param heardFrom the revision since which every change is heard; an older page is asked for again. */
export function taskCache(client: QueryClient, heardFrom: () => number | undefined): TaskCache {
  const pending = new Map<string, Change>()
  const journal = new Map<string, Change>()
  const gone = new Set<string>()
  let flushing: ReturnType<typeof setTimeout> | undefined
  const due = new Set<readonly string[]>()
  let asking: ReturnType<typeof setTimeout> | undefined
  const cache = client.getQueryCache()
  const lists = () => cache.findAll({ queryKey: keys.lists })

  const flush = () => {
    flushing = undefined
    const changes = [...pending.values()]
    pending.clear()
    // A page on its way was read before these changes; they are laid over it when it comes.
    if (client.isFetching({ queryKey: keys.tasks }) > 0) for (const change of changes) remember(journal, change)
    for (const query of lists()) lay(query, changes)
    for (const change of changes) settle(change)
    if (changes.some(isMove)) askSoon([keys.counts, ...figures])
    if (changes.some(isNewFile)) void client.invalidateQueries({ queryKey: keys.files })
  }
  const isMove = (change: Change) =>
    'gone' in change || change.task.progress === undefined || change.task.status !== 'running'
  const isNewFile = (change: Change) => 'task' in change && change.task.status === 'done'

  const lay = (query: Query, changes: Iterable<Change>) => {
    const list = query.state.data as TaskList | undefined
    if (!list) return
    const next = placed(list, filterOf(query), changes)
    if (next !== list) client.setQueryData(query.queryKey, next)
  }
  const settle = (change: Change) => {
    const key = keys.task(idOf(change))
    const held = client.getQueryState<{ rev: number }>(key)
    if (!held) return
    if ('gone' in change) client.removeQueries({ queryKey: key })
    else if ((held.data?.rev ?? -1) < change.task.rev) client.setQueryData(key, change.task)
  }
  const askSoon = (queryKeys: readonly (readonly string[])[]) => {
    for (const queryKey of queryKeys) due.add(queryKey)
    asking ??= setTimeout(() => {
      asking = undefined
      for (const queryKey of due) void client.invalidateQueries({ queryKey })
      due.clear()
    }, countMs)
  }

  const unsubscribe = cache.subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success' || event.action.manual) return
    const { query } = event
    const [noun, kind, id] = query.queryKey
    if (noun !== 'tasks') return
    if (kind === 'list') {
      lay(query, journal.values())
      const from = heardFrom()
      const list = query.state.data as TaskList
      if (from !== undefined && list.pages.some(({ rev }) => rev < from))
        void client.invalidateQueries({ queryKey: query.queryKey, exact: true })
    }
    const heard = kind === 'one' ? journal.get(String(id)) : undefined
    if (heard) settle(heard)
    if (client.isFetching({ queryKey: keys.tasks }) === 0) journal.clear()
  })

  return {
    take(change) {
      if (gone.has(idOf(change))) return
      if ('gone' in change) {
        gone.add(change.gone)
        for (const first of gone) {
          if (gone.size <= goneKept) break
          gone.delete(first)
        }
      }
      remember(pending, change)
      flushing ??= setTimeout(flush, gatherMs)
    },
    began() {
      askSoon(undated)
    },
    doubt() {
      for (const queryKey of [keys.tasks, keys.files, ...figures]) void client.invalidateQueries({ queryKey })
    },
    oldest() {
      const revs = lists().flatMap(({ state }) =>
        ((state.data as TaskList | undefined)?.pages ?? []).map(({ rev }) => rev),
      )
      return revs.length > 0 ? Math.min(...revs) : undefined
    },
    stop() {
      clearTimeout(flushing)
      clearTimeout(asking)
      unsubscribe()
    },
  }
}

function remember(into: Map<string, Change>, change: Change) {
  const held = into.get(idOf(change))
  if (!held || held.rev < change.rev) into.set(idOf(change), change)
}

const filterOf = (query: Query) => query.queryKey[2] as TaskFilter
