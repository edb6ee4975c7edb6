// The names under which answers are cached in the browser.
import type { TaskFilter } from './lists'

export const keys = {
  health: ['health'] as const,
  settings: ['settings'] as const,
  files: ['media'] as const,
  media: (filter: { kind?: readonly string[]; q?: string } = {}) => ['media', filter] as const,
  tasks: ['tasks'] as const,
  lists: ['tasks', 'list'] as const,
  list: (filter: TaskFilter) => ['tasks', 'list', filter] as const,
  ones: ['tasks', 'one'] as const,
  counts: ['tasks', 'counts'] as const,
  count: (filter: TaskFilter) => ['tasks', 'counts', filter] as const,
  queue: ['queue'] as const,
  spend: ['spend'] as const,
  ledgers: ['ledger'] as const,
  ledger: (asked: { by: string; days: number }) => ['ledger', asked] as const,
  balance: (provider: string) => ['balance', provider] as const,
  names: (provider: string, field: string) => ['names', provider, field] as const,
  titles: ['storyboards', 'titles'] as const,
  elements: ['elements'] as const,
  keepers: ['keepers'] as const,
  kept: (provider: string, what: string) => ['kept', provider, what] as const,
  known: (id: string) => ['elements', 'known', id] as const,
  task: (id: string) => ['tasks', 'one', id] as const,
}
