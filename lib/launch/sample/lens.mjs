// Sample 4: the great lens in its room, the bulb pale against the morning.
import { add, bell, blend, clamp, cloud, rise, scale } from './paint.mjs'

const middle = { x: 0.89, y: 0.5 }
const dark = [0.014, 0.012, 0.012]

function outside(x, y) {
  const low = blend([0.12, 0.12, 0.17], [0.8, 0.46, 0.28], rise(0.05, 0.72, y))
  const veil = rise(0.4, 0.8, cloud(x * 1.5, y * 6 + 4, 5))
  const air = blend(low, [0.5, 0.32, 0.26], veil * 0.4)
  return y > 0.745
    ? blend([0.6, 0.36, 0.24], [0.05, 0.05, 0.06], rise(0.745, 1, y + (cloud(x * 9, y * 90, 3) - 0.5) * 0.2))
    : air
}

export function lens(x, y) {
  const [dx, dy] = [x - middle.x, y - middle.y]
  let light = scale(outside(x, y), 0.62)
  for (const bar of [0.06, 0.47, 1.31, 1.72]) {
    const side = (x - bar) / 0.017
    if (Math.abs(side) < 1) light = add(dark, [0.5, 0.3, 0.16], 0.12 * rise(0.2, 1, side * Math.sign(middle.x - bar)))
  }
  if (y < 0.045 || y > 0.945) light = add(dark, [0.4, 0.24, 0.12], 0.1 * bell(y - 0.945, 0.012))
  const far = Math.hypot(dx / 0.86, dy)
  const rim = 0.425
  if (far < rim + 0.02) {
    if (far > rim) light = add(dark, [0.9, 0.5, 0.22], 0.25 * bell(far - rim - 0.006, 0.005) * (1.1 - dy))
    else {
      const ring = (far / rim) ** 0.9 * 17
      const share = ring - Math.floor(ring)
      const angle = Math.atan2(dy, dx)
      const prism = 0.25 + 0.85 * Math.abs(Math.sin(share * Math.PI)) ** 0.7
      const seam = share < 0.09 ? 0.3 : 1
      const rib = Math.abs(Math.sin(angle * 6)) < 0.028 + 0.008 / (far + 0.05) && far > 0.13 ? 0.4 : 1
      const glow = 0.1 + 1.05 * Math.exp(-far * 5.8)
      const caught = outside(middle.x - dx * 0.7, clamp(middle.y - dy * 0.8 + (share - 0.5) * 0.12))
      const flicker = 0.8 + 0.4 * cloud(x * 30, y * 30, 3)
      light = scale(add(scale(caught, 0.5), [1.05, 0.72, 0.36], glow), prism * seam * rib * flicker)
      if (far < 0.115) {
        const bull = rise(0.118, 0.1, far)
        light = blend(light, add([0.75, 0.55, 0.32], [1.9, 1.75, 1.4], bell(far, 0.062)), bull)
      }
    }
  }
  light = add(light, [1, 0.72, 0.4], 0.11 * Math.exp(-Math.hypot(dx, dy) * 5.5))
  return scale(light, 1 - 0.5 * clamp(Math.hypot(dx * 0.8, dy) - 0.42))
}
