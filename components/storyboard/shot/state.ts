'use client'
// How each shot stands: on its way, filmed, filmed before it was changed, failed, or not begun.
import { Check, CircleDashed, History, Image, type LucideIcon } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import { lookOf } from '@/components/media/state'
import { useTasks } from '@/lib/api/queries'
import type { Asset } from '@/lib/media/asset'
import type { Around } from '@/lib/storyboard/plan'
import { isParted, partOf, standing, standingTakes, takesOf } from '@/lib/storyboard/take'
import { changedSince, type Since } from '@/lib/storyboard/take-change'
import { isStranded, isWaiting } from '@/lib/tasks/after'
import { isEnd, type Task } from '@/lib/tasks/task'
import type { Draft } from '../desk/draft'

export type ShotKind = 'missing' | 'going' | 'done' | 'stale' | 'failed' | 'picture'
export type ShotState = {
  kind: ShotKind
  icon: LucideIcon | 'ring'
  tone: string
  words: string
  /** What changed since the take was made. */
  changed?: string | undefined
  /** On its way: 0..1, where known. */
  share?: number | undefined
  bar?: string | undefined
  /** The film that plays for the shot, and the part of it that is the shot, in seconds. */
  film?: Asset | undefined
  from?: number | undefined
  seconds?: number | undefined
  takeId?: string | undefined
  failure?: string | undefined
  /** The order that waits for a film that is not coming, and the shot that it would start from. */
  stranded?: string | undefined
  startsFrom?: string | undefined
  /** What there is to say of an order on its way: why it waits, or that nobody answers. */
  note?: string | undefined
}

const missing: ShotState = { kind: 'missing', icon: CircleDashed, tone: 'text-ink-3', words: 'No take' }

/** All tasks of the board, newest first. */
export function useBoardTasks(board: string): Task[] {
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useTasks({ storyboardId: board })
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  return data ?? none
}
const none: Task[] = []

type Given = Pick<Around, 'cast' | 'tails'> & { places: ReadonlyMap<string, number> | undefined }

/** @param places in the queue, by task. The same object as before for a shot whose state did not change, so that its card need not be drawn again. */
export function useShotStates(
  draft: Draft,
  tasks: readonly Task[],
  { cast, tails, places }: Given,
): ReadonlyMap<string, ShotState> {
  const before = useRef<ReadonlyMap<string, ShotState>>(new Map())
  return useMemo(() => {
    const next = new Map<string, ShotState>()
    const byShot = new Map<string, Task[]>()
    for (const task of tasks) for (const id of task.shotIds ?? []) byShot.set(id, [...(byShot.get(id) ?? []), task])
    const stands = standingTakes(draft, tasks)
    for (const shot of draft.shots) {
      const take = stands.get(shot.id)
      const since = { cast, tail: tails?.get(shot.id), parted: take !== undefined && isParted(take, stands) }
      const state = stateOf(shot, byShot.get(shot.id) ?? [], draft, since, places)
      const old = before.current.get(shot.id)
      next.set(shot.id, old && alike(old, state) ? old : state)
    }
    before.current = next
    return next
  }, [draft, tasks, cast, tails, places])
}

const alike = (a: ShotState, b: ShotState) => {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)] as (keyof ShotState)[])
  return [...keys].every((key) => a[key] === b[key])
}

/** "Waits for 10": the shot whose film it starts from. */
function waitingWords(task: Task, { shots }: Draft): string | undefined {
  const at = isWaiting(task) && !isStranded(task) ? shots.findIndex(({ id }) => id === task.after?.shot) : -1
  return at < 0 ? undefined : `Waits for ${String(at + 1).padStart(2, '0')}`
}

function stateOf(
  shot: Draft['shots'][number],
  own: readonly Task[],
  draft: Draft,
  since: Since,
  places: Given['places'],
): ShotState {
  const takes = takesOf(own, shot.id)
  const chosen = standing(draft, shot.id, takes)
  const film = chosen?.outputs[0]
  const part = chosen && partOf(chosen, shot.id, draft)
  const take = { film, from: part?.from, seconds: part?.seconds, takeId: chosen?.id }
  if (shot.picture)
    return { ...take, kind: 'picture', icon: Image, tone: 'text-done', words: 'Own picture', film: undefined }
  const going = own.find(({ status }) => !isEnd(status))
  if (going) {
    const { icon, tone, words, bar } = lookOf(going, places?.get(going.id))
    return {
      kind: 'going',
      icon,
      tone,
      words: waitingWords(going, draft) ?? words,
      bar,
      share: going.progress,
      note: going.note,
      ...(isStranded(going) ? { stranded: going.id, startsFrom: going.after?.shot } : {}),
      ...take,
    }
  }
  if (!chosen) {
    const [last] = own
    if (!last) return missing
    const { icon, tone, words } = lookOf(last)
    return { kind: 'failed', icon, tone, words, failure: last.error?.message }
  }
  const changed = changedSince(chosen, shot, draft, since)
  const number = takes.indexOf(chosen) + 1
  if (changed) return { kind: 'stale', icon: History, tone: 'text-stale', words: 'Out of date', changed, ...take }
  return { kind: 'done', icon: Check, tone: 'text-done', words: `Take ${number}`, ...take }
}
