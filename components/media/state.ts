// A task at every age: icon, word and colour, always all three.
import {
  Ban,
  Check,
  CircleQuestionMark,
  CircleStop,
  Clock,
  HardDriveDownload,
  Link2,
  type LucideIcon,
  OctagonAlert,
  Send,
  Unlink,
} from 'lucide-react'
import { money, percent } from '@/components/ui/figure'
import { isStranded, isWaiting } from '@/lib/tasks/after'
import type { Task } from '@/lib/tasks/task'

const table = {
  queued: { icon: Clock, tone: 'text-queued', bar: 'bg-queued' },
  waits: { icon: Link2, tone: 'text-queued', bar: 'bg-queued' },
  stranded: { icon: Unlink, tone: 'text-stale', bar: 'bg-stale' },
  starting: { icon: Send, tone: 'text-starting', bar: 'bg-starting' },
  running: { icon: 'ring', tone: 'text-running', bar: 'bg-running' },
  saving: { icon: HardDriveDownload, tone: 'text-saving', bar: 'bg-saving' },
  done: { icon: Check, tone: 'text-done', bar: 'bg-done' },
  failed: { icon: OctagonAlert, tone: 'text-failed', bar: 'bg-failed' },
  unknown: { icon: CircleQuestionMark, tone: 'text-unknown', bar: 'bg-unknown' },
  cancelling: { icon: CircleStop, tone: 'text-stopped', bar: 'bg-stopped' },
  cancelled: { icon: Ban, tone: 'text-stopped', bar: 'bg-stopped' },
} as const satisfies Record<string, { icon: LucideIcon | 'ring'; tone: string; bar: string }>

type State = keyof typeof table
export type Look = { state: State; icon: LucideIcon | 'ring'; tone: string; bar: string; words: string }

export const isUnknown = (task: Task) => task.status === 'failed' && task.error?.code === 'unknown'

/** @param place in the queue, from 1, where it is known. */
export function lookOf(task: Task, place?: number): Look {
  const waits = isStranded(task) ? 'stranded' : isWaiting(task) ? 'waits' : undefined
  const state = waits ?? (isUnknown(task) ? 'unknown' : task.status)
  return { state, ...table[state], words: wordsOf(task, state, place) }
}

const nth = (place: number) => {
  const end = place % 100 > 10 && place % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][place % 10] ?? 'th')
  return `${place}${end}`
}

function wordsOf(task: Task, state: State, place: number | undefined): string {
  switch (state) {
    case 'queued':
      // Put back with a word on why: it is not simply its turn that it waits for.
      if (task.note !== undefined) return 'On hold'
      return place === undefined ? 'Queued' : place === 1 ? 'Next in the queue' : `${nth(place)} in the queue`
    case 'waits':
      return 'Waits for a film'
    case 'stranded':
      return 'Stands still'
    case 'starting':
      return 'Placing the order'
    case 'running':
      return task.progress === undefined ? 'Rendering' : `Rendering ${percent(task.progress)}`
    case 'saving':
      return task.workflow.endsWith('to-image') ? 'Saving the picture' : 'Saving the film'
    case 'done':
      return 'Done'
    case 'failed':
      if (task.error?.billed === true) return task.cost ? `Failed, billed ${money(task.cost)}` : 'Failed, billed'
      return task.error?.billed === false && task.provider !== 'local' ? 'Failed, not billed' : 'Failed'
    case 'unknown':
      return 'Not known'
    case 'cancelling':
      return 'Stopping'
    case 'cancelled':
      return task.provider === 'local' || !task.startedAt ? 'Cancelled' : 'Cancelled, may be billed'
  }
}
