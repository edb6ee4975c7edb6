// Pictures as three planes of bytes (BT.709, TV range, colour at half size), and the little arithmetic that a frame needs.
// Two or four samples share one 32-bit word throughout: that is three times as fast as one by one.

const mask = 0x00ff00ff
const half = 0x00800080

/** `width` is a multiple of 8 and `height` of 2. */
export const planes = (width, height, buffer = new Uint8Array((width * height * 3) / 2)) => {
  const size = width * height
  return {
    width,
    height,
    all: buffer,
    list: [
      { bytes: buffer.subarray(0, size), width, height, zero: 16 },
      { bytes: buffer.subarray(size, size * 1.25), width: width / 2, height: height / 2, zero: 128 },
      { bytes: buffer.subarray(size * 1.25), width: width / 2, height: height / 2, zero: 128 },
    ],
  }
}

const luma = (r, g, b) => 16 + 0.18259 * r + 0.61423 * g + 0.06201 * b
const blue = (r, g, b) => 128 - 0.10064 * r - 0.33857 * g + 0.43922 * b
const red = (r, g, b) => 128 + 0.43922 * r - 0.39894 * g - 0.04027 * b

/** sRGB bytes, `step` per pixel (3 or 4) → planes. */
export function fromRgb(rgb, width, height, step = 3) {
  const made = planes(width, height)
  const [y, u, v] = made.list.map((plane) => plane.bytes)
  for (let row = 0; row < height; row += 2)
    for (let column = 0; column < width; column += 2) {
      let r = 0
      let g = 0
      let b = 0
      for (let corner = 0; corner < 4; corner++) {
        const at = (row + (corner >> 1)) * width + column + (corner & 1)
        const [pr, pg, pb] = [rgb[at * step], rgb[at * step + 1], rgb[at * step + 2]]
        y[at] = luma(pr, pg, pb) + 0.5
        r += pr / 4
        g += pg / 4
        b += pb / 4
      }
      const at = ((row >> 1) * width) / 2 + (column >> 1)
      u[at] = blue(r, g, b) + 0.5
      v[at] = red(r, g, b) + 0.5
    }
  return made
}

/** A pair of rows is laid over each other vertically, then read across. The rectangle lies within the plane. */
function resample(from, to, left, top, step) {
  const { bytes, width, height } = from
  const words = asWords(bytes)
  const target = asWords(to.bytes)
  const pitch = width >> 2
  // 16 bits of whole pixels, 16 bits of their parts.
  const start = Math.round(Math.max(0, left) * 65536)
  const stride = Math.round(step * 65536)
  const first = start >> 18
  const last = Math.min(pitch - 1, ((start + stride * to.width) >> 18) + 1)
  const pair = new Int32Array(width + 4)
  const end = height - 1.004
  for (let row = 0; row < to.height; row += 2) {
    const upper = Math.min(end, Math.max(0, top + row * step))
    const lower = Math.min(end, Math.max(0, top + row * step + step))
    blendRows(words, pair, upper, lower, pitch, first, last)
    pair[width] = pair[width - 1]
    readAcross(pair, target, (row * to.width) >> 2, to.width >> 2, start, stride)
  }
}

function blendRows(words, pair, upper, lower, pitch, first, last) {
  const a = Math.floor(upper) * pitch
  const c = Math.floor(lower) * pitch
  const weightB = ((upper % 1) * 256) | 0
  const weightD = ((lower % 1) * 256) | 0
  const weightA = 256 - weightB
  const weightC = 256 - weightD
  for (let x = first; x <= last; x++) {
    const A = words[a + x]
    const B = words[a + pitch + x]
    const C = words[c + x]
    const D = words[c + pitch + x]
    const even = (Math.imul(A & mask, weightA) + Math.imul(B & mask, weightB) + half) | 0
    const odd = (Math.imul((A >>> 8) & mask, weightA) + Math.imul((B >>> 8) & mask, weightB) + half) | 0
    const evenBelow = (Math.imul(C & mask, weightC) + Math.imul(D & mask, weightD) + half) | 0
    const oddBelow = (Math.imul((C >>> 8) & mask, weightC) + Math.imul((D >>> 8) & mask, weightD) + half) | 0
    const at = x << 2
    pair[at] = ((even >>> 8) & 0xff) | ((evenBelow << 8) & 0xff0000)
    pair[at + 1] = ((odd >>> 8) & 0xff) | ((oddBelow << 8) & 0xff0000)
    pair[at + 2] = (even >>> 24) | ((evenBelow >>> 8) & 0xff0000)
    pair[at + 3] = (odd >>> 24) | ((oddBelow >>> 8) & 0xff0000)
  }
}

