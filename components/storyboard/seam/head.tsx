'use client'
// What the next shot begins with: its take, else its first picture, else a slate.
import { useEffect } from 'react'
import { still } from '@/components/media/still'
import type { Medium } from '@/lib/media/medium'
import type { BoardShot } from '@/lib/storyboard/storyboard'
import type { ShotState } from '../shot/state'
import type { Measured } from './compare'
import { useHead, useMeasured } from './view'

type Measuring = { onMeasure: (measured: Measured | undefined) => void }

export function Head({ shot, state, onMeasure }: Measuring & { shot: BoardShot; state: ShotState }) {
  const src = useHead(shot, state)
  return <Side src={src} words={shot.prompt} onMeasure={onMeasure} />
}

export function SideStill({ shot, own, onMeasure }: Measuring & { shot: BoardShot; own: Medium | undefined }) {
  return <Side src={own && still(own)} words={shot.prompt} onMeasure={onMeasure} />
}

function Side({ src, words, onMeasure }: Measuring & { src: string | undefined; words: string }) {
  const measured = useMeasured(src)
  useEffect(() => onMeasure(measured), [measured, onMeasure])
  return (
    <div className="flex aspect-video overflow-hidden items-center justify-center bg-monitor" data-theme="dark">
      {src ? (
        <img alt="" src={src} className="size-full object-contain" />
      ) : (
        <p className="line-clamp-6 max-w-[46ch] p-6 text-15 text-ink">{words || 'No words yet'}</p>
      )}
    </div>
  )
}
