// What the pages ask the studio for. Lists of tasks stay true through the stream, so they are read once.
import {
  type Query,
  QueryClient,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { StudioError } from '../errors'
import type { Asset } from '../media/asset'
import type { Task } from '../tasks/task'
import { api } from './client'
import type { Contract } from './contract'
import type { Asked } from './entry'
import { keys } from './keys'
import { placed, type TaskFilter, type TaskList, tasksIn } from './lists'

const pageSize = 100

/** One per page load. A refusal is final; only silence is asked again. */
export function makeQueryClient(): QueryClient {
  const silent = (error: unknown) => !(error instanceof StudioError) || error.code === 'unreachable'
  const client = new QueryClient({
    defaultOptions: {
      queries: { staleTime: 30_000, retry: (count, error) => count < 3 && silent(error) },
      mutations: { retry: false },
    },
  })
  askOvertaken(client)
  return client
}

/** A first answer that was on its way when it was declared out of date counts as fresh to the client; it is asked for again. */
function askOvertaken(client: QueryClient) {
  const overtaken = new WeakSet<Query>()
  client.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated') return
    const { query, action } = event
    const { data, fetchStatus } = query.state
    if (action.type === 'invalidate' && data === undefined && fetchStatus !== 'idle') overtaken.add(query)
    if (action.type === 'success' && !action.manual && overtaken.delete(query))
      void client.invalidateQueries({ queryKey: query.queryKey, exact: true })
  })
}

export const useHealth = () => useQuery({ queryKey: keys.health, queryFn: ({ signal }) => api.health({}, { signal }) })

/** Read anew whenever it is opened: what is kept changes with every film. */
export const useSettings = () =>
  useQuery({ queryKey: keys.settings, queryFn: ({ signal }) => api.settings({}, { signal }), staleTime: 0 })

/** Newest first; `data` is the tasks of every page read so far. */
export const useTasks = (filter: TaskFilter = {}) =>
  useInfiniteQuery({
    queryKey: keys.list(filter),
    queryFn: ({ pageParam, signal }) =>
      api.listTasks({ query: { ...filter, limit: pageSize, ...(pageParam ? { cursor: pageParam } : {}) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    staleTime: Infinity,
    structuralSharing: false,
    select: tasksIn,
  })

/** How many tasks there are of each status, the filter's own status aside; `unknown` are among the failed ones. */
export const taskCounts = ({ status: _, ...filter }: TaskFilter = {}) =>
  queryOptions({
    queryKey: keys.count(filter),
    queryFn: ({ signal }) => api.listTasks({ query: { ...filter, limit: 1 } }, { signal }),
    staleTime: Infinity,
    select: ({ counts, unknown }) => ({ ...counts, unknown: unknown ?? 0 }),
  })
export const useTaskCounts = (filter: TaskFilter = {}) => useQuery(taskCounts(filter))

/** A task that a cached list holds is shown at once. */
export function useTask(id: string) {
  const client = useQueryClient()
  return useQuery({
    queryKey: keys.task(id),
    queryFn: ({ signal }) => api.readTask({ params: { id } }, { signal }),
    staleTime: Infinity,
    placeholderData: () => heldTask(client, id),
  })
}

function heldTask(client: QueryClient, id: string): Task | undefined {
  for (const [, list] of client.getQueriesData<TaskList>({ queryKey: keys.lists }))
    for (const page of list?.pages ?? []) {
      const found = page.items.find((task) => task.id === id)
      if (found) return found
    }
}

type MediaFilter = { kind?: Asset['kind'][]; q?: string }
export const useMedia = (filter: MediaFilter = {}) =>
  useInfiniteQuery({
    queryKey: keys.media(filter),
    queryFn: ({ pageParam, signal }) =>
      api.listMedia({ query: { ...filter, limit: pageSize, ...(pageParam ? { cursor: pageParam } : {}) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  })

/** Shows a task in every list that holds it before the stream tells of it. */
function show(client: QueryClient, task: Task) {
  for (const query of client.getQueryCache().findAll({ queryKey: keys.lists })) {
    const list = query.state.data as TaskList | undefined
    const filter = query.queryKey[2] as TaskFilter
    if (list) client.setQueryData(query.queryKey, placed(list, filter, [{ rev: task.rev, task }]))
  }
  const held = client.getQueryData<Task>(keys.task(task.id))
  if (held && held.rev < task.rev) client.setQueryData(keys.task(task.id), task)
}

/** Give every order an id: pressing twice, or again after a break, then makes one task. */
export function useAddTask() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (order: Asked<Contract['addTask']>['body']) => api.addTask({ body: order }),
    onSuccess: (task) => show(client, task),
    onError: (error) => {
      // What was left under the cap was not what this page thought.
      if (error instanceof StudioError && error.code === 'over-cap')
        void client.invalidateQueries({ queryKey: keys.spend })
    },
  })
}

export function useCancelTask() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.cancelTask({ params: { id } }),
    onSuccess: (task) => show(client, task),
  })
}

/** The stream takes it out of the lists; its count is asked for at once. */
export function useRemoveTask() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.removeTask({ params: { id } }),
    onSuccess: () => void client.invalidateQueries({ queryKey: keys.counts }),
  })
}

export const usePreview = (order: Asked<Contract['previewRequest']>['body'] | undefined) =>
  useQuery({
    queryKey: ['preview', order],
    queryFn: ({ signal }) => (order ? api.previewRequest({ body: order }, { signal }) : null),
    enabled: order !== undefined,
    placeholderData: (before) => before,
    retry: false,
  })

export const useRehearsal = () =>
  useMutation({
    mutationFn: (order: Asked<Contract['rehearseRequest']>['body']) => api.rehearseRequest({ body: order }),
  })

export const useImport = () =>
  useMutation({
    mutationFn: (given: Asked<Contract['importRequest']>['body']) => api.importRequest({ body: given }),
  })