/** Four columns of both rows at a time: whole words are written. */
function readAcross(pair, words, at, count, start, stride) {
  let place = start
  for (let above = at; above < at + count; above++) {
    const a = between(pair, place)
    const b = between(pair, (place + stride) | 0)
    const c = between(pair, (place + 2 * stride) | 0)
    const d = between(pair, (place + 3 * stride) | 0)
    place = (place + 4 * stride) | 0
    words[above] = ((a >>> 8) & 0xff) | (b & 0xff00) | ((c << 8) & 0xff0000) | ((d << 16) & 0xff000000)
    words[above + count] = (a >>> 24) | ((b >>> 16) & 0xff00) | ((c >>> 8) & 0xff0000) | (d & 0xff000000)
  }
}

function between(pair, place) {
  const from = place >> 16
  const weight = (place >> 8) & 255
  return (Math.imul(pair[from], 256 - weight) + Math.imul(pair[from + 1], weight) + half) | 0
}

/** Fills `to` from the rectangle of `from` that begins at (left, top); `step` source pixels per pixel. */
export function look(from, to, { left, top, step }) {
  resample(from.list[0], to.list[0], left, top, step)
  // A colour sample sits between two pixels of brightness.
  const x = (left + (step - 1) / 2) / 2
  const y = (top + (step - 1) / 2) / 2
  resample(from.list[1], to.list[1], x, y, step)
  resample(from.list[2], to.list[2], x, y, step)
}

const asWords = (bytes) => new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2)

/** Mixes `share` (0..256) of `over` into `under`, byte by byte. */
export function mix(under, over, share) {
  const a = asWords(under.all)
  const b = asWords(over.all)
  const rest = 256 - share
  for (let at = 0; at < a.length; at++) {
    const A = a[at]
    const B = b[at]
    const even = (Math.imul(A & mask, rest) + Math.imul(B & mask, share) + half) | 0
    const odd = (Math.imul((A >>> 8) & mask, rest) + Math.imul((B >>> 8) & mask, share) + half) | 0
    a[at] = ((even >>> 8) & mask) | (odd & ~mask)
  }
}

/** Darkens rows: `share(row)` is 0..256 of black, for rows of brightness from `first` on. */
export function darken(picture, first, share) {
  for (const [index, { bytes, width, height, zero }] of picture.list.entries()) {
    const words = asWords(bytes)
    const pitch = width >> 2
    const grain = index === 0 ? 1 : 2
    for (let row = Math.floor(first / grain); row < height; row++) {
      const part = share(row * grain)
      const rest = 256 - part
      const add = (zero * part * 0x10001 + half) | 0
      for (let at = row * pitch; at < (row + 1) * pitch; at++) {
        const word = words[at]
        const even = (Math.imul(word & mask, rest) + add) | 0
        const odd = (Math.imul((word >>> 8) & mask, rest) + add) | 0
        words[at] = ((even >>> 8) & mask) | (odd & ~mask)
      }
    }
  }
}

/** A drawing with transparent parts (straight RGBA) → the few samples that it touches, ready to be laid on frames. */
export function stencil(rgba, width, height) {
  const touched = [[], [], []]
  const note = (plane, at, alpha, value) =>
    touched[plane].push(at, Math.round(alpha * 256), Math.round(alpha * value * 256))
  for (let row = 0; row < height; row += 2)
    for (let column = 0; column < width; column += 2) {
      let alpha = 0
      let u = 0
      let v = 0
      for (let corner = 0; corner < 4; corner++) {
        const at = (row + (corner >> 1)) * width + column + (corner & 1)
        const part = rgba[at * 4 + 3] / 255
        if (part === 0) continue
        const colour = [rgba[at * 4], rgba[at * 4 + 1], rgba[at * 4 + 2]]
        note(0, at, part, luma(...colour))
        alpha += part / 4
        u += (part / 4) * blue(...colour)
        v += (part / 4) * red(...colour)
      }
      if (alpha === 0) continue
      const at = ((row >> 1) * width) / 2 + (column >> 1)
      note(1, at, alpha, u / alpha)
      note(2, at, alpha, v / alpha)
    }
  return touched.map((list) => Int32Array.from(list))
}

export function lay(picture, touched) {
  for (const [index, list] of touched.entries()) {
    const { bytes } = picture.list[index]
    for (let at = 0; at < list.length; at += 3) {
      const place = list[at]
      bytes[place] = (bytes[place] * (256 - list[at + 1]) + list[at + 2] + 128) >> 8
    }
  }
}
