'use client'
// Films from elsewhere come without a still: the browser draws the first good frame once and gives it to the library.
import { api } from '@/lib/api/client'
import type { Asset } from '@/lib/media/asset'
import { stillOf, withFilm } from './film-frame'

const longest = 800
const tried = new Map<string, Promise<string | undefined>>()
let line: Promise<unknown> = Promise.resolve()

/** The poster's address, once there is one; nothing for a film that this browser cannot show. One film at a time. */
export function drawnPoster(film: Asset): Promise<string | undefined> {
  const before = tried.get(film.id)
  if (before) return before
  const mine = line.then(() => draw(film)).catch(() => undefined)
  line = mine
  tried.set(film.id, mine)
  return mine
}

async function draw(film: Asset): Promise<string | undefined> {
  // A task remembers its film as it was when it ended; another page may have drawn the still since.
  const { items } = await api.listMedia({ query: { kind: ['video'], q: film.name, limit: 50 } })
  const drawn = items.find(({ id }) => id === film.id)?.posterUrl
  if (drawn) return drawn
  return withFilm(film.url, async (video, seek) => {
    if (video.videoWidth === 0) return
    const canvas = document.createElement('canvas')
    const scale = Math.min(1, longest / Math.max(video.videoWidth, video.videoHeight))
    canvas.width = Math.round(video.videoWidth * scale)
    canvas.height = Math.round(video.videoHeight * scale)
    const paper = canvas.getContext('2d', { willReadFrequently: true })
    if (!paper) return
    // Films often open on black: a later frame is taken until one shows something.
    for (const share of [0.02, 0.15, 0.4]) {
      await seek((film.duration ?? video.duration) * share)
      paper.drawImage(video, 0, 0, canvas.width, canvas.height)
      if (shows(paper, canvas)) break
    }
    const still = await stillOf(canvas)
    return still ? (await api.keepPoster({ params: { id: film.id }, body: still })).posterUrl : undefined
  })
}

/** Whether anything is lighter than nearly black. */
function shows(paper: CanvasRenderingContext2D, { width, height }: HTMLCanvasElement): boolean {
  const { data } = paper.getImageData(0, 0, width, height)
  let light = 0
  let seen = 0
  for (let at = 0; at < data.length; at += 4 * 97) {
    seen += 1
    if ((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0) > 96) light += 1
  }
  return light > seen * 0.05
}
