'use client'
// The board to scale beneath its player: thumbnails, blocks, and the playhead.
import { type KeyboardEvent, memo, type PointerEvent } from 'react'
import { type Control, useFrame } from '@/components/media/player-control'
import { timeCode } from '@/components/media/time-code'
import { cx } from '@/components/ui/cx'
import { seconds } from '@/components/ui/figure'
import type { Block } from '@/lib/storyboard/plan'
import { blockPrice } from '../plan/money'
import { ShotPicture } from '../shot/picture'
import type { Piece } from './play'

type Props = {
  control: Control
  pieces: readonly Piece[]
  blocks: readonly Block[]
  selected: string | undefined
  onPick: (id: string) => void
}

export function StageStrip({ control, pieces, blocks, selected, onPick }: Props) {
  const { duration, fps } = control
  const scrub = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    control.seek(Math.max(0, Math.min(0.9999, (event.clientX - box.left) / box.width)) * duration)
  }
  const press = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1, PageUp: Math.round(fps), PageDown: -Math.round(fps) }[event.key]
    if (step === undefined || event.altKey || event.metaKey || event.ctrlKey) return
    event.preventDefault()
    control.step(step)
  }
  return (
    <div className="flex flex-col gap-1">
      <Slider
        control={control}
        onKeyDown={press}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          control.pause()
          scrub(event)
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) scrub(event)
        }}
        onPointerUp={() => {
          const here = pieces.find(({ end }) => control.time() < end)
          if (here) onPick(here.shot.id)
        }}
      >
        {pieces.map(({ shot, state }) => (
          <Thumb key={shot.id} shot={shot} state={state} on={shot.id === selected} />
        ))}
      </Slider>
      <div aria-hidden className="flex gap-0.5 text-12 tabular-nums">
        {blocks.map((block) => (
          <BlockMark key={block.shotIds[0]} block={block} />
        ))}
      </div>
    </div>
  )
}

const Thumb = memo(function Thumb({ shot, state, on }: Pick<Piece, 'shot' | 'state'> & { on: boolean }) {
  return (
    <span
      style={{ flexGrow: shot.duration, flexBasis: 0 }}
      className={cx(
        'h-full min-w-0 overflow-hidden rounded-[2px] bg-raised',
        on && 'outline-1 -outline-offset-1 outline-accent-edge',
      )}
    >
      <ShotPicture shot={shot} state={state} crop />
    </span>
  )
})

const BlockMark = memo(function BlockMark({ block }: { block: Block }) {
  return (
    <span
      style={{ flexGrow: block.seconds, flexBasis: 0 }}
      className="flex min-w-0 items-center gap-1.5 overflow-hidden border-x border-t border-edge px-1.5 pt-0.5 whitespace-nowrap text-ink-2"
    >
      <span className="font-medium text-ink">{block.name}</span>
      <span className="max-md:hidden">{seconds(block.seconds)}</span>
      <span className="ml-auto max-md:hidden">{blockPrice(block)}</span>
    </span>
  )
})

type SliderProps = Omit<React.ComponentProps<'div'>, 'role' | 'tabIndex'> & { control: Control }

function Slider({ control, children, ...rest }: SliderProps) {
  const frame = useFrame(control)
  const { duration, fps } = control
  const share = duration > 0 ? Math.min(1, control.time() / duration) : 0
  return (
    <div
      {...rest}
      role="slider"
      tabIndex={0}
      aria-label="Position"
      aria-valuemin={0}
      aria-valuemax={Math.max(1, Math.round(duration * fps))}
      aria-valuenow={frame}
      aria-valuetext={timeCode(frame / fps + 0.0001, fps)}
      className="relative flex h-10 touch-none gap-0.5 select-none max-md:h-11"
    >
      {children}
      <span
        aria-hidden
        className="pointer-events-none absolute -top-1.5 -bottom-1 w-0.5 -translate-x-1/2 bg-accent-edge before:absolute before:-top-0.5 before:left-1/2 before:h-1.5 before:w-2.5 before:-translate-x-1/2 before:rounded-[3px] before:bg-accent-edge"
        style={{ left: `${share * 100}%` }}
      />
    </div>
  )
}
