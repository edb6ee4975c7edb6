'use client'
// What can be done with the takes of the selected shot, for the stage, the inspector and the comparison alike.
import { useMemo } from 'react'
import type { BoardShot } from '@/lib/storyboard/storyboard'
import { isParted, type Part, partOf, standing, standingTakes, takesOf } from '@/lib/storyboard/take'
import { type Change, changesSince, standOf } from '@/lib/storyboard/take-change'
import type { Task } from '@/lib/tasks/task'
import type { Act } from '../desk/act'
import type { Draft } from '../desk/draft'
import type { Offer } from '../plan/scope'
import type { Planned } from '../plan/use-plan'

export type TakeHand = {
  draft: Draft
  shot: BoardShot
  at: number
  /** Oldest first: take 1, take 2 … */
  takes: readonly Task[]
  standing: Task | undefined
  /** A person chose it; else it stands because it is the latest. */
  approved: boolean
  /** What the shot says otherwise since the standing take was made. */
  changes: readonly Change[]
  partOf: (task: Task) => Part
  choose: (task: Task) => void
  /** The standing take is good, whatever the shot says otherwise. */
  keep: () => void
  act: Act
  /** This shot alone, where it shares an order with others; and its block. */
  alone: Offer | undefined
  block: Offer | undefined
  render: (offer: Offer) => void
}

type Given = Pick<TakeHand, 'draft' | 'act' | 'render'> & {
  shot: { id?: string } | undefined
  at: number
  tasks: readonly Task[]
  offers: readonly Offer[]
  planned: Planned
}

/** The same object as before while nothing of it changed, so that the stage need not be drawn at every letter. */
export function useTakeHand({ draft, shot: { id } = {}, at, tasks, act, offers, planned, render }: Given) {
  const shot = draft.shots.find((one) => one.id === id)
  const takes = useMemo(() => (id === undefined ? [] : takesOf(tasks, id)), [tasks, id])
  const { around } = planned
  return useMemo((): TakeHand | undefined => {
    if (!shot) return
    const take = standing(draft, shot.id, takes)
    const parted = take !== undefined && isParted(take, standingTakes(draft, tasks))
    return {
      ...{ draft, shot, at, takes, act, render },
      standing: take,
      approved: take !== undefined && draft.wishes?.chosen?.[shot.id] === take.id,
      changes: take
        ? changesSince(take, shot, draft, { cast: around.cast, tail: around.tails?.get(shot.id), parted })
        : [],
      partOf: (task) => partOf(task, shot.id, draft) ?? { from: 0, seconds: shot.duration },
      choose({ id: taskId }) {
        // Asked for by hand, a take does stand in place of the picture.
        if (shot.picture) act.set(shot.id, { picture: undefined })
        act.choose(shot.id, taskId)
      },
      keep() {
        if (take) act.keepTake(shot.id, take.id, standOf(shot, draft, around.tails?.get(shot.id)))
      },
      alone: offers.find(({ key }) => key === 'alone'),
      block: offers.find(({ key }) => key === 'selected'),
    }
  }, [draft, shot, at, tasks, takes, act, render, offers, around])
}
