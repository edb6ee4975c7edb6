'use client'
// What a careful assistant would say of the whole board, read once for inspector and check.
import { useMemo } from 'react'
import type { Row } from '@/lib/models/row'
import { type Caution, lint } from '@/lib/storyboard/lint'
import { type Board, lookFor } from '@/lib/storyboard/storyboard'
import { limitOf, type Planned } from '../plan/use-plan'

/** By the shot's id. */
export type Cautions = ReadonlyMap<string, readonly Caution[]>

export function useCautions(board: Board, row: Row, planned: Planned): Cautions {
  const { of, known } = planned
  return useMemo(() => {
    const numbersPictures = row.workflows.some(({ rules = [] }) =>
      rules.some((rule) => 'markers' in rule && rule.of === 'referenceImages'),
    )
    const found = lint(
      { ...board, look: lookFor(row.provider, board.look) },
      {
        names: known,
        limit: (id) => limitOf(row, of.get(id)),
        numbersPictures,
        silent: !row.workflows.some(({ fields }) => fields.sound),
      },
    )
    const byShot = new Map<string, Caution[]>()
    for (const caution of found) byShot.set(caution.shotId, [...(byShot.get(caution.shotId) ?? []), caution])
    return byShot
  }, [board, row, of, known])
}
