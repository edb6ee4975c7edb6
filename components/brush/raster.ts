// Strokes as pixels: one transparent layer per area for the stage, and masks at the picture's own size for an order.
import type { Point, Size } from './geometry'
import { type Area, areaColours, areaIds, type Mark } from './sheet'

type Pen = CanvasRenderingContext2D

/** Pixels of the longer side of the layers on the stage; masks are painted anew at full size. */
const largestLayer = 1600

function sheetOf({ width, height }: Size): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  return canvas
}

const penOf = (canvas: HTMLCanvasElement): Pen => {
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (!pen) throw new Error('This browser lends no canvas to paint on.')
  return pen
}

function trace(pen: Pen, line: readonly Point[], radius: number) {
  const [first] = line
  if (!first) return
  // A line without length leaves nothing on a canvas; a dab is a disc.
  if (line.every(({ x, y }) => x === first.x && y === first.y)) {
    pen.beginPath()
    pen.arc(first.x, first.y, radius, 0, 2 * Math.PI)
    return pen.fill()
  }
  pen.lineCap = 'round'
  pen.lineJoin = 'round'
  pen.lineWidth = radius * 2
  pen.beginPath()
  pen.moveTo(first.x, first.y)
  for (const { x, y } of line.slice(1)) pen.lineTo(x, y)
  pen.stroke()
}

/** Masks that were there before, by asset id: opaque where they are light. */
export type Bases = ReadonlyMap<string, HTMLCanvasElement>

/** One mark on the layer of one area. A pixel belongs to one area only: whoever painted it last. */
function lay(pen: Pen, area: Area, mark: Mark, colour: string, size: Size, bases: Bases) {
  const own = mark.area === area
  const whole = () => pen.clearRect(0, 0, size.width, size.height)
  if (mark.kind === 'clear') {
    if (own) whole()
    return
  }
  if (mark.kind === 'base') {
    const base = bases.get(mark.from)
    if (!own || !base) return
    whole()
    pen.drawImage(base, 0, 0, size.width, size.height)
    pen.globalCompositeOperation = 'source-in'
    pen.fillStyle = colour
    pen.fillRect(0, 0, size.width, size.height)
    pen.globalCompositeOperation = 'source-over'
    return
  }
  if (!own && mark.erases) return
  pen.globalCompositeOperation = own && !mark.erases ? 'source-over' : 'destination-out'
  pen.strokeStyle = colour
  pen.fillStyle = colour
  trace(pen, mark.line, mark.radius)
  pen.globalCompositeOperation = 'source-over'
}

/** The layer's alpha as yes or no. */
function isPainted(pen: Pen): boolean {
  const { width, height } = pen.canvas
  const { data } = pen.getImageData(0, 0, width, height)
  for (let at = 3; at < data.length; at += 4) if ((data[at] ?? 0) >= 128) return true
  return false
}

export type Layers = ReturnType<typeof openLayers>

/** The layers of the stage: kept in step with the marks, mark by mark where that is possible. */
export function openLayers(picture: Size, bases: Bases) {
  const scale = Math.min(1, largestLayer / Math.max(picture.width, picture.height))
  const size = { width: Math.ceil(picture.width * scale), height: Math.ceil(picture.height * scale) }
  const pens = new Map<Area, Pen>(
    areaIds.map((area) => {
      const pen = penOf(sheetOf(size))
      pen.scale(scale, scale)
      return [area, pen]
    }),
  )
  let shown: readonly Mark[] = []
  const add = (mark: Mark) => {
    for (const [area, pen] of pens) lay(pen, area, mark, areaColours[area], picture, bases)
  }
  /** Brings the layers to these marks; `anew` also when something was laid that never became a mark. */
  function show(marks: readonly Mark[], anew = false) {
    const isLonger = !anew && shown.every((mark, at) => marks[at] === mark)
    if (!isLonger) for (const pen of pens.values()) pen.clearRect(0, 0, picture.width, picture.height)
    for (const mark of isLonger ? marks.slice(shown.length) : marks) add(mark)
    shown = marks
  }
  return {
    show,
    /** A part of a stroke that is still under the hand; the next `show` holds it whole, and painting it again changes nothing. */
    add,
    layer: (area: Area) => pens.get(area)?.canvas,
    painted: (): ReadonlySet<Area> => new Set([...pens].flatMap(([area, pen]) => (isPainted(pen) ? [area] : []))),
  }
}

/**
 * The mask of one area: a PNG of the picture's own size, white where it is painted and black elsewhere, without greys.
 * Kling's page asks for the picture's shape and one size for all masks, and names no colours.
 */
export async function maskOf(area: Area, marks: readonly Mark[], picture: Size, bases: Bases): Promise<Blob> {
  const pen = penOf(sheetOf(picture))
  for (const mark of marks) lay(pen, area, mark, '#fff', picture, bases)
  const pixels = pen.getImageData(0, 0, picture.width, picture.height)
  const { data } = pixels
  for (let at = 0; at < data.length; at += 4) {
    const light = (data[at + 3] ?? 0) >= 128 ? 255 : 0
    data[at] = data[at + 1] = data[at + 2] = light
    data[at + 3] = 255
  }
  pen.putImageData(pixels, 0, 0)
  return new Promise((keep, refuse) =>
    pen.canvas.toBlob((blob) => (blob ? keep(blob) : refuse(new Error('The mask could not be made.'))), 'image/png'),
  )
}

/** A mask as it was sent → a layer: opaque where it is light. */
export function baseOf(mask: HTMLImageElement): HTMLCanvasElement {
  const pen = penOf(sheetOf({ width: mask.naturalWidth, height: mask.naturalHeight }))
  pen.drawImage(mask, 0, 0)
  const pixels = pen.getImageData(0, 0, mask.naturalWidth, mask.naturalHeight)
  const { data } = pixels
  for (let at = 0; at < data.length; at += 4) {
    const light = Math.max(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0)
    data[at + 3] = light >= 128 && (data[at + 3] ?? 0) >= 128 ? 255 : 0
  }
  pen.putImageData(pixels, 0, 0)
  return pen.canvas
}
