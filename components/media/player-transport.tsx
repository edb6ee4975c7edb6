'use client'
import { Camera, Maximize, Pause, Play, Repeat, StepBack, StepForward, Volume2, VolumeX } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { Kbd } from '@/components/ui/kbd'
import { type Control, useFrame } from './player-control'
import { timeCode } from './time-code'

export function PlayButton({ control }: { control: Control }) {
  return (
    <IconButton label={control.playing ? 'Pause' : 'Play'} keys="Space" side="top" onClick={control.toggle} strong>
      {control.playing ? <Pause fill="currentColor" /> : <Play fill="currentColor" />}
    </IconButton>
  )
}

export function TimeCode({ control, total = true }: { control: Control; total?: boolean }) {
  const frame = useFrame(control)
  const { fps, duration } = control
  return (
    <p className="font-mono text-13 whitespace-nowrap text-ink max-md:text-12">
      <span>{timeCode(frame / fps + 0.0001, fps)}</span>
      {total && (
        <span className="text-ink-2 max-md:hidden">
          <span className="px-1.5">/</span>
          {timeCode(duration, fps)}
        </span>
      )}
    </p>
  )
}

export function SoundButton({ control }: { control: Control }) {
  return (
    <IconButton
      label={control.muted ? 'Sound on' : 'Sound off'}
      keys="M"
      side="top"
      onClick={() => control.setMuted(!control.muted)}
    >
      {control.muted ? <VolumeX /> : <Volume2 />}
    </IconButton>
  )
}

export function LoopButton({ control }: { control: Control }) {
  return (
    <IconButton label="Loop" keys="O" side="top" on={control.loop} onClick={() => control.setLoop(!control.loop)}>
      <Repeat />
    </IconButton>
  )
}

export function FullButton({ onFull }: { onFull: () => void }) {
  return (
    <IconButton label="Full screen" keys="F" side="top" onClick={onFull}>
      <Maximize />
    </IconButton>
  )
}

type Props = { control: Control; onFull: () => void; onStill: () => void; sound: boolean }

/** The viewer's row: frames, time code, keys, speed, loop, sound, a still. */
export function Transport({ control, onFull, onStill, sound }: Props) {
  return (
    <div className="flex h-11 items-center gap-1 max-md:gap-0">
      <IconButton label="One frame back" keys="," side="top" onClick={() => control.step(-1)}>
        <StepBack />
      </IconButton>
      <PlayButton control={control} />
      <IconButton label="One frame on" keys="." side="top" onClick={() => control.step(1)}>
        <StepForward />
      </IconButton>
      <div className="min-w-0 px-3 max-md:px-0.5">
        <TimeCode control={control} />
      </div>
      <span className="flex-1" />
      <Hint caps={['J', 'K', 'L']}>shuttle</Hint>
      <Hint caps={[',', '.']}>one frame</Hint>
      <span className="w-9 text-center text-12 text-ink-2 tabular-nums max-md:hidden">
        {control.rate < 0 ? '−' : ''}
        {Math.abs(control.rate) || 1}×
      </span>
      <LoopButton control={control} />
      {sound && <SoundButton control={control} />}
      <IconButton label="Save this frame" side="top" onClick={onStill} className="max-md:hidden">
        <Camera />
      </IconButton>
      <FullButton onFull={onFull} />
    </div>
  )
}

function Hint({ caps, children }: { caps: readonly string[]; children: ReactNode }) {
  return (
    <span aria-hidden className="mr-2 flex items-center gap-1 text-12 text-ink-2 max-lg:hidden touch:hidden">
      {caps.map((cap) => (
        <Kbd key={cap}>{cap}</Kbd>
      ))}
      {children}
    </span>
  )
}
