// Little helpers for pictures that are computed pixel by pixel. Colours are linear light, 0 and up.

export const clamp = (value, low = 0, high = 1) => Math.min(high, Math.max(low, value))
export const blend = (a, b, share) => a.map((value, at) => value + (b[at] - value) * share)
export const add = (a, b, share = 1) => a.map((value, at) => value + b[at] * share)
export const scale = (a, share) => a.map((value) => value * share)
export const rise = (low, high, value) => {
  const share = clamp((value - low) / (high - low))
  return share * share * (3 - 2 * share)
}
export const bell = (distance, width) => Math.exp(-((distance / width) ** 2))

function corner(x, y) {
  let hash = Math.imul(x, 374761393) + Math.imul(y, 668265263)
  hash = Math.imul(hash ^ (hash >>> 13), 1274126177)
  return ((hash ^ (hash >>> 16)) >>> 0) / 4294967296
}

/** Smooth noise, 0..1. */
export function noise(x, y) {
  const [column, row] = [Math.floor(x), Math.floor(y)]
  const [fx, fy] = [x - column, y - row]
  const [sx, sy] = [fx * fx * (3 - 2 * fx), fy * fy * (3 - 2 * fy)]
  const above = corner(column, row) + (corner(column + 1, row) - corner(column, row)) * sx
  const below = corner(column, row + 1) + (corner(column + 1, row + 1) - corner(column, row + 1)) * sx
  return above + (below - above) * sy
}

/** Noise with finer and finer detail, about 0..1. */
export function cloud(x, y, octaves = 5) {
  let sum = 0
  let weight = 0.5
  let [at, to] = [x, y]
  for (let octave = 0; octave < octaves; octave++) {
    sum += weight * noise(at, to)
    const turned = at * 1.6 + to * 1.2
    to = to * 1.6 - at * 1.2 + 17.3
    at = turned + 5.1
    weight *= 0.5
  }
  return sum / (1 - 0.5 ** octaves)
}

const toByte = (light) => 255 * clamp((light / (1 + light * 0.22)) ** (1 / 2.2))

/** Calls `colour(x, y)` for every pixel, y 0..1 downwards and x 0..width÷height; a little grain hides steps in skies. */
export function paint(width, height, colour) {
  const bytes = Buffer.alloc(width * height * 3)
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const light = colour((column + 0.5) / height, (row + 0.5) / height)
      const grain = (corner(column, row) - 0.5) * 5
      for (let part = 0; part < 3; part++)
        bytes[(row * width + column) * 3 + part] = clamp(toByte(light[part]) + grain, 0, 255)
    }
  return { bytes, width, height }
}
