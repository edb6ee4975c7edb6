// What stands under the picture: the shot's number and its words. Long words are shown page after page, never cut off.
import { createCanvas } from '@napi-rs/canvas'
import { stencil } from './plane.mjs'
import { setFont } from './type.mjs'
import { balanced, lines } from './wrap.mjs'

const ink = '#ebebeb'
export const amber = '#f8b164'
const sizes = [27, 25, 23, 21, 19]
const leading = 1.38

/** `number` may be undefined: then the words stand alone. Every page: what to lay on the frame, and the row at which words begin. Pixels are those of a 720 line film, scaled. */
export function captions({ width, height }, number, prompt, dress = () => {}) {
  const unit = Math.min(width, height) / 720
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  const margin = Math.round((width > height ? 60 : 44) * unit)
  const column = (size) => (number === undefined ? 0 : Math.round(size * 2.1))
  const { size, pages } = set(context, prompt, { width, height, unit, margin, column })
  const pitch = size * leading
  return pages.map((page) => {
    context.clearRect(0, 0, width, height)
    dress(context)
    const bottom = height - Math.round(margin * 0.92)
    const top = bottom - page.length * pitch
    context.textBaseline = 'alphabetic'
    context.shadowColor = 'rgba(0,0,0,0.55)'
    context.shadowBlur = 6 * unit
    const line = (index) => Math.round(top + index * pitch + size * 1.02)
    setFont(context, 'figures', size)
    context.fillStyle = amber
    if (number !== undefined) context.fillText(String(number).padStart(2, '0'), margin, line(0))
    setFont(context, 'words', size, prompt)
    context.fillStyle = ink
    for (const [index, text] of page.entries()) context.fillText(text, margin + column(size), line(index))
    context.shadowColor = 'transparent'
    return { top, touched: stencil(context.getImageData(0, 0, width, height).data, width, height) }
  })
}

/** The same piece is asked for again and again; the font stands until the next `setFont`. */
function measurer(context) {
  const known = new Map()
  return (text) => {
    const width = known.get(text) ?? context.measureText(text).width
    known.set(text, width)
    return width
  }
}

/** The largest size at which all of it stands in the lower fifth; if none does, the smallest, on as many pages as it takes. */
function set(context, prompt, { width, height, unit, margin, column }) {
  let small
  for (const base of sizes) {
    const size = Math.round(base * unit)
    setFont(context, 'words', size, prompt)
    const measure = measurer(context)
    const room = width - margin * 2 - column(size)
    const made = lines(prompt, room, measure)
    if (made.length * size * leading <= height * 0.2) return { size, pages: [balanced(prompt, room, measure)] }
    small = { size, made }
  }
  const most = Math.max(1, Math.floor((height * 0.32) / (small.size * leading)))
  const count = Math.ceil(small.made.length / most)
  const each = Math.ceil(small.made.length / count)
  const pages = Array.from({ length: count }, (_, index) => small.made.slice(index * each, (index + 1) * each))
  return { size: small.size, pages }
}
