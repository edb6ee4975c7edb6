import { expect, test } from '@playwright/test'
import { InfiniteQueryObserver, QueryClient, QueryObserver } from '@tanstack/react-query'
import { taskCache } from '../../../lib/api/cache'
import { keys } from '../../../lib/api/keys'
import { type TaskList, tasksIn } from '../../../lib/api/lists'
import { makeQueryClient } from '../../../lib/api/queries'
import type { TaskPage } from '../../../lib/api/shape'
import type { Task } from '../../../lib/tasks/task'

const made = (n: number, rev: number) =>
  ({
    id: `t${n}`,
    rev,
    status: 'running',
    input: {},
    createdAt: new Date(Date.UTC(2026, 0, 1) + n * 1000).toISOString(),
  }) as Task

/** A server whose answers come when the test lets them. */
function held(pages: (cursor: string) => TaskPage) {
  const waiting: (() => void)[] = []
  return {
    ask: (cursor: string) =>
      new Promise<TaskPage>((answer) => {
        const page = pages(cursor)
        waiting.push(() => answer(page))
      }),
    asked: () => waiting.length,
    answer: () => waiting.shift()?.(),
  }
}

function listOf(client: QueryClient, server: ReturnType<typeof held>) {
  const observer = new InfiniteQueryObserver(client, {
    queryKey: keys.list({}),
    queryFn: ({ pageParam }) => server.ask(pageParam),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }: TaskPage) => nextCursor,
    staleTime: Infinity,
    structuralSharing: false,
  })
  const stop = observer.subscribe(() => {})
  const ids = () => {
    const list = client.getQueryData<TaskList>(keys.list({}))
    return list ? tasksIn(list).map(({ id, rev }) => `${id}@${rev}`) : []
  }
  return { observer, ids, stop }
}

test('a change that comes while a page is on its way is not lost when the page arrives', async () => {
  const client = new QueryClient()
  const server = held((cursor) =>
    cursor === ''
      ? { items: [made(9, 9), made(8, 8)], nextCursor: 'next', rev: 10 }
      : { items: [made(7, 7)], nextCursor: null, rev: 10 },
  )
  const cache = taskCache(client, () => 0)
  const { observer, ids, stop } = listOf(client, server)

  // The first page was read at 10, and 11 and 12 happen before it arrives.
  await expect.poll(server.asked).toBe(1)
  cache.take({ rev: 11, task: made(10, 11) })
  cache.take({ rev: 12, gone: 't8' })
  await new Promise((wait) => setTimeout(wait, 60))
  server.answer()
  await expect.poll(ids).toEqual(['t10@11', 't9@9'])

  // The query lays its next page on what it held when it asked; what came meanwhile must survive that.
  const more = observer.fetchNextPage()
  await expect.poll(server.asked).toBe(1)
  cache.take({ rev: 13, task: made(11, 13) })
  cache.take({ rev: 14, task: made(9, 14) })
  await expect.poll(ids).toEqual(['t11@13', 't10@11', 't9@14'])
  server.answer()
  await more
  expect(ids()).toEqual(['t11@13', 't10@11', 't9@14', 't7@7'])
  stop()
  cache.stop()
})

test('a page that is older than what was heard is asked for again', async () => {
  const client = new QueryClient()
  let rev = 5
  const server = held(() => ({ items: [made(1, rev)], nextCursor: null, rev }))
  const cache = taskCache(client, () => 8)
  const { ids, stop } = listOf(client, server)
  await expect.poll(server.asked).toBe(1)
  rev = 9
  server.answer()
  await expect.poll(server.asked).toBe(1)
  server.answer()
  await expect.poll(ids).toEqual(['t1@9'])
  stop()
  cache.stop()
})

test('a burst of changes is one change of the list', async () => {
  const client = new QueryClient()
  const server = held(() => ({ items: [made(1, 1)], nextCursor: null, rev: 1 }))
  const cache = taskCache(client, () => 0)
  const { ids, stop } = listOf(client, server)
  await expect.poll(server.asked).toBe(1)
  server.answer()
  await expect.poll(ids).toEqual(['t1@1'])
  let changed = 0
  const unsubscribe = client.getQueryCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'success') changed++
  })
  for (let rev = 2; rev <= 200; rev++) cache.take({ rev, task: made(1, rev) })
  cache.take({ rev: 150, task: made(1, 150) })
  await expect.poll(ids).toEqual(['t1@200'])
  expect(changed).toBe(1)
  unsubscribe()
  stop()
  cache.stop()
})

test('a removed task does not come back with a late word about it', async () => {
  const client = new QueryClient()
  const server = held(() => ({ items: [made(1, 1)], nextCursor: null, rev: 1 }))
  const cache = taskCache(client, () => 0)
  const { ids, stop } = listOf(client, server)
  await expect.poll(server.asked).toBe(1)
  server.answer()
  cache.take({ rev: 5, gone: 't1' })
  await expect.poll(ids).toEqual([])
  cache.take({ rev: 4, task: made(1, 4) })
  cache.take({ rev: 6, task: made(2, 6) })
  await expect.poll(ids).toEqual(['t2@6'])
  stop()
  cache.stop()
})

test('figures read before changes were heard are asked for once more when they are', async () => {
  const client = new QueryClient()
  const reads = new Map<string, number>()
  const stops = [keys.health, keys.settings, keys.queue, keys.spend, keys.media()].map((queryKey) =>
    new QueryObserver(client, {
      queryKey,
      queryFn: () => {
        const [noun] = queryKey
        reads.set(noun, (reads.get(noun) ?? 0) + 1)
        return {}
      },
      staleTime: Infinity,
    }).subscribe(() => {}),
  )
  const cache = taskCache(client, () => 0)
  const all = (times: number) => ({ health: times, settings: times, queue: times, spend: times, media: times })
  await expect.poll(() => Object.fromEntries(reads)).toEqual(all(1))
  cache.began()
  await expect.poll(() => Object.fromEntries(reads)).toEqual(all(2))
  cache.doubt()
  await expect.poll(() => Object.fromEntries(reads)).toEqual(all(3))
  for (const stop of stops) stop()
  cache.stop()
})

test('a first answer that was overtaken on its way is asked for again', async () => {
  const client = makeQueryClient()
  const waiting: ((now: string) => void)[] = []
  const observer = new QueryObserver(client, {
    queryKey: keys.health,
    queryFn: () => new Promise<string>((answer) => waiting.push(answer)),
  })
  const stop = observer.subscribe(() => {})
  await expect.poll(() => waiting.length).toBe(1)
  await Promise.race([client.invalidateQueries({ queryKey: keys.health }), Promise.resolve()])
  expect(waiting).toHaveLength(1)
  waiting.shift()?.('as it was')
  await expect.poll(() => waiting.length).toBe(1)
  waiting.shift()?.('as it is')
  await expect.poll(() => observer.getCurrentResult().data).toBe('as it is')
  expect(client.isFetching()).toBe(0)
  stop()
})
