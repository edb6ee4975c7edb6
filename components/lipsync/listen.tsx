'use client'
// The film with the piece of sound where it lies: played here, before anything is ordered. The lips stay as they are.
import { Pause, Play } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { Asset } from '@/lib/media/asset'
import { IconButton } from '../ui/icon-button'
import type { Place } from './place'

/** Seconds of film before the sound is heard. */
const lead = 0.5

type Props = { film: Asset; sound: Asset; place: Place; volumes: { film: number; sound: number } }

export function Listen({ film, sound, place, volumes }: Props) {
  const picture = useRef<HTMLVideoElement>(null)
  const voice = useRef<HTMLAudioElement>(null)
  const [playing, setPlaying] = useState(false)
  const { from, to, at } = place
  // A piece that is moved is heard anew, from its new place.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is watched is the place itself
  useEffect(() => setPlaying(false), [from, to, at])
  useEffect(() => {
    const [video, audio] = [picture.current, voice.current]
    if (!video || !audio) return
    if (!playing) {
      video.pause()
      audio.pause()
      return
    }
    // Louder than the file itself a browser does not play.
    video.volume = Math.min(1, volumes.film)
    audio.volume = Math.min(1, volumes.sound)
    video.currentTime = Math.max(0, at - lead)
    audio.currentTime = from
    let next = 0
    const step = () => {
      const heard = video.currentTime - at
      if (heard >= to - from || video.ended) return setPlaying(false)
      if (heard >= 0 && audio.paused) {
        audio.currentTime = from + heard
        void audio.play().catch(() => setPlaying(false))
      }
      next = requestAnimationFrame(step)
    }
    void video.play().catch(() => setPlaying(false))
    next = requestAnimationFrame(step)
    return () => {
      cancelAnimationFrame(next)
      audio.pause()
    }
  }, [playing, from, to, at, volumes.film, volumes.sound])
  return (
    <div className="relative w-40 shrink-0 overflow-hidden rounded-picture bg-monitor max-md:w-full" data-theme="dark">
      <video ref={picture} src={film.url} playsInline preload="metadata" className="aspect-video w-full object-contain">
        <track kind="captions" />
      </video>
      {/* biome-ignore lint/a11y/useMediaCaption: a person's own sound, of which nobody has the words */}
      <audio ref={voice} src={sound.url} preload="auto" />
      <IconButton
        label={playing ? 'Stop' : 'Play the film with the sound where it lies'}
        size="card"
        afloat
        className="absolute! right-1.5 bottom-1.5"
        onClick={() => setPlaying(!playing)}
      >
        {playing ? <Pause /> : <Play />}
      </IconButton>
    </div>
  )
}
