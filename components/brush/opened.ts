'use client'
// The picture and the masks that were painted on it before, as the editor needs them.
import { useEffect, useState } from 'react'
import type { Medium } from '@/lib/media/medium'
import { flip, type Point, type Size } from './geometry'
import { type Bases, baseOf } from './raster'
import { type Area, blank, type Mark, type Sheet } from './sheet'

/** As an order holds it: whole pixels, counted from the bottom left. */
export type Brushed = {
  staticMask?: Medium | undefined
  dynamicMasks?: readonly { mask: Medium; trajectories: readonly Point[] }[] | undefined
}

export type Opened = {
  picture: HTMLImageElement
  size: Size
  bases: Bases
  sheet: Sheet
  /** The size that the masks were painted at, where the picture has another one now. */
  stretched?: Size
}

function load(url: string): Promise<HTMLImageElement> {
  const image = new Image()
  image.src = url
  return image.decode().then(() => image)
}

const urlOf = (id: string) => `/api/media/${encodeURIComponent(id)}`
const idIn = (medium: Medium | undefined) => (medium && 'asset' in medium ? medium.asset : undefined)

async function open(picture: string, { staticMask, dynamicMasks = [] }: Brushed): Promise<Opened> {
  const drawn = await load(urlOf(picture))
  const size = { width: drawn.naturalWidth, height: drawn.naturalHeight }
  const areas = [
    ...dynamicMasks.map(({ mask, trajectories }, at) => ({ area: (at + 1) as Area, mask, trajectories })),
    ...(staticMask ? [{ area: 0 as Area, mask: staticMask, trajectories: [] }] : []),
  ]
  const bases = new Map<string, HTMLCanvasElement>()
  const marks: Mark[] = []
  let sheet: Sheet = blank
  let old: Size | undefined
  for (const { area, mask, trajectories } of areas) {
    const id = idIn(mask)
    if (id === undefined) throw new Error('A mask stands at an address; take it out, or fetch it into the library.')
    const base = baseOf(await load(urlOf(id)))
    old ??= { width: base.width, height: base.height }
    bases.set(id, base)
    marks.push({ kind: 'base', area, from: id })
    const { width, height } = old
    const path = trajectories
      .map((point) => flip(point, { width, height }))
      .map(({ x, y }) => ({ x: (x * size.width) / width, y: (y * size.height) / height }))
    if (path.length > 0) sheet = { ...sheet, paths: { ...sheet.paths, [area]: path } }
  }
  const isStretched = old && (old.width !== size.width || old.height !== size.height)
  return {
    picture: drawn,
    size,
    bases,
    sheet: { ...sheet, marks },
    ...(old && isStretched ? { stretched: old } : {}),
  }
}

/** Undefined while it loads; the reason in words when it cannot be opened. */
export function useOpened(picture: string, brushed: Brushed): Opened | string | undefined {
  const [found, setFound] = useState<Opened | string>()
  // What is being painted must not begin anew when the form renders.
  const [start] = useState(brushed)
  useEffect(() => {
    let gone = false
    open(picture, start).then(
      (opened) => !gone && setFound(opened),
      (error) => !gone && setFound(error instanceof Error ? error.message : 'The picture could not be opened.'),
    )
    return () => {
      gone = true
    }
  }, [picture, start])
  return found
}
