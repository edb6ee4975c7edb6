'use client'
// What every view of the board shows of a shot, by the same reading.
import { useCallback, useMemo } from 'react'
import type { Row } from '@/lib/models/row'
import { charactersOf } from '@/lib/storyboard/pack'
import { type BoardShot, lookFor } from '@/lib/storyboard/storyboard'
import type { Draft } from '../desk/draft'
import { limitOf, type Planned } from '../plan/use-plan'
import type { ShotProps } from './card'
import type { ShotState } from './state'

export type ShotView = Pick<
  ShotProps,
  'state' | 'selected' | 'current' | 'characters' | 'limit' | 'trouble' | 'wrongLength'
>

const unknown: ShotState = { kind: 'missing', icon: 'ring', tone: 'text-ink-3', words: 'No take' }

/** Whether it is the seconds that cannot be made. */
const isLength = ({ path = '', choices }: Planned['issues'][number]) =>
  choices !== undefined || path === 'duration' || path.endsWith('.duration')

export function useShotView(
  { look }: Draft,
  row: Row,
  planned: Planned,
  states: ReadonlyMap<string, ShotState>,
  selected: ReadonlySet<string>,
  current: string | undefined,
) {
  const troubles = useMemo(
    () => new Map([...planned.issues].reverse().flatMap(({ shotId, message }) => (shotId ? [[shotId, message]] : []))),
    [planned],
  )
  const lengths = useMemo(
    () => new Set(planned.issues.flatMap((issue) => (issue.shotId && isLength(issue) ? [issue.shotId] : []))),
    [planned],
  )
  return useCallback(
    (shot: BoardShot): ShotView => ({
      state: states.get(shot.id) ?? unknown,
      selected: selected.has(shot.id),
      current: shot.id === current,
      characters: charactersOf(shot, lookFor(row.provider, look)),
      limit: limitOf(row, planned.of.get(shot.id)),
      trouble: troubles.get(shot.id),
      wrongLength: lengths.has(shot.id),
    }),
    [look, row, planned, states, selected, current, troubles, lengths],
  )
}
