'use client'
// The seam itself: the end of the film before and the beginning of the next side by side, and the way they meet.
import { OctagonAlert, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { still } from '@/components/media/still'
import { middleOf } from '@/components/media/time-code'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { Dialog } from '@/components/ui/dialog'
import { TextButton } from '@/components/ui/field'
import { Segments } from '@/components/ui/segments'
import type { Medium } from '@/lib/media/medium'
import type { BoardShot } from '@/lib/storyboard/storyboard'
import { number } from '../desk/act'
import { joinReason } from '../plan/note'
import { differences, type Measured } from './compare'
import { Head } from './head'
import { SharedPicture } from './picture'
import { comparing } from './plan'
import { TailScrubber, TailStill } from './tail'
import { type SeamProps, startFrame, tailFilm, useMeasured } from './view'

type Props = SeamProps & { at: number; left: BoardShot; right: BoardShot; open: boolean; onClose: () => void }

const words = {
  cut: 'The film is cut here; nothing is carried over.',
  keyframe: 'One picture ends the block before and begins the next.',
  continue: 'The next block starts from a frame of the film before it, and waits for it.',
}

export function SeamInspector(props: Props) {
  const { block, before, row, board, act, view, at, left, right, open, onClose } = props
  const [ends, begins] = [view(left, at - 1).state, view(right, at).state]
  const film = left.picture ? undefined : tailFilm(ends)
  const start = film && startFrame(board, right.id, film)
  const [sought, seek] = useState<number>()
  const frame = sought ?? start ?? 0
  const [tail, setTail] = useState<Measured>()
  const [head, setHead] = useState<Measured>()
  const shared = block.seam === 'keyframe' ? board.wishes?.keyframes?.[right.id] : undefined
  const between = useMeasured(shared && still(shared))
  const sides = between ? [tail, between, head] : [tail, head]
  const known = sides.filter((one) => one !== undefined)
  const apart = [...new Set(known.slice(1).flatMap((one, index) => differences(known[index] ?? one, one)))]
  const takesFrame = row.workflows.some(({ fields }) => fields.frames)
  const takesBoth = row.workflows.some(({ fields }) => fields.frames?.limits.ends === 'both')
  const reason = joinReason(props)
  const pick = (to: number) => {
    if (!film) return
    act.startAt(
      right.id,
      left.id,
      to === film.last ? { task: film.task } : { task: film.task, at: middleOf(to, film.fps) },
    )
    seek(undefined)
  }
  return (
    <Dialog
      open={open}
      onClose={onClose}
      full
      title={`From block ${before?.name} to ${block.name}`}
      actions={
        <>
          {reason === undefined && (
            <Button
              kind="quiet"
              onClick={() => {
                act.wishBreak(right.id, 'join')
                onClose()
              }}
            >
              Join the two
            </Button>
          )}
          <Button onClick={onClose}>Done</Button>
        </>
      }
    >
      <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto p-4" data-seam-inspector>
        <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
          <Segments
            label="How they meet"
            value={block.seam}
            onChange={(seam) => act.meet(right.id, seam)}
            choices={[
              { value: 'cut', label: 'Cut' },
              {
                value: 'keyframe',
                label: 'Shared picture',
                reason: takesBoth ? undefined : `${row.name} takes no last frame.`,
              },
              {
                value: 'continue',
                label: 'Continue',
                reason: takesFrame ? undefined : `${row.name} takes no first frame.`,
              },
            ]}
          />
          <p className="min-w-48 flex-1 py-1.5 text-ink-2">{words[block.seam]}</p>
        </div>
        <Twice {...{ left, right, at, act, shared }} seam={block.seam} />
        <div className={cx('grid gap-4', block.seam === 'keyframe' ? 'md:grid-cols-3' : 'md:grid-cols-2')}>
          <section aria-label="The end before" className="flex min-w-0 flex-col gap-2">
            <p className="text-12 text-ink-2">
              Shot {number(at - 1)} ends {ends.film && <span className="text-ink-3">· {ends.words}</span>}
            </p>
            {film ? (
              <TailScrubber tail={film} frame={frame} onFrame={seek} onMeasure={setTail} />
            ) : (
              <TailStill shot={left} onMeasure={setTail} />
            )}
          </section>
          {block.seam === 'keyframe' && (
            <SharedPicture board={board} row={row} shot={right} act={act} film={film} frame={frame} />
          )}
          <section aria-label="The beginning after" className="flex min-w-0 flex-col gap-2">
            <p className="text-12 text-ink-2">
              Shot {number(at)} begins {begins.film && <span className="text-ink-3">· {begins.words}</span>}
            </p>
            <Head shot={right} state={begins} onMeasure={setHead} />
          </section>
        </div>
        {apart.length > 0 && (
          <ul aria-label="Strong differences" className="flex flex-col gap-1">
            {apart.map((one) => (
              <li key={one} className="flex items-start gap-2">
                <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-stale" />
                {one}
              </li>
            ))}
          </ul>
        )}
        {comparing(
          { shot: left, number: number(at - 1), hasFilm: film !== undefined },
          { shot: right, number: number(at), hasFilm: begins.film !== undefined },
        ).map((one) => (
          <p key={one} className="text-ink-2">
            {one}
          </p>
        ))}
        {known.length > 1 && apart.length === 0 && (
          <p className="text-ink-2">Shape, brightness and colour lie close together.</p>
        )}
        {block.seam === 'continue' && (
          <Start {...{ film, frame, start }} picture={left.picture !== undefined} onPick={pick} shot={number(at - 1)} />
        )}
        <ul aria-label={`Block ${block.name}`} className="flex flex-col gap-1 text-12 text-ink-2">
          <li className="font-medium text-ink">Block {block.name}</li>
          {block.why.map((one) => (
            <li key={one}>{one}</li>
          ))}
          {reason !== undefined && <li className="text-ink-3">They cannot be joined: {reason}</li>}
        </ul>
      </div>
    </Dialog>
  )
}

type TwiceProps = Pick<Props, 'left' | 'right' | 'at' | 'act'> & {
  seam: Props['block']['seam']
  shared: Medium | undefined
}

/** A shot cannot begin or end on two pictures: its own one, and that of the seam. One's own can become the seam's. */
function Twice({ left, right, at, act, seam, shared }: TwiceProps) {
  if (seam === 'cut') return null
  const open = seam === 'keyframe' && shared === undefined
  const own = [
    { shot: right, at, which: 'firstFrame', words: 'first' } as const,
    ...(seam === 'keyframe' ? [{ shot: left, at: at - 1, which: 'lastFrame', words: 'last' } as const] : []),
  ].filter(({ shot, which }) => shot[which] !== undefined)
  return own.map(({ shot, at, which, words }) => (
    <p key={which} className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <OctagonAlert aria-hidden className="size-4 shrink-0 text-failed" />
      <span>
        {open
          ? `Shot ${number(at)} has a ${words} picture of its own; here both blocks share one.`
          : `Shot ${number(at)} has a ${words} picture of its own, and this seam brings another; it cannot be made with both.`}
      </span>
      <Button
        size="tool"
        onClick={() => (open ? act.shareOwn(right.id, shot.id, which) : act.seamPicture(shot.id, which))}
      >
        {open ? 'Share that picture' : 'Use the seam’s picture'}
      </Button>
    </p>
  ))
}

type StartProps = {
  film: ReturnType<typeof tailFilm>
  frame: number
  start: number | undefined
  picture: boolean
  shot: string
  onPick: (frame: number) => void
}

/** From which frame the next block goes on. */
function Start({ film, frame, start, picture, shot, onPick }: StartProps) {
  if (picture) return <p>It starts from the picture that stands for shot {shot}.</p>
  if (!film || start === undefined)
    return <p>Shot {shot} has no film yet. The next block waits for it and starts from its last frame.</p>
  const name = (at: number) =>
    at === film.last ? 'the last frame' : `frame ${at - film.first + 1} of ${film.last - film.first + 1}`
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <p>The next block starts from {name(start)}.</p>
      {frame !== start && <Button onClick={() => onPick(frame)}>Start from {name(frame)}</Button>}
      {start !== film.last && frame === start && (
        <TextButton onClick={() => onPick(film.last)}>Start from the last frame</TextButton>
      )}
    </div>
  )
}
