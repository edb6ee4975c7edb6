'use client'
// The two sides of a seam: the film before and where it ends, and what the next shot begins with.
import { useEffect, useState } from 'react'
import { still } from '@/components/media/still'
import { usualFps } from '@/components/media/time-code'
import type { Asset } from '@/lib/media/asset'
import type { Block } from '@/lib/storyboard/plan'
import type { Board, BoardShot } from '@/lib/storyboard/storyboard'
import type { BlockProps } from '../plan/note'
import { useFrameOf } from '../shot/frame-draw'
import { stillOfShot } from '../shot/picture'
import type { ShotState } from '../shot/state'
import type { ShotView } from '../shot/view'
import { differences, type Measured, measureDrawn } from './compare'
import { plannedEnd } from './plan'

export type SeamProps = BlockProps & { view: (shot: BoardShot, at: number) => ShotView }

/** Where two blocks meet: the shots on its two sides, how they stand, and what was wished of it. */
export type Meeting = {
  block: Block
  before: Block
  left: BoardShot
  right: BoardShot
  /** The place of the one at the right. */
  at: number
  tail: ShotState
  head: ShotState
  wishes: Board['wishes'] | undefined
}

/** `first` and `last` are frames of the film, both within the shot. */
export type TailFilm = { film: Asset; fps: number; first: number; last: number; task: string }

/** The part of a film that is the shot before the seam; nothing where it has none. */
export function tailFilm({ film, from = 0, seconds = 0, takeId }: ShotState): TailFilm | undefined {
  if (!film || !takeId || film.kind !== 'video') return
  const fps = film.fps ?? usualFps
  const end = from + seconds
  const over = film.duration !== undefined && end > film.duration - 0.5 / fps
  const frames = Math.round((film.duration ?? end) * fps)
  const last = over || film.duration === undefined ? frames - 1 : Math.ceil(end * fps - 0.001) - 1
  return { film, fps, first: Math.round(from * fps), last: Math.max(0, last), task: takeId }
}

/** The frame that the next block starts from: the picked one, else the last. */
export function startFrame({ wishes }: Pick<Board, 'wishes'>, shotId: string, { task, fps, last }: TailFilm): number {
  const picked = wishes?.starts?.[shotId]
  return picked?.task === task ? Math.min(last, Math.floor(picked.at * fps + 0.001)) : last
}

/** What the next shot begins with, drawn: its take, else its first picture; nothing where a slate stands. */
export function useHead(shot: BoardShot, state: ShotState): string | undefined {
  const frame = useFrameOf(state.film, state.from ?? 0)
  return frame ?? stillOfShot(shot)
}

/** The pixels of a picture by its address; nothing until it is there, and for what the browser may not read. */
export function useMeasured(src: string | undefined): Measured | undefined {
  const [found, setFound] = useState<{ src: string; measured: Measured | undefined }>()
  useEffect(() => {
    if (!src) return
    let here = true
    const image = new Image()
    image.src = src
    image
      .decode()
      .then(() => here && setFound({ src, measured: measureDrawn(image) }))
      .catch(() => undefined)
    return () => {
      here = false
    }
  }, [src])
  return found?.src === src ? found?.measured : undefined
}

/** Sentences on where the two sides of a seam that is no cut differ strongly; without a film, by the picture that is planned for its end. */
export function useWarning(given: Omit<Meeting, 'before' | 'at'>): string[] {
  const { block, left, tail, right: shot, head: state, wishes } = given
  const watched = block.seam !== 'cut'
  const film = watched ? tailFilm(tail) : undefined
  const last = useFrameOf(film?.film, film ? startFrame({ wishes }, shot.id, film) / film.fps : 0)
  const end = watched && !film ? plannedEnd(left) : undefined
  const ends = end?.sure ? still(end.picture) : last
  const shared = wishes?.keyframes?.[shot.id]
  const begins = useHead(shot, watched ? state : nothing)
  const [a, b, c] = [useMeasured(ends), useMeasured(shared && still(shared)), useMeasured(watched ? begins : undefined)]
  if (!watched) return []
  const pairs =
    block.seam === 'keyframe'
      ? [a && b && differences(a, b), b && c && differences(b, c)]
      : [a && c && differences(a, c)]
  return [...new Set(pairs.flatMap((one) => one ?? []))]
}

const nothing: ShotState = { kind: 'missing', icon: 'ring', tone: '', words: '' }
