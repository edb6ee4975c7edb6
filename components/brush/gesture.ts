'use client'
// Hands on the stage: one finger, pen or mouse works with the tool, two fingers move the picture.
import { type PointerEvent, type RefObject, useEffect, useRef } from 'react'
import { away, distance, inside, nearest, type Point, type Size } from './geometry'
import type { Area, Mark, Sheet } from './sheet'
import { moved, toPicture, type View, zoomed } from './view'

export type Tool = 'paint' | 'erase' | 'path' | 'move'

export type Work = {
  tool: Tool
  area: Area
  /** Of the brush, in pixels of the picture. */
  radius: number
  size: Size
  view: View
  paths: Sheet['paths']
  setView(view: View): void
  setCursor(at: Point | undefined): void
  /** A piece of a stroke under the hand, then the whole of it, or nothing of it. */
  lay(piece: Mark): void
  keep(stroke: Mark): void
  drop(): void
  /** The chosen area's path while it is dragged; kept when the hand lets go. `drawn`: a fresh line, not yet sampled. */
  drag(path: readonly Point[] | undefined): void
  route(path: readonly Point[], drawn: boolean): void
}

type Going =
  | { kind: 'stroke'; line: Point[]; erases: boolean }
  | { kind: 'line'; line: Point[]; far: boolean; start: Point }
  | { kind: 'point'; at: number; path: readonly Point[] }
  | { kind: 'whole'; from: Point; path: readonly Point[] }
  | { kind: 'pan' }

/** Screen pixels. */
const reach = { mouse: 9, pen: 12, touch: 24 } as const
const still = 4

/** Both fingers move before anything is drawn: the second goes on from where the first has brought the picture. */
function look(latest: RefObject<Work>, view: View) {
  latest.current = { ...latest.current, view }
  latest.current.setView(view)
}

