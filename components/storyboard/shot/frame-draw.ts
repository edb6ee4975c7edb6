'use client'
// One frame out of a film, drawn by the browser: a film of several shots has a picture for each of them.
import { useEffect, useState } from 'react'
import { stillOf, withFilm } from '@/components/media/film-frame'
import type { Asset } from '@/lib/media/asset'

/** Pixels; cards are hardly wider. */
const widest = 480
const drawn = new Map<string, Promise<string | undefined>>()
let line: Promise<unknown> = Promise.resolve()

/** The frame at this second; nothing until it is drawn, and where the browser cannot show the film. */
export function useFrameOf(film: Asset | undefined, second: number): string | undefined {
  const key = film && `${film.id} ${second}`
  const [made, setMade] = useState<{ key: string; src: string | undefined }>()
  useEffect(() => {
    if (!film || !key) return
    let here = true
    const asked = drawn.get(key) ?? queue(film, second)
    drawn.set(key, asked)
    void asked.then((src) => {
      if (here) setMade({ key, src })
    })
    return () => {
      here = false
    }
  }, [film, key, second])
  return made?.key === key ? made?.src : undefined
}

/** One film after the other. */
function queue(film: Asset, second: number): Promise<string | undefined> {
  const mine = line.then(() => draw(film, second)).catch(() => undefined)
  line = mine
  return mine
}

const draw = (film: Asset, second: number) =>
  withFilm(film.url, async (video, seek) => {
    await seek(second + 0.5 / (film.fps ?? 24))
    if (video.videoWidth === 0) return
    const share = Math.min(1, widest / video.videoWidth)
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(video.videoWidth * share)
    canvas.height = Math.round(video.videoHeight * share)
    canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height)
    const still = await stillOf(canvas)
    return still ? URL.createObjectURL(still) : undefined
  })
