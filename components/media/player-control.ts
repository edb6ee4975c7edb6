'use client'
// A plain film element under our own hands: frames, shuttle, loop. Its time is read by leaves, so nothing else renders at 60 Hz.
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { frameAt, middleOf } from './time-code'

const speeds = [1, 2, 4, 8] as const

export type Control = {
  fps: number
  /** Seconds; 0 until known. */
  duration: number
  playing: boolean
  /** −8 … 8; 0 stands. */
  rate: number
  muted: boolean
  loop: boolean
  toggle(): void
  pause(): void
  /** To the middle of the frame that is seen at this second. */
  seek(seconds: number): void
  step(frames: number): void
  /** J and L: one faster in this direction; K is `pause`. */
  shuttle(direction: -1 | 1): void
  setMuted(muted: boolean): void
  setLoop(loop: boolean): void
  /** Current second, for whoever draws it. */
  time(): number
  watch(tell: () => void): () => void
}

/** @param known seconds from the file's facts, until the element knows better. */
export function useControl(video: RefObject<HTMLVideoElement | null>, fps: number, known: number): Control {
  const [duration, setDuration] = useState(known)
  const [playing, setPlaying] = useState(false)
  const [rate, setRate] = useState(0)
  const [muted, setMutedState] = useState(false)
  const [loop, setLoopState] = useState(true)
  const watchers = useRef(new Set<() => void>())
  const reverse = useRef(0)

  const tellAll = useCallback(() => {
    for (const tell of watchers.current) tell()
  }, [])

  const halt = useCallback(() => {
    cancelAnimationFrame(reverse.current)
    reverse.current = 0
  }, [])

  useEffect(() => {
    const film = video.current
    if (!film) return
    let frame = 0
    const follow = () => {
      tellAll()
      frame = requestAnimationFrame(follow)
    }
    const on: Partial<Record<keyof HTMLMediaElementEventMap, () => void>> = {
      play: () => {
        setPlaying(true)
        cancelAnimationFrame(frame)
        follow()
      },
      pause: () => {
        cancelAnimationFrame(frame)
        if (reverse.current === 0) {
          setPlaying(false)
          setRate(0)
        }
        tellAll()
      },
      seeked: tellAll,
      timeupdate: tellAll,
      loadedmetadata: () => {
        if (Number.isFinite(film.duration)) setDuration(film.duration)
        tellAll()
      },
      volumechange: () => setMutedState(film.muted),
    }
    for (const [name, act] of Object.entries(on)) film.addEventListener(name, act)
    return () => {
      cancelAnimationFrame(frame)
      halt()
      for (const [name, act] of Object.entries(on)) film.removeEventListener(name, act)
    }
  }, [video, tellAll, halt])

  return useMemo(() => {
    const film = () => video.current
    const last = Math.max(0, frameAt(duration, fps) - 1)
    const run = (speed: number) => {
      halt()
      const at = film()
      if (!at) return
      at.playbackRate = speed
      setRate(speed)
      // Refused by the browser (no sound without a press): it stays paused, and the button says so.
      at.play().catch(() => setPlaying(false))
    }
    // Browsers do not play backwards: it is sought frame by frame.
    const back = (speed: number) => {
      const at = film()
      if (!at) return
      halt()
      reverse.current = -1
      at.pause()
      setPlaying(true)
      setRate(-speed)
      let before = performance.now()
      let target = at.currentTime
      const stepBack = (now: number) => {
        target -= ((now - before) / 1000) * speed
        before = now
        if (target <= 0) {
          at.currentTime = middleOf(0, fps)
          halt()
          setPlaying(false)
          setRate(0)
          return
        }
        if (!at.seeking) at.currentTime = middleOf(frameAt(target, fps), fps)
        reverse.current = requestAnimationFrame(stepBack)
      }
      reverse.current = requestAnimationFrame(stepBack)
    }
    const pause = () => {
      halt()
      film()?.pause()
      setPlaying(false)
      setRate(0)
    }
    const toFrame = (frame: number) => {
      const at = film()
      if (at) at.currentTime = middleOf(Math.max(0, Math.min(last, frame)), fps)
    }
    return {
      fps,
      duration,
      playing,
      rate,
      muted,
      loop,
      pause,
      toggle: () => (playing ? pause() : run(1)),
      seek: (seconds) => toFrame(frameAt(seconds, fps)),
      step(frames) {
        pause()
        toFrame(frameAt(film()?.currentTime ?? 0, fps) + frames)
      },
      shuttle(direction) {
        const same = Math.sign(rate) === direction
        const next = same ? (speeds.find((speed) => speed > Math.abs(rate)) ?? 8) : 1
        if (direction > 0) run(next)
        else back(next)
      },
      setMuted(next) {
        const at = film()
        if (at) at.muted = next
      },
      setLoop: setLoopState,
      time: () => film()?.currentTime ?? 0,
      watch(tell) {
        watchers.current.add(tell)
        return () => watchers.current.delete(tell)
      },
    }
  }, [video, fps, duration, playing, rate, muted, loop, halt])
}

/** The current second; renders only who asks, and only when the frame changes. */
export function useFrame({ watch, time, fps }: Control): number {
  return useSyncExternalStore(
    watch,
    () => frameAt(time(), fps),
    () => 0,
  )
}
