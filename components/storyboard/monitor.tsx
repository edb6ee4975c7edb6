'use client'
// The picture at the playhead: the take where there is one, else the still, else a slate with the words.
import { useEffect, useEffectEvent, useRef, useSyncExternalStore } from 'react'
import type { Control } from '@/components/media/player-control'
import type { Asset } from '@/lib/media/asset'
import { type Piece, pieceAt } from './board-play'
import { stillOfShot } from './picture'

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
  const films = [current, next].filter((piece) => piece?.state.film !== undefined)
  // Two shots of one film share its element, and the film to come is already there when it is needed.
  const shown = new Map(films.flatMap((piece) => (piece?.state.film ? [[piece.state.film.id, piece] as const] : [])))
  if (current?.state.film) shown.set(current.state.film.id, current)
  return (
    <div className="relative flex size-full min-h-0 items-center justify-center bg-monitor">
      {[...shown].map(
        ([id, piece]) =>
          piece.state.film && (
            <Film key={id} film={piece.state.film} piece={piece} control={control} active={piece === current} />
          ),
      )}
      {current && !current.state.film && <Still piece={current} />}
      {captions && current?.shot.dialogue && (
        <p className="absolute inset-x-0 bottom-3 mx-auto w-fit max-w-[80%] rounded-control bg-monitor/85 px-2.5 py-1 text-center text-14">
          {current.shot.dialogue}
        </p>
      )}
    </div>
  )
}

function Still({ piece: { shot, at } }: { piece: Piece }) {
  const own = stillOfShot(shot)
  if (own) return <img alt={`Still of shot ${at + 1}`} src={own} className="size-full object-contain opacity-50" />
  return (
    <div className="flex aspect-video h-full max-h-full max-w-full flex-col justify-center border border-line bg-raised p-6">
      <p className="font-mono text-12 text-ink-2">{String(at + 1).padStart(2, '0')}</p>
      <p className="line-clamp-6 max-w-[46ch] text-15">{shot.prompt || 'No words yet'}</p>
    </div>
  )
}

/** Seconds that picture and clock may part before the film is put right. */
const drift = 0.12

type FilmProps = { film: Asset; piece: Piece; control: Control; active: boolean }

function Film({ film, piece, control, active }: FilmProps) {
  const video = useRef<HTMLVideoElement>(null)
  const follow = useEffectEvent(() => {
    const at = video.current
    if (!at || at.readyState === 0) return
    const { from = 0, seconds = 0 } = piece.state
    const since = active ? control.time() - piece.start : 0
    const wanted = from + Math.max(0, Math.min(since, seconds - 1 / 48))
    const plays = active && control.rate > 0 && since < seconds
    at.muted = control.muted
    if (plays) {
      at.playbackRate = control.rate
      if (Math.abs(at.currentTime - wanted) > drift * control.rate) at.currentTime = wanted
      // Refused without a press on the page: the picture is then sought frame by frame.
      if (at.paused) at.play().catch(() => at.paused && !at.seeking && Object.assign(at, { currentTime: wanted }))
      return
    }
    if (!at.paused) at.pause()
    if (!at.seeking && Math.abs(at.currentTime - wanted) > 1 / 100) at.currentTime = wanted
  })
  const { watch } = control
  useEffect(() => {
    follow()
    return watch(() => follow())
  }, [watch])
  return (
    // biome-ignore lint/a11y/useMediaCaption: what is said stands in the caption line
    <video
      ref={video}
      src={film.url}
      poster={film.posterUrl}
      preload="auto"
      playsInline
      aria-label={active ? 'Film' : undefined}
      aria-hidden={active ? undefined : true}
      onLoadedData={follow}
      onSeeked={follow}
      className={active ? 'size-full object-contain' : 'pointer-events-none absolute size-px opacity-0'}
    />
  )
}
