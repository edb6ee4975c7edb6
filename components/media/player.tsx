'use client'
// Our own player on a plain film element. `bar`: one row under the picture, for beside a form. `stage`: strip and transport.
import { FileWarning } from 'lucide-react'
import { useRef, useState } from 'react'
import { cx } from '@/components/ui/cx'
import { say } from '@/components/ui/toast'
import type { Asset } from '@/lib/media/asset'
import { downloadAddress } from './address'
import { codecs } from './codec'
import { useControl } from './player-control'
import { usePlayerKeys } from './player-key'
import { type Piece, Strip } from './player-strip'
import { FullButton, LoopButton, PlayButton, SoundButton, TimeCode, Transport } from './player-transport'
import { timeCode, usualFps } from './time-code'

type Props = {
  film: Asset
  /** Shots to scale; without any the film is one piece. */
  pieces?: readonly Piece[]
  layout: 'bar' | 'stage'
  /** Hears its keys wherever the focus is; only one player of a screen may. */
  keys?: boolean
  className?: string
}

/** Give it `key={film.id}`: another film is another player. The stage is dark in both themes. */
export function Player({ film, pieces, layout, keys = true, className }: Props) {
  const video = useRef<HTMLVideoElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const [trouble, setTrouble] = useState<'blind' | 'broken'>()
  const fps = film.fps && film.fps > 0 ? film.fps : usualFps
  const control = useControl(video, fps, film.duration ?? 0)
  const full = () => {
    if (document.fullscreenElement) void document.exitFullscreen()
    else
      void box.current?.requestFullscreen().catch(() => say({ words: 'This browser does not allow full screen here.' }))
  }
  usePlayerKeys(control, full, keys)
  const strip = pieces && pieces.length > 0 ? pieces : [{ seconds: control.duration || film.duration || 1 }]
  const look = () => {
    // HEVC has sound and time here, but no picture and no error.
    if (video.current?.videoWidth === 0) setTrouble('blind')
  }
  return (
    <div ref={box} data-theme="dark" className={cx('flex min-h-0 min-w-0 flex-col bg-monitor text-ink', className)}>
      <div className="relative flex min-h-0 min-w-0 flex-1 items-center justify-center">
        {/* biome-ignore lint/a11y/useMediaCaption: the films have no captions to show */}
        <video
          ref={video}
          src={film.url}
          poster={film.posterUrl}
          loop={control.loop}
          playsInline
          preload="auto"
          aria-label="Film"
          onClick={control.toggle}
          onLoadedData={look}
          onError={() => setTrouble('broken')}
          className="size-full object-contain"
        />
        {trouble && <Trouble film={film} what={trouble} />}
      </div>
      {layout === 'bar' ? (
        <div className="flex h-11 shrink-0 items-center gap-3 bg-panel px-3 max-md:gap-1 max-md:px-1">
          <PlayButton control={control} />
          <TimeCode control={control} total={false} />
          <Strip control={control} pieces={strip} />
          <p className="font-mono text-13 text-ink-2 max-md:hidden">{timeCode(control.duration, fps)}</p>
          <LoopButton control={control} />
          <SoundButton control={control} />
          <FullButton onFull={full} />
        </div>
      ) : (
        <div className="shrink-0 px-5 pt-2.5 pb-2 max-md:px-3">
          <Strip control={control} pieces={strip} tall />
          <div className="pt-1.5">
            <Transport
              control={control}
              onFull={full}
              onStill={() => saveStill(video.current, film, control.time())}
              sound
            />
          </div>
        </div>
      )}
    </div>
  )
}

function Trouble({ film, what }: { film: Asset; what: 'blind' | 'broken' }) {
  return (
    <div
      role="alert"
      className="absolute inset-0 flex flex-col items-center justify-center gap-3 bg-monitor p-6 text-center"
    >
      <FileWarning aria-hidden className="size-6 text-ink-3" />
      <p className="max-w-[380px]">
        {what === 'blind'
          ? `This browser cannot show the picture of this film${film.codec ? ` (${codecs(film.codec)})` : ''}. The film itself is whole.`
          : 'The film could not be read. It may have been removed, or the studio does not answer.'}
      </p>
      <a href={downloadAddress(film)} className="room rounded-picture font-medium text-accent-ink hover:underline">
        Download it
      </a>
    </div>
  )
}

/** The very frame that is seen, as a PNG in full size. */
function saveStill(video: HTMLVideoElement | null, film: Asset, second: number) {
  if (!video || video.videoWidth === 0) return
  const canvas = document.createElement('canvas')
  canvas.width = video.videoWidth
  canvas.height = video.videoHeight
  canvas.getContext('2d')?.drawImage(video, 0, 0)
  canvas.toBlob((blob) => {
    if (!blob) return say({ words: 'The frame could not be kept.' })
    const link = document.createElement('a')
    link.href = URL.createObjectURL(blob)
    const stamp = timeCode(second, film.fps ?? usualFps).replaceAll(':', '-')
    link.download = `${film.name.replace(/\.\w+$/, '')} ${stamp}.png`
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
  }, 'image/png')
}
