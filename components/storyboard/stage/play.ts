'use client'
// The board's own clock: it plays from any shot, for free, at the authored seconds.
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Control } from '@/components/media/player-control'
import { frameAt, middleOf, usualFps } from '@/components/media/time-code'
import type { BoardShot } from '@/lib/storyboard/storyboard'
import type { ShotState } from '../shot/state'

/** Seconds on the board. */
export type Piece = { shot: BoardShot; state: ShotState; at: number; start: number; end: number }

export function piecesOf(shots: readonly BoardShot[], states: ReadonlyMap<string, ShotState>): Piece[] {
  let start = 0
  return shots.flatMap((shot, at) => {
    const state = states.get(shot.id)
    if (!state) return []
    const piece = { shot, state, at, start, end: start + shot.duration }
    start = piece.end
    return [piece]
  })
}

/** A stretch of time that can be looped. */
type Span = Pick<Piece, 'start' | 'end'>

export const pieceAt = <S extends Span>(pieces: readonly S[], second: number): S | undefined =>
  pieces.find(({ end }) => second < end - 1e-6) ?? pieces.at(-1)

const speeds = [1, 2, 4, 8] as const

/** @param loops whether it begins with its loop on. @param fps of the frames it steps by. */
export function useBoardControl(pieces: readonly Span[], loops = false, fps = usualFps): Control {
  const duration = pieces.at(-1)?.end ?? 0
  const clock = useRef({ second: 0, before: 0 })
  const watchers = useRef(new Set<() => void>())
  const [rate, setRate] = useState(0)
  const [muted, setMuted] = useState(false)
  const [loop, setLoop] = useState(loops)
  const tell = useRef(() => {
    for (const watcher of watchers.current) watcher()
  }).current

  useEffect(() => {
    if (clock.current.second > duration) clock.current.second = Math.max(0, duration - 1 / fps)
    tell()
  }, [duration, fps, tell])

  useEffect(() => {
    if (rate === 0) return
    let frame = 0
    clock.current.before = performance.now()
    const tick = (now: number) => {
      const { second, before } = clock.current
      const here = pieceAt(pieces, second)
      // The first frame may have begun before the press.
      let next = second + (Math.max(0, now - before) / 1000) * rate
      if (loop && here && next >= here.end) next = here.start
      else if (loop && here && next < here.start) next = here.end - 1 / fps
      const over = next >= duration || next < 0
      clock.current = { second: over ? (next < 0 ? 0 : Math.max(0, duration - 1 / fps)) : next, before: now }
      tell()
      if (over) setRate(0)
      else frame = requestAnimationFrame(tick)
    }
    frame = requestAnimationFrame(tick)
    return () => cancelAnimationFrame(frame)
  }, [rate, loop, duration, fps, pieces, tell])

  return useMemo((): Control => {
    const toFrame = (frame: number) => {
      const last = Math.max(0, Math.ceil(duration * fps) - 1)
      clock.current.second = middleOf(Math.max(0, Math.min(last, frame)), fps)
      tell()
    }
    const atEnd = () => frameAt(clock.current.second, fps) >= Math.ceil(duration * fps) - 1
    const run = (speed: number) => {
      if (duration === 0) return
      if (speed > 0 && atEnd()) toFrame(0)
      setRate(speed)
    }
    return {
      fps,
      duration,
      playing: rate !== 0,
      rate,
      muted,
      loop,
      pause: () => setRate(0),
      toggle: () => (rate !== 0 ? setRate(0) : run(1)),
      seek: (second) => toFrame(frameAt(second, fps)),
      step(frames) {
        setRate(0)
        toFrame(frameAt(clock.current.second, fps) + frames)
      },
      shuttle(direction) {
        const same = Math.sign(rate) === direction
        run(direction * (same ? (speeds.find((speed) => speed > Math.abs(rate)) ?? 8) : 1))
      },
      setMuted,
      setLoop,
      time: () => clock.current.second,
      watch(watcher) {
        watchers.current.add(watcher)
        return () => watchers.current.delete(watcher)
      },
    }
  }, [duration, fps, rate, muted, loop, tell])
}
