'use client'
// Choosing a subject by clicking on it: the frame, the points in it, and a preview of what is chosen throughout.
import { Eraser, Play, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Asset } from '@/lib/media/asset'
import type { ProviderId } from '@/lib/models/row'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { ErrorLine } from '../ui/field'
import { IconButton } from '../ui/icon-button'
import { Slider } from '../ui/slider'
import { useSession } from './ask'
import { Frame } from './frame'
import { countOf, full, lastSession, type Session, timeOf } from './session'

type Props = {
  open: boolean
  onClose: () => void
  provider: ProviderId
  film: Asset
  most: { frames: number; points: number }
  /** The session that the draft names now. */
  named: string | undefined
  onUse: (session: string) => void
}

export function Chooser({ open, onClose, ...rest }: Props) {
  return (
    <Dialog open={open} onClose={onClose} title="Choose by clicking" full>
      {open && <Opened {...rest} onClose={onClose} />}
    </Dialog>
  )
}

function Opened({ provider, film, most, named, onUse, onClose }: Omit<Props, 'open'>) {
  const [start] = useState(() => {
    const last = lastSession()
    return last && last.film === film.id && (named === undefined || last.session === named) ? last : undefined
  })
  const desk = useSession(provider, start)
  const { session, busy, refused, open } = desk
  // biome-ignore lint/correctness/useExhaustiveDependencies: the film is opened once, and again only by the button
  useEffect(() => {
    if (!start) void open(film.id)
  }, [])
  if (!session)
    return (
      <div className="flex flex-col items-start gap-3 p-5">
        {refused === undefined ? (
          <p className="text-ink-2">Opening {film.name} at the provider…</p>
        ) : (
          <>
            <ErrorLine>{refused}</ErrorLine>
            <Button onClick={() => void open(film.id)}>Try again</Button>
          </>
        )}
      </div>
    )
  return (
    <Desk
      session={session}
      desk={desk}
      film={film}
      most={most}
      busy={busy}
      onUse={() => {
        onUse(session.session)
        onClose()
      }}
    />
  )
}

type DeskProps = {
  session: Session
  desk: ReturnType<typeof useSession>
  film: Asset
  most: Props['most']
  busy: boolean
  onUse: () => void
}

function Desk({ session, desk, film, most, busy, onUse }: DeskProps) {
  const [frame, setFrame] = useState(() => Number(Object.keys(session.points)[0] ?? 0))
  const [why, setWhy] = useState<string>()
  const [preview, setPreview] = useState<string>()
  useEffect(() => () => void (preview && URL.revokeObjectURL(preview)), [preview])
  const spots = session.points[frame] ?? []
  const used = Object.keys(session.points)
    .map(Number)
    .sort((a, b) => a - b)
  const change = (work: Promise<unknown>) => {
    setWhy(undefined)
    setPreview(undefined)
    void work
  }
  const clock = (at: number) => `${timeOf(at, session).toFixed(2)}\u202fs`
  return (
    <>
      <div className="flex min-h-0 flex-1 max-md:min-h-fit max-md:flex-col">
        <div className="flex min-h-0 min-w-0 flex-1 flex-col max-md:h-[56dvh] max-md:flex-none">
          <div className="min-h-0 flex-1">
            {preview ? (
              <div className="flex size-full items-center justify-center bg-monitor p-3" data-theme="dark">
                <video src={preview} controls autoPlay muted loop playsInline className="size-full object-contain" />
              </div>
            ) : (
              <Frame
                session={session}
                film={film.url}
                frame={frame}
                spots={spots}
                outlines={desk.outlines[frame] ?? []}
                busy={busy}
                onSet={(spot) => {
                  const reason = full(session, frame, most)
                  if (reason) return setWhy(reason)
                  change(desk.point(session, 'set', frame, spot))
                }}
                onDrop={(at) => {
                  const spot = spots[at]
                  if (spot) change(desk.point(session, 'drop', frame, spot))
                }}
              />
            )}
          </div>
          <div className="flex items-center gap-3 border-t border-line px-4 py-1.5">
            <span className="w-28 shrink-0 text-12 text-ink-2 tabular-nums">
              Frame {frame + 1} of {session.frames}
            </span>
            <Slider
              label="Frame"
              value={frame}
              min={0}
              max={session.frames - 1}
              onChange={(next) => {
                setPreview(undefined)
                setFrame(next)
              }}
              valueText={(at) => `frame ${at + 1}, ${clock(at)}`}
              className="min-w-0 flex-1"
            />
            <span className="w-14 shrink-0 text-right text-12 text-ink-3 tabular-nums">{clock(frame)}</span>
          </div>
        </div>
        <aside className="flex w-76 shrink-0 flex-col gap-3 overflow-y-auto border-l border-line p-3 max-md:w-full max-md:overflow-visible max-md:border-t max-md:border-l-0">
          <p className="text-12 text-ink-3">
            Click on the subject; click a point to take it back. Up to {most.points} points in a frame, and{' '}
            {most.frames} frames.
          </p>
          <ul aria-label="Points" className="flex flex-col gap-1 empty:hidden">
            {used.map((at) => (
              <li key={at} className="flex flex-wrap items-center gap-1 rounded-control bg-raised py-1 pr-1 pl-2">
                <button
                  type="button"
                  aria-pressed={at === frame}
                  onClick={() => {
                    setPreview(undefined)
                    setFrame(at)
                  }}
                  className="room mr-auto text-13 font-medium hover:underline"
                >
                  Frame {at + 1} <span className="font-normal text-ink-3">{clock(at)}</span>
                </button>
                {(session.points[at] ?? []).map((spot, index) => (
                  <IconButton
                    key={`${spot.x} ${spot.y}`}
                    label={`Take point ${index + 1} of frame ${at + 1} back`}
                    size="card"
                    disabled={busy}
                    onClick={() => change(desk.point(session, 'drop', at, spot))}
                  >
                    <X />
                  </IconButton>
                ))}
              </li>
            ))}
          </ul>
          <div className="flex flex-wrap gap-2">
            <Button
              icon={<Play className="size-4" />}
              disabled={busy || used.length === 0}
              onClick={() => void desk.show(session).then(setPreview)}
            >
              Preview
            </Button>
            <Button
              kind="quiet"
              icon={<Eraser className="size-4" />}
              disabled={busy || used.length === 0}
              onClick={() => change(desk.clear(session))}
            >
              Clear all
            </Button>
          </div>
          <p role="status" className="text-12 text-ink-2 empty:hidden">
            {busy ? 'Asking the provider…' : ''}
          </p>
          {why !== undefined && <ErrorLine>{why}</ErrorLine>}
          {desk.refused !== undefined && <ErrorLine>{desk.refused}</ErrorLine>}
        </aside>
      </div>
      <div className="bottom-0 z-2 flex items-center justify-end gap-3 border-t border-line bg-overlay px-4 py-3 max-md:sticky md:rounded-b-popover">
        <span className="text-12 text-ink-3">The provider keeps it for 24 hours.</span>
        <Button
          kind="next"
          size="bar"
          {...(used.length === 0 ? { reason: 'Click on the subject first' } : {})}
          onClick={() => used.length > 0 && onUse()}
        >
          Use {countOf(session)} {countOf(session) === 1 ? 'point' : 'points'}
        </Button>
      </div>
    </>
  )
}
