'use client'
// The picture with its layers, as large as there is room; everything that hands and keys do to it.
import { type KeyboardEvent, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { inside, type Point, type Size } from './geometry'
import { type Tool, useGesture } from './gesture'
import type { Layers } from './raster'
import { type Area, type Mark, nameOf, type Sheet } from './sheet'
import { drawStage } from './stage-draw'
import { fit, moved, type View, zoomed } from './view'

export type StageTell = { fit(): void; zoom(factor: number): void }

type Props = {
  picture: HTMLImageElement
  size: Size
  layers: Layers
  sheet: Sheet
  tool: Tool
  area: Area
  radius: number
  /** Filled with what the buttons beside the stage may ask of it. */
  tell: (ask: StageTell) => void
  onMark: (mark: Mark) => void
  onRoute: (path: readonly Point[], drawn: boolean) => void
}

export function Stage({ picture, size, layers, sheet, tool, area, radius, tell, onMark, onRoute }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [room, setRoom] = useState<Size>()
  const [view, setView] = useState<View>()
  const [live, setLive] = useState<readonly Point[]>()
  const [cursor, setCursor] = useState<Point>()
  const [, setLaid] = useState(0)
  const [told, setTold] = useState('')
  const shownView = view ?? (room ? fit(size, room) : { scale: 1, x: 0, y: 0 })

  useLayoutEffect(() => {
    const sheetOf = canvas.current
    if (!sheetOf) return
    const watch = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = sheetOf
      sheetOf.width = Math.round(width * devicePixelRatio)
      sheetOf.height = Math.round(height * devicePixelRatio)
      setRoom({ width, height })
    })
    watch.observe(sheetOf)
    return () => watch.disconnect()
  }, [])

  const around = room ? { x: room.width / 2, y: room.height / 2 } : { x: 0, y: 0 }
  const ask = useRef<StageTell>(undefined)
  ask.current = {
    fit: () => setView(undefined),
    zoom: (factor) => setView(zoomed(shownView, factor, around)),
  }
  useEffect(() => tell({ fit: () => ask.current?.fit(), zoom: (factor) => ask.current?.zoom(factor) }), [tell])

  const paths = live && area !== 0 ? { ...sheet.paths, [area]: live } : sheet.paths
  const brushes = tool === 'paint' || tool === 'erase'
  // Whatever made it render again may be seen on it; layers change without telling.
  useEffect(() => {
    layers.show(sheet.marks)
    const sheetOf = canvas.current
    if (!sheetOf || !room) return
    const next = requestAnimationFrame(() =>
      drawStage(sheetOf, devicePixelRatio, {
        picture,
        size,
        view: shownView,
        layers,
        paths,
        chosen: area,
        handles: tool === 'path',
        cursor: cursor && tool !== 'move' ? { at: cursor, ...(brushes ? { radius } : {}) } : undefined,
      }),
    )
    return () => cancelAnimationFrame(next)
  })

  const touch = useCallback(() => setLaid((count) => count + 1), [])
  const hands = useGesture(canvas, {
    tool,
    area,
    radius,
    size,
    view: shownView,
    paths: sheet.paths,
    setView,
    setCursor,
    lay: (piece) => {
      layers.add(piece)
      touch()
    },
    keep: onMark,
    drop: () => {
      layers.show(sheet.marks, true)
      touch()
    },
    drag: setLive,
    route: onRoute,
  })

  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const way = arrows[event.key]
    if (way) {
      event.preventDefault()
      const step = (event.shiftKey ? 64 : 8) / shownView.scale
      if (tool === 'move') return setView(moved(shownView, { x: -way.x * 32, y: -way.y * 32 }))
      const from = cursor ?? { x: size.width / 2, y: size.height / 2 }
      const to = inside({ x: from.x + way.x * step, y: from.y + way.y * step }, size)
      setCursor(to)
      return setTold(`${Math.round(to.x)} from the left, ${Math.round(size.height - 1 - to.y)} from the bottom`)
    }
    if (event.key === 'Enter' && cursor) {
      event.preventDefault()
      if (brushes) {
        onMark({ kind: 'stroke', area, erases: tool === 'erase', radius, line: [cursor] })
        setTold(`${tool === 'erase' ? 'Erased' : 'Painted'}, ${nameOf(area)}`)
      } else if (tool === 'path' && area !== 0) {
        onRoute([...(sheet.paths[area] ?? []), cursor], false)
        setTold(`Point ${(sheet.paths[area]?.length ?? 0) + 1} of ${nameOf(area)}`)
      }
    }
    if (event.key === 'Backspace' && tool === 'path' && area !== 0) {
      event.preventDefault()
      onRoute((sheet.paths[area] ?? []).slice(0, -1), false)
      setTold('The last point is taken away')
    }
  }
  return (
    <div className="relative size-full min-h-0 overflow-hidden bg-monitor" data-theme="dark">
      {/* biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: arrows and Enter paint here, so a reader must let them through */}
      <canvas
        ref={canvas}
        role="application"
        tabIndex={0}
        aria-label="The picture to paint on. Arrow keys move the brush, Enter paints a dab or sets a point, Backspace takes the last point away."
        onKeyDown={press}
        {...hands}
        className={tool === 'move' ? stageClass.hand : stageClass.brush}
      />
      <span role="status" className="sr-only">
        {told}
      </span>
    </div>
  )
}

const stageClass = {
  hand: 'absolute inset-0 size-full touch-none cursor-grab select-none -outline-offset-2',
  brush: 'absolute inset-0 size-full touch-none cursor-none select-none -outline-offset-2',
}

const arrows: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}