export function useGesture(stage: RefObject<HTMLCanvasElement | null>, work: Work) {
  const latest = useRef(work)
  latest.current = work
  const hands = useRef(new Map<number, Point>())
  const going = useRef<Going>(undefined)
  const dragged = useRef<readonly Point[]>(undefined)
  // Once a pen is at work a palm is no brush.
  const hasPen = useRef(false)

  useEffect(() => {
    const canvas = stage.current
    if (!canvas) return
    const wheel = (event: WheelEvent) => {
      event.preventDefault()
      const { view } = latest.current
      const box = canvas.getBoundingClientRect()
      const at = { x: event.clientX - box.left, y: event.clientY - box.top }
      look(latest, zoomed(view, Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0015)), at))
    }
    // React listens to wheels passively, where the page cannot be kept from zooming.
    canvas.addEventListener('wheel', wheel, { passive: false })
    return () => canvas.removeEventListener('wheel', wheel)
  }, [stage])

  const placeOf = ({ clientX, clientY }: { clientX: number; clientY: number }): Point => {
    const box = stage.current?.getBoundingClientRect()
    return { x: clientX - (box?.left ?? 0), y: clientY - (box?.top ?? 0) }
  }
  const stroke = (line: readonly Point[], erases: boolean): Mark => {
    const { area, radius } = latest.current
    return { kind: 'stroke', area, erases, radius, line }
  }
  const show = (path: readonly Point[] | undefined) => {
    dragged.current = path
    latest.current.drag(path)
  }

  function begin(event: PointerEvent, at: Point): Going {
    const { tool, area, view, paths, lay } = latest.current
    const point = toPicture(view, at)
    const palm = hasPen.current && event.pointerType === 'touch'
    if (tool === 'move' || palm || event.button === 1) return { kind: 'pan' }
    // The other end of a pen, or its eraser button.
    if (tool === 'paint' || tool === 'erase') {
      const erases = tool === 'erase' || (event.pointerType === 'pen' && (event.buttons & 32) !== 0)
      lay(stroke([point], erases))
      return { kind: 'stroke', line: [point], erases }
    }
    if (area === 0) return { kind: 'pan' }
    const path = paths[area] ?? []
    const near = (reach[event.pointerType as keyof typeof reach] ?? reach.mouse) / view.scale
    const held = nearest(path, point, near)
    if (held !== undefined) return { kind: 'point', at: held, path }
    if (path.length > 1 && away(path, point) <= near) return { kind: 'whole', from: point, path }
    return { kind: 'line', line: [point], far: false, start: at }
  }

  const down = (event: PointerEvent<HTMLCanvasElement>) => {
    if (event.button === 2) return
    event.currentTarget.setPointerCapture(event.pointerId)
    if (event.pointerType === 'pen') hasPen.current = true
    const at = placeOf(event)
    hands.current.set(event.pointerId, at)
    if (hands.current.size > 1) {
      // A second finger: what the first one began was no work.
      if (going.current?.kind === 'stroke') latest.current.drop()
      show(undefined)
      going.current = undefined
      return
    }
    going.current = begin(event, at)
  }

  const move = (event: PointerEvent<HTMLCanvasElement>) => {
    const { view, size, setCursor, lay } = latest.current
    const at = placeOf(event)
    const before = hands.current.get(event.pointerId)
    if (event.pointerType !== 'touch') setCursor(toPicture(view, at))
    if (!before) return
    hands.current.set(event.pointerId, at)
    if (hands.current.size === 2) {
      const other = [...hands.current].find(([id]) => id !== event.pointerId)?.[1]
      if (!other) return
      const middle = { x: (at.x + other.x) / 2, y: (at.y + other.y) / 2 }
      const shift = { x: (at.x - before.x) / 2, y: (at.y - before.y) / 2 }
      const factor = distance(at, other) / Math.max(1, distance(before, other))
      look(latest, zoomed(moved(view, shift), factor, middle))
      return
    }
    const now = going.current
    if (!now) return
    const seen = event.nativeEvent.getCoalescedEvents?.() ?? []
    const points = (seen.length > 0 ? seen : [event.nativeEvent]).map((one) => toPicture(view, placeOf(one)))
    const last = points.at(-1) ?? toPicture(view, at)
    switch (now.kind) {
      case 'stroke': {
        const end = now.line.at(-1)
        lay(stroke(end ? [end, ...points] : points, now.erases))
        now.line.push(...points)
        return
      }
      case 'line':
        now.line.push(...points)
        now.far ||= distance(now.start, at) > still
        if (now.far) show(now.line.map((point) => inside(point, size)))
        return
      case 'point':
        return show(now.path.with(now.at, inside(last, size)))
      case 'whole': {
        const [dx, dy] = [last.x - now.from.x, last.y - now.from.y]
        return show(now.path.map(({ x, y }) => inside({ x: x + dx, y: y + dy }, size)))
      }
      case 'pan':
        return look(latest, moved(view, { x: at.x - before.x, y: at.y - before.y }))
    }
  }

  const up = (event: PointerEvent<HTMLCanvasElement>) => {
    const { area, size, paths, keep, route } = latest.current
    if (!hands.current.delete(event.pointerId)) return
    const now = going.current
    const path = dragged.current
    going.current = undefined
    show(undefined)
    if (!now) return
    if (now.kind === 'stroke') return keep(stroke(now.line, now.erases))
    if (now.kind === 'line' && !now.far) {
      // A click sets one point at the end of the path.
      const [point] = now.line
      if (point) route([...(paths[area] ?? []), inside(point, size)], false)
      return
    }
    if (path) route(path, now.kind === 'line')
  }

  const stop = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!hands.current.delete(event.pointerId)) return
    if (going.current?.kind === 'stroke') latest.current.drop()
    going.current = undefined
    show(undefined)
  }

  return {
    onPointerDown: down,
    onPointerMove: move,
    onPointerUp: up,
    onPointerCancel: stop,
    onPointerLeave: () => latest.current.setCursor(undefined),
  }
}
