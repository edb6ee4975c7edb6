'use client'
// A shot is picked: it is selected, the playhead goes to it, and on narrow windows its drawer opens or the list's closes.
import { useCallback, useEffect, useMemo, useRef } from 'react'
import type { Control } from '@/components/media/player-control'
import { focusWords } from './command/key'
import type { Select } from './desk/act'
import type { Piece } from './stage/play'
import type { useSelection } from './use-selection'

type Given = {
  selection: ReturnType<typeof useSelection>
  pieces: readonly Piece[]
  control: Control
  wide: boolean
  roomy: boolean
  /** A press takes the shot along with those that are selected. */
  marking: boolean
  onDrawer: (drawer: 'shot' | undefined) => void
}

export function usePick({ selection, pieces, control, wide, roomy, marking, onDrawer }: Given) {
  const { pick: mark, many, ids } = selection
  const id = selection.shot?.id
  const seek = useRef((_: string) => {})
  seek.current = (id) => {
    const piece = pieces.find((one) => one.shot.id === id)
    const here = control.time()
    if (piece && !control.playing && (here < piece.start || here >= piece.end)) control.seek(piece.start)
  }
  // What was added or moved is on the clock a moment later than it is selected.
  const place = pieces.findIndex(({ shot }) => shot.id === id)
  useEffect(() => {
    if (id !== undefined && place >= 0) seek.current(id)
  }, [id, place])
  const show = useCallback(
    (id: string, how?: 'toggle' | 'range') => {
      mark(id, how)
      seek.current(id)
    },
    [mark],
  )
  const select: Select = useCallback(
    (id, edit = false, how) => {
      const along = how ?? (marking && !edit ? 'toggle' : undefined)
      show(id, along)
      if (edit || (!wide && !along)) onDrawer('shot')
      if (edit) focusWords(id)
    },
    [show, wide, marking, onDrawer],
  )
  /** From the list of shots, whose drawer then closes. */
  const pick = useCallback(
    (id: string, how?: 'toggle' | 'range') => {
      show(id, how)
      if (!roomy && !how) onDrawer(undefined)
    },
    [show, roomy, onDrawer],
  )
  const held = useRef(ids)
  held.current = ids
  const selecting = useMemo(() => ({ select, many, selected: () => held.current }), [select, many])
  return { show, pick, selecting }
}
