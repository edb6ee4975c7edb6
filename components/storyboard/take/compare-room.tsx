'use client'
// Two films or pictures in one room: under one clock with one scrubber, side by side or one wiped over the other.
import { ArrowLeftRight, StepBack, StepForward } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, type RefObject, useMemo, useState } from 'react'
import { Strip } from '@/components/media/player-strip'
import { LoopButton, PlayButton, TimeCode } from '@/components/media/player-transport'
import { usualFps } from '@/components/media/time-code'
import { IconButton } from '@/components/ui/icon-button'
import { Segments } from '@/components/ui/segments'
import { useBoardControl } from '../stage/play'
import type { Hearing } from './compare-hear'
import { Pictures, type Side } from './compare-picture'

type Layout = 'beside' | 'wipe'

type Props = {
  /** Where its keys are heard. */
  room: RefObject<HTMLDivElement | null>
  a: Side
  b: Side
  onSwap: () => void
  /** Who is A, who is B: on both sides of the button that swaps them. */
  names: Record<'a' | 'b', ReactNode>
  /** What stands under each of them. */
  foot: (side: 'a' | 'b', hearing: Hearing) => ReactNode
  /** Keys beside those of the player. */
  keys?: Record<string, () => void>
}

export function CompareRoom({ room, a, b, onSwap, names, foot, keys }: Props) {
  const [layout, setLayout] = useState<Layout>('beside')
  const [edge, setEdge] = useState(0.5)
  const [heard, setHeard] = useState<'a' | 'b'>('a')
  const moves = a.film.kind === 'video'
  const duration = Math.max(0.1, a.seconds, b.seconds)
  const control = useBoardControl(
    useMemo(() => [{ start: 0, end: duration }], [duration]),
    true,
    // The finer of the two, so that no frame is passed over.
    Math.max(a.film.fps ?? usualFps, b.film.fps ?? usualFps),
  )
  const press = (event: KeyboardEvent) => {
    const at = event.target
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    if (at instanceof Element && at.closest('textarea, input, [role="listbox"], [role="combobox"]')) return
    const player: Record<string, () => void> = {
      j: () => control.shuttle(-1),
      k: control.pause,
      l: () => control.shuttle(1),
      ',': () => control.step(-1),
      '.': () => control.step(1),
      o: () => control.setLoop(!control.loop),
      m: () => control.setMuted(!control.muted),
      Home: () => control.seek(0),
      End: () => control.seek(duration),
      ...(at instanceof Element && at.closest('button') ? {} : { ' ': control.toggle }),
    }
    const acts: Record<string, () => void> = {
      ...(moves ? player : {}),
      x: onSwap,
      w: () => setLayout(layout === 'wipe' ? 'beside' : 'wipe'),
      ...keys,
    }
    const act = acts[event.key]
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
  const hearing = { control, heard, onHear: setHeard }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of everything in it
    <div
      ref={room}
      tabIndex={-1}
      data-theme="dark"
      onKeyDown={press}
      className="flex min-h-0 flex-1 flex-col bg-monitor text-ink outline-none md:rounded-b-popover"
    >
      <div className="flex shrink-0 flex-wrap items-center gap-2 px-4 py-2">
        {names.a}
        <IconButton label="Swap A and B" keys="X" size="tool" onClick={onSwap}>
          <ArrowLeftRight />
        </IconButton>
        {names.b}
        <span className="flex-1" />
        <Segments<Layout>
          label="How they are shown"
          size="tool"
          value={layout}
          onChange={setLayout}
          choices={[
            { value: 'beside', label: 'Side by side' },
            { value: 'wipe', label: 'Wipe' },
          ]}
        />
      </div>
      <Pictures {...{ a, b, control, heard, edge }} wipe={layout === 'wipe'} onEdge={setEdge} />
      <div className="grid shrink-0 grid-cols-2 gap-x-3 px-4 pt-2 max-md:gap-x-2">
        {foot('a', hearing)}
        {foot('b', hearing)}
      </div>
      {moves && (
        <>
          <div className="shrink-0 px-4 pt-2 pb-1">
            <Strip control={control} pieces={[{ seconds: duration }]} tall />
          </div>
          <div className="flex h-11 shrink-0 items-center justify-center gap-1 px-4 pb-1">
            <IconButton label="One frame back" keys="," side="top" onClick={() => control.step(-1)}>
              <StepBack />
            </IconButton>
            <PlayButton control={control} />
            <IconButton label="One frame on" keys="." side="top" onClick={() => control.step(1)}>
              <StepForward />
            </IconButton>
            <div className="px-3">
              <TimeCode control={control} />
            </div>
            <LoopButton control={control} />
          </div>
        </>
      )}
    </div>
  )
}
