'use client'
// Player, transport and strip: dark in both themes.
import { Captions, SkipBack, SkipForward, StepBack, StepForward } from 'lucide-react'
import { useRef, useState } from 'react'
import type { Control } from '@/components/media/player-control'
import { usePlayerKeys } from '@/components/media/player-key'
import { FullButton, LoopButton, PlayButton, SoundButton, TimeCode } from '@/components/media/player-transport'
import { IconButton } from '@/components/ui/icon-button'
import { say } from '@/components/ui/toast'
import type { Block } from '@/lib/storyboard/plan'
import { Monitor, useCurrent } from './stage/monitor'
import type { Piece } from './stage/play'
import { StageStrip } from './stage/strip'
import type { TakeHand } from './take/hand'
import { Takes } from './take/takes'

type Props = {
  control: Control
  pieces: readonly Piece[]
  blocks: readonly Block[]
  selected: string | undefined
  onPick: (id: string) => void
  takes: TakeHand | undefined
}

export function Stage({ control, pieces, blocks, selected, onPick, takes }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const [captions, setCaptions] = useState(true)
  const full = () => {
    if (document.fullscreenElement) void document.exitFullscreen()
    else
      void box.current?.requestFullscreen().catch(() => say({ words: 'This browser does not allow full screen here.' }))
  }
  usePlayerKeys(control, full, true)
  const current = useCurrent(control, pieces)
  const hop = (by: number) => {
    const to = pieces[Math.max(0, Math.min(pieces.length - 1, (current?.at ?? 0) + by))]
    if (!to) return
    control.seek(to.start)
    onPick(to.shot.id)
  }
  return (
    <section
      ref={box}
      aria-label="Player"
      data-theme="dark"
      className="flex shrink-0 flex-col bg-monitor text-ink md:px-5 md:pt-3.5 md:pb-2"
    >
      <div className="grid min-h-0 md:h-[clamp(150px,30dvh,340px)] md:grid-cols-[100px_minmax(0,1fr)_136px] md:gap-4 lg:grid-cols-[140px_minmax(0,1fr)_192px]">
        <div className="min-w-0 max-md:hidden">
          {current && (
            <>
              <p className="text-20 tight tabular-nums">
                {String(current.at + 1).padStart(2, '0')}{' '}
                <span className="font-normal text-ink-2">of {pieces.length}</span>
              </p>
              <p className="mt-1.5 font-medium first-letter:uppercase">{current.shot.framing ?? current.shot.scene}</p>
              <p className="line-clamp-3 text-12 text-ink-2">{current.shot.camera}</p>
            </>
          )}
        </div>
        {/* In a low window it leaves room for the list that scrolls under it. */}
        <div className="min-h-0 min-w-0 max-md:aspect-video max-md:max-h-[40dvh] max-md:w-full">
          <Monitor control={control} pieces={pieces} captions={captions} />
        </div>
        <div className="min-h-0 min-w-0 max-md:hidden">
          <Takes hand={takes} fit />
        </div>
      </div>
      <div className="flex h-11 items-center justify-center gap-1 max-md:gap-0 max-md:px-2">
        <IconButton label="Shot before" side="top" onClick={() => hop(-1)}>
          <SkipBack />
        </IconButton>
        <IconButton
          label="One frame back"
          keys=","
          side="top"
          className="max-md:hidden"
          onClick={() => control.step(-1)}
        >
          <StepBack />
        </IconButton>
        <PlayButton control={control} />
        <IconButton label="One frame on" keys="." side="top" className="max-md:hidden" onClick={() => control.step(1)}>
          <StepForward />
        </IconButton>
        <IconButton label="Shot after" side="top" onClick={() => hop(1)}>
          <SkipForward />
        </IconButton>
        <div className="px-3 max-md:px-1">
          <TimeCode control={control} />
        </div>
        <span className="flex-1 md:hidden" />
        <Speed control={control} />
        <LoopButton control={control} />
        <IconButton
          label="Dialogue as captions"
          side="top"
          on={captions}
          className="max-md:hidden"
          onClick={() => setCaptions(!captions)}
        >
          <Captions />
        </IconButton>
        <SoundButton control={control} />
        <FullButton onFull={full} />
      </div>
      <div className="max-md:px-4 max-md:pb-2">
        <StageStrip control={control} pieces={pieces} blocks={blocks} selected={selected} onPick={onPick} />
      </div>
    </section>
  )
}

/** Only while it is another than the usual one. */
function Speed({ control: { rate } }: { control: Control }) {
  return (
    <span aria-live="polite" className="w-8 text-center text-12 text-ink-2 tabular-nums">
      {rate === 0 || rate === 1 ? '' : `${rate < 0 ? '−' : ''}${Math.abs(rate)}×`}
    </span>
  )
}
