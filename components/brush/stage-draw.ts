// What the stage shows at this moment: the picture, the layers over it, the paths, and where the brush stands.
import { lengthOf, type Point, type Size } from './geometry'
import type { Layers } from './raster'
import { type Area, areaColours, areaIds, movingAreas, type Sheet } from './sheet'
import { toStage, type View } from './view'

export type Shown = {
  picture: CanvasImageSource
  size: Size
  view: View
  layers: Layers
  paths: Sheet['paths']
  chosen: Area
  /** Whether the chosen area's points can be taken hold of. */
  handles: boolean
  /** Where the brush or the crosshair stands, in pixels of the picture. */
  cursor?: { at: Point; radius?: number } | undefined
}

type Pen = CanvasRenderingContext2D

const dark = '#000c'

/** @param ratio device pixels per pixel of the screen. */
export function drawStage(canvas: HTMLCanvasElement, ratio: number, shown: Shown) {
  const pen = canvas.getContext('2d')
  if (!pen) return
  const { picture, size, view, layers, paths, chosen, handles, cursor } = shown
  pen.setTransform(ratio, 0, 0, ratio, 0, 0)
  pen.clearRect(0, 0, canvas.width / ratio, canvas.height / ratio)
  const [wide, high] = [size.width * view.scale, size.height * view.scale]
  // From a certain size on, pixels are what one wants to see.
  pen.imageSmoothingEnabled = view.scale < 4
  pen.drawImage(picture, view.x, view.y, wide, high)
  for (const area of areaIds) {
    const layer = layers.layer(area)
    if (!layer) continue
    pen.globalAlpha = area === chosen ? 0.6 : 0.4
    pen.drawImage(layer, view.x, view.y, wide, high)
  }
  pen.globalAlpha = 1
  for (const area of movingAreas) {
    const path = paths[area]
    if (path?.length)
      drawPath(
        pen,
        area,
        path.map((point) => toStage(view, point)),
        area === chosen && handles,
      )
  }
  if (cursor) drawCursor(pen, toStage(view, cursor.at), (cursor.radius ?? 0) * view.scale, areaColours[chosen])
}

function drawPath(pen: Pen, area: Area, path: readonly Point[], handles: boolean) {
  const colour = areaColours[area]
  const [first] = path
  const last = path.at(-1)
  if (!first || !last) return
  pen.lineCap = 'round'
  pen.lineJoin = 'round'
  for (const [width, tone] of [
    [5, dark],
    [2.5, colour],
  ] as const) {
    pen.lineWidth = width
    pen.strokeStyle = tone
    pen.beginPath()
    for (const { x, y } of path) pen.lineTo(x, y)
    pen.stroke()
  }
  // The head looks along the last stretch that is long enough to have a direction.
  const before = path.findLast(({ x, y }) => Math.hypot(last.x - x, last.y - y) > 6)
  if (before) {
    const turn = Math.atan2(last.y - before.y, last.x - before.x)
    pen.beginPath()
    pen.moveTo(last.x + Math.cos(turn) * 9, last.y + Math.sin(turn) * 9)
    for (const side of [2.5, -2.5]) pen.lineTo(last.x + Math.cos(turn + side) * 9, last.y + Math.sin(turn + side) * 9)
    pen.closePath()
    pen.fillStyle = colour
    pen.strokeStyle = dark
    pen.lineWidth = 1.5
    pen.stroke()
    pen.fill()
  }
  // On a small screen the handles of a long path would hide it.
  const spaced = path.length > 1 ? lengthOf(path) / (path.length - 1) : Number.POSITIVE_INFINITY
  const size = Math.max(1.5, Math.min(3.5, spaced / 4))
  if (handles)
    for (const { x, y } of path.slice(1, -1)) {
      pen.beginPath()
      pen.arc(x, y, size, 0, 2 * Math.PI)
      pen.fillStyle = '#fff'
      pen.strokeStyle = dark
      pen.lineWidth = 1.5
      pen.fill()
      pen.stroke()
    }
  pen.beginPath()
  pen.arc(first.x, first.y, 9, 0, 2 * Math.PI)
  pen.fillStyle = colour
  pen.strokeStyle = dark
  pen.lineWidth = 1.5
  pen.fill()
  pen.stroke()
  pen.fillStyle = '#000'
  pen.font = '600 11px system-ui'
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.fillText(String(area), first.x, first.y + 0.5)
}

function drawCursor(pen: Pen, { x, y }: Point, radius: number, colour: string) {
  const ring = (width: number, tone: string) => {
    pen.lineWidth = width
    pen.strokeStyle = tone
    pen.beginPath()
    if (radius > 0) pen.arc(x, y, radius, 0, 2 * Math.PI)
    for (const [dx, dy] of [
      [1, 0],
      [0, 1],
    ] as const) {
      pen.moveTo(x - 5 * dx, y - 5 * dy)
      pen.lineTo(x + 5 * dx, y + 5 * dy)
    }
    pen.stroke()
  }
  ring(3, dark)
  ring(1.5, colour)
}
