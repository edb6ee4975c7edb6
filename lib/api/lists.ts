// Keeps cached lists of tasks true, one change at a time, without asking the server again. Pure.
import type { InfiniteData } from '@tanstack/react-query'
import { shapeOf } from '../tasks/shape'
import type { Change, Task } from '../tasks/task'
import { soughtIn, wordsOf } from '../tasks/words'
import type { Contract } from './contract'
import type { Asked } from './entry'
import type { TaskPage } from './shape'

export type TaskFilter = Omit<NonNullable<Asked<Contract['listTasks']>['query']>, 'limit' | 'cursor'>
export type TaskList = InfiniteData<TaskPage, string>

export const idOf = (change: Change) => ('task' in change ? change.task.id : change.gone)

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
    if (held.rev >= change.rev) return pages
    const keeps = 'task' in change && fits(change.task, filter)
    return withItems(pages, at, page.items.toSpliced(index, 1, ...(keeps ? [change.task] : [])))
  }
  return 'task' in change && fits(change.task, filter) ? inserted(pages, change.task, filter.order) : pages
}

/** In its place by age; not at all when it belongs to a page that was not read yet. */
function inserted(pages: TaskPage[], task: Task, order: TaskFilter['order']): TaskPage[] {
  for (const [at, page] of pages.entries()) {
    const index = page.items.findIndex((other) => comesBefore(task, other, order))
    if (index >= 0) return withItems(pages, at, page.items.toSpliced(index, 0, task))
  }
  const last = pages.at(-1)
  if (!last || last.nextCursor !== null) return pages
  return withItems(pages, pages.length - 1, [...last.items, task])
}

const withItems = (pages: TaskPage[], at: number, items: Task[]) =>
  pages.map((page, index) => (index === at ? { ...page, items } : page))

function comesBefore(task: Task, other: Task, order: TaskFilter['order']): boolean {
  const [its, others] = [Date.parse(task.createdAt), Date.parse(other.createdAt)]
  // Of two in the same millisecond the one that is told of later came later.
  return order === 'oldest' ? its < others : its >= others
}

/** Whether a list of this filter holds the task: the same question that the server's list answers. */
export function fits(task: Task, filter: TaskFilter): boolean {
  if (filter.status && !filter.status.includes(task.status)) return false
  if (filter.provider && task.provider !== filter.provider) return false
  if (filter.model && task.model !== filter.model) return false
  if (filter.unknown === 'only' && !isUnknown(task)) return false
  if (filter.unknown === 'without' && isUnknown(task)) return false
  if (filter.storyboardId && task.storyboardId !== filter.storyboardId) return false
  if (filter.star && !task.star) return false
  if (filter.shape && shapeOf(task) !== filter.shape) return false
  const sought = soughtIn(filter.q)
  if (sought.length === 0) return true
  const words = wordsOf(task.input)
  return sought.every((word) => words.includes(word))
}

const isUnknown = ({ status, error }: Task) => status === 'failed' && error?.code === 'unknown'

/** Every task of the list once, newest first. */
export function tasksIn(list: TaskList): Task[] {
  const seen = new Set<string>()
  return list.pages.flatMap(({ items }) => items.filter(({ id }) => !seen.has(id) && seen.add(id)))
}
