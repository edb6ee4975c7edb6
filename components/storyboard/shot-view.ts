'use client'
// What every view of the board shows of a shot, by the same reading.
import { useCallback, useMemo } from 'react'
import type { Row } from '@/lib/models/row'
import { type BoardShot, words } from '@/lib/storyboard/storyboard'
import type { Draft } from './draft'
import type { ShotProps } from './shot-card'
import type { ShotState } from './shot-state'
import { limitOf, type Planned } from './use-plan'

export type ShotView = Pick<ShotProps, 'state' | 'selected' | 'current' | 'characters' | 'limit' | 'trouble'>

const unknown: ShotState = { kind: 'missing', icon: 'ring', tone: 'text-ink-3', words: 'No take' }

export const charactersOf = (shot: BoardShot, look: string | undefined) => [...words(shot, look)].length

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
  return useCallback(
    (shot: BoardShot): ShotView => ({
      state: states.get(shot.id) ?? unknown,
      selected: selected.has(shot.id),
      current: shot.id === current,
      characters: charactersOf(shot, look),
      limit: limitOf(row, planned.of.get(shot.id)),
      trouble: troubles.get(shot.id),
    }),
    [look, row, planned, states, selected, current, troubles],
  )
}
