// Keeps cached lists of tasks true, one change at a time, without asking the server again. Pure.
import type { InfiniteData } from '@tanstack/react-query'
import type { Task } from '../tasks/task'
import type { Contract } from './contract'
import type { Asked } from './entry'
import type { TaskPage } from './shape'

/** What the stream says: a task as it now stands, or one that is no more. */
export type Change = { task: Task } | { gone: string; rev: number }
export type TaskFilter = Omit<NonNullable<Asked<Contract['listTasks']>['query']>, 'limit' | 'cursor'>
export type TaskList = InfiniteData<TaskPage, string>

export const idOf = (change: Change) => ('task' in change ? change.task.id : change.gone)
export const revOf = (change: Change) => ('task' in change ? change.task.rev : change.rev)

/** The list after the changes; the very same object when none of them touches it. */
export function placed(list: TaskList, filter: TaskFilter, changes: Iterable<Change>): TaskList {
  let pages = list.pages
  for (const change of changes) pages = one(pages, filter, change)
  return pages === list.pages ? list : { ...list, pages }
}

function one(pages: TaskPage[], filter: TaskFilter, change: Change): TaskPage[] {
  const id = idOf(change)
  for (const [at, page] of pages.entries()) {
    const index = page.items.findIndex((task) => task.id === id)
    const held = page.items[index]
    if (!held) continue
    if (held.rev >= revOf(change)) return pages
    const keeps = 'task' in change && fits(change.task, filter)
    return withItems(pages, at, page.items.toSpliced(index, 1, ...(keeps ? [change.task] : [])))
  }
  return 'task' in change && fits(change.task, filter) ? inserted(pages, change.task) : pages
}

/** In its place by age; not at all when it belongs to a page that was not read yet. */
function inserted(pages: TaskPage[], task: Task): TaskPage[] {
  for (const [at, page] of pages.entries()) {
    const index = page.items.findIndex((other) => isNewer(task, other))
    if (index >= 0) return withItems(pages, at, page.items.toSpliced(index, 0, task))
  }
  const last = pages.at(-1)
  if (!last || last.nextCursor !== null) return pages
  return withItems(pages, pages.length - 1, [...last.items, task])
}

const withItems = (pages: TaskPage[], at: number, items: Task[]) =>
  pages.map((page, index) => (index === at ? { ...page, items } : page))

function isNewer(task: Task, other: Task): boolean {
  const [a, b] = [Date.parse(task.createdAt), Date.parse(other.createdAt)]
  return a === b ? task.id > other.id : a > b
}

/** Whether a list of this filter holds the task: the same question that the server's list answers. */
export function fits(task: Task, filter: TaskFilter): boolean {
  if (filter.status && !filter.status.includes(task.status)) return false
  if (filter.provider && task.provider !== filter.provider) return false
  if (filter.model && task.model !== filter.model) return false
  if (filter.storyboardId && task.storyboardId !== filter.storyboardId) return false
  return !filter.q || wordsOf(task).includes(filter.q.toLowerCase())
}

const wordsOf = ({ input }: Task) =>
  [input.prompt, ...(input.shots ?? []).map(({ prompt }) => prompt)].join('\n').toLowerCase()

/** Every task of the list once, newest first. */
export function tasksIn(list: TaskList): Task[] {
  const seen = new Set<string>()
  return list.pages.flatMap(({ items }) => items.filter(({ id }) => !seen.has(id) && seen.add(id)))
}
