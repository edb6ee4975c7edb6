'use client'
// The picture at the playhead: the take where there is one, else a picture, else a slate. What comes next is there already,
// and what was seen stays until it is: between two takes nothing is ever black.
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { Control } from '@/components/media/player-control'
import { stillOfShot } from '../shot/picture'
import { MonitorFilm } from './monitor-film'
import { MonitorStill } from './monitor-still'
import { type Piece, pieceAt } from './play'

type Props = { control: Control; pieces: readonly Piece[]; captions: boolean }

/** Which shot the playhead stands in; renders only when that changes. */
export function useCurrent(control: Control, pieces: readonly Piece[]): Piece | undefined {
  const at = useSyncExternalStore(
    control.watch,
    () => pieceAt(pieces, control.time())?.at,
    () => undefined,
  )
  return at === undefined ? undefined : pieces[at]
}

export function Monitor({ control, pieces, captions }: Props) {
  const current = useCurrent(control, pieces)
  const next = current && pieces[current.at + 1]
  const reels = useMemo(() => reelsOf(pieces), [pieces])
  const [drawn, setDrawn] = useState<ReadonlySet<string>>(new Set())
  const wanted = current && reels[current.at]
  const front = useRef<{ reel: string; piece: Piece }>(undefined)
  // Until a frame of the wanted one is there, the one before stays in front as it is.
  const late = wanted !== undefined && !drawn.has(wanted) && front.current !== undefined
  const shown = late ? front.current?.reel : wanted
  useEffect(() => {
    front.current = late ? front.current : wanted && current ? { reel: wanted, piece: current } : undefined
  })
  const mounted = new Map<string, { piece: Piece; mode: 'on' | 'cue' | 'still' }>()
  const mount = (piece: Piece | undefined, mode: 'on' | 'cue' | 'still') => {
    const reel = piece && reels[piece.at]
    if (piece && reel && !mounted.has(reel)) mounted.set(reel, { piece, mode })
  }
  mount(current, 'on')
  if (late) mount(front.current?.piece, 'still')
  mount(next, 'cue')
  const reelsMounted = [...mounted.keys()].join('\n')
  useEffect(() => {
    const held = new Set(reelsMounted.split('\n'))
    setDrawn((before) =>
      [...before].every((reel) => held.has(reel)) ? before : new Set([...before].filter((reel) => held.has(reel))),
    )
  }, [reelsMounted])
  const see = useCallback(
    (reel: string) => setDrawn((before) => (before.has(reel) ? before : new Set([...before, reel]))),
    [],
  )
  usePreload(next)
  return (
    <div className="relative flex size-full min-h-0 items-center justify-center overflow-hidden bg-monitor">
      {[...mounted].map(
        ([reel, { piece, mode }]) =>
          piece.state.film && (
            <MonitorFilm
              key={reel}
              film={piece.state.film}
              place={{ from: piece.state.from ?? 0, seconds: piece.state.seconds ?? 0, start: piece.start }}
              control={control}
              mode={mode}
              label={reel === shown ? 'Film' : undefined}
              onDrawn={() => see(reel)}
              className="absolute inset-0 size-full object-contain"
              style={{ opacity: reel === shown ? 1 : 0 }}
            />
          ),
      )}
      {current && !current.state.film && <MonitorStill key={current.shot.id} piece={current} control={control} />}
      {captions && current?.shot.dialogue && (
        <p className="absolute inset-x-0 bottom-3 mx-auto w-fit max-w-[80%] rounded-control bg-monitor/85 px-2.5 py-1 text-center text-14">
          {current.shot.dialogue}
        </p>
      )}
    </div>
  )
}

/** Neighbours that follow each other in one film as well play on in one element; every other part has its own. */
function reelsOf(pieces: readonly Piece[]): (string | undefined)[] {
  let reel: string | undefined
  return pieces.map(({ state }, at) => {
    const before = pieces[at - 1]
    const goesOn =
      before?.state.film !== undefined &&
      before.state.film.id === state.film?.id &&
      Math.abs((before.state.from ?? 0) + before.end - before.start - (state.from ?? 0)) < 1 / 100
    if (!goesOn) reel = state.film && `${state.film.id} ${at}`
    return reel
  })
}

function usePreload(piece: Piece | undefined) {
  const src = piece && !piece.state.film ? stillOfShot(piece.shot) : undefined
  useEffect(() => {
    if (src) new Image().src = src
  }, [src])
}
