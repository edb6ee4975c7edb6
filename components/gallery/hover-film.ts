'use client'
// One film element for the whole grid: it moves into the card under the pointer and plays there, muted.
import { useEffect, useMemo } from 'react'
import { timeCode, usualFps } from '@/components/media/time-code'
import type { Asset } from '@/lib/media/asset'

const restMs = 120

export type HoverFilm = {
  /** After a short rest; another call takes its place. */
  soon(cell: Element, film: Asset): void
  toggle(cell: Element, film: Asset): void
  stop(): void
}

const stillWanted = () => matchMedia('(prefers-reduced-motion: reduce)').matches

function make(): HoverFilm & { end(): void } {
  let waiting: ReturnType<typeof setTimeout> | undefined
  let stage: ReturnType<typeof build> | undefined
  let playing: Asset | undefined

  const stop = () => {
    clearTimeout(waiting)
    playing = undefined
    stage?.leave()
  }
  const play = (cell: Element, film: Asset) => {
    stop()
    stage ??= build()
    playing = film
    stage.enter(cell, film)
  }
  return {
    soon(cell, film) {
      stop()
      if (stillWanted()) return
      waiting = setTimeout(() => play(cell, film), restMs)
    },
    toggle(cell, film) {
      if (playing?.id === film.id) stop()
      else play(cell, film)
    },
    stop,
    end: stop,
  }
}

function build() {
  const box = document.createElement('div')
  box.className = 'pointer-events-none absolute inset-0 bg-monitor opacity-0'
  box.dataset.theme = 'dark'
  box.innerHTML =
    '<video muted loop playsinline tabindex="-1" aria-hidden="true" class="size-full object-contain"></video>' +
    '<span class="absolute bottom-2.5 left-2 rounded-picture bg-ground/85 px-1.5 font-mono text-12 font-medium text-ink"></span>' +
    '<span class="absolute inset-x-0 bottom-0 h-[3px] bg-ink/35"><i class="block h-full origin-left bg-accent"></i></span>'
  const [video, code, bar] = [box.querySelector('video'), box.querySelector('span'), box.querySelector('i')]
  let frame = 0
  const draw = (film: Asset) => {
    if (!video || !code || !bar) return
    // Its card was scrolled away or changed under it.
    if (!box.isConnected) return leave()
    code.textContent = timeCode(video.currentTime, film.fps ?? usualFps).slice(3)
    bar.style.scale = `${video.duration > 0 ? video.currentTime / video.duration : 0} 1`
    // Nothing lies on the poster until there is a moving picture to show.
    if (video.readyState >= 2 && video.videoWidth > 0) box.style.opacity = '1'
    frame = requestAnimationFrame(() => draw(film))
  }
  const leave = () => {
    cancelAnimationFrame(frame)
    video?.pause()
    video?.removeAttribute('src')
    video?.load()
    box.remove()
  }
  return {
    leave,
    enter(cell: Element, film: Asset) {
      if (!video) return
      box.style.opacity = '0'
      video.muted = true
      video.src = film.url
      cell.append(box)
      // Refused or cut short by the next card: the poster simply stays.
      video.play().catch(() => {})
      draw(film)
    },
  }
}

export function useHoverFilm(): HoverFilm {
  const film = useMemo(make, [])
  useEffect(() => film.end, [film])
  return film
}
