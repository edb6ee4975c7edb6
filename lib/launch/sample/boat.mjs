// Sample 2: an empty boat on still water, fog, a pale sun.
import { add, bell, blend, clamp, cloud, noise, rise, scale } from './paint.mjs'

const line = 0.47
const sun = { x: 0.62, y: 0.25 }
const fog = [0.335, 0.375, 0.4]
const hull = { x: 1.06, y: 0.635, half: 0.17 }

function air(x, y) {
  const drift = cloud(x * 1.3 + 2, y * 3, 5)
  let light = blend([0.085, 0.11, 0.135], fog, rise(0, line, y) * 0.8 + drift * 0.25)
  const far = Math.hypot(x - sun.x, y - sun.y)
  light = add(light, [0.95, 0.82, 0.62], 0.46 * Math.exp(-far * 3.6))
  return add(light, [1.35, 1.2, 0.95], rise(0.05, 0.035, far) * 0.8)
}

function hills(x, y) {
  const near = line - 0.035 - 0.05 * bell(x - 1.6, 0.3) - (cloud(x * 5, 8, 5) - 0.5) * 0.045
  const back = line - 0.075 - 0.06 * bell(x - 0.2, 0.35) - (cloud(x * 3.2, 30, 5) - 0.5) * 0.07
  return { near: rise(near, near + 0.006, y), back: rise(back, back + 0.008, y) }
}

function shore(x, y) {
  const { near, back } = hills(x, y)
  let light = air(x, y)
  light = blend(light, [0.25, 0.275, 0.285], back * 0.55)
  light = blend(light, [0.15, 0.17, 0.18], near * 0.6)
  return blend(light, fog, rise(line - 0.06, line, y) * 0.75)
}

/** 1 inside the boat; the line of its side and the shade within. */
function boat(x, y) {
  const across = (x - hull.x) / hull.half
  if (Math.abs(across) > 1) return
  const side = hull.y - 0.03 * across ** 2 - 0.016 * Math.max(0, across) ** 3
  const keel = side + (hull.y + 0.048 - side) * (1 - Math.abs(across) ** 4.5) ** 0.8
  if (y < side || y > keel) {
    const inside = side - 0.017 * Math.sqrt(Math.max(0, 1 - across ** 2))
    const bench = Math.abs(across + 0.25) < 0.045 || Math.abs(across - 0.4) < 0.04
    if (y > inside && y <= side) return bench ? [0.1, 0.092, 0.084] : [0.022, 0.022, 0.023]
    return
  }
  const plank = 0.75 + 0.5 * Math.abs((((y - side) * 160) % 1) - 0.5)
  const rim = bell(y - side, 0.0035)
  const grain = cloud(x * 60, y * 12, 3)
  return add(scale([0.05, 0.047, 0.045], plank * (0.6 + grain)), [0.3, 0.28, 0.24], rim * 0.55)
}

const mirrorOf = (y) => 2 * (hull.y + 0.043) - y

function water(x, y) {
  const depth = y - line
  const far = 1 / (depth + 0.02)
  const wave = cloud(x * far * 0.4, far * 2.2, 4) - 0.5
  const ring = Math.hypot((x - hull.x) * 0.42, y - hull.y - 0.06)
  const rings = Math.sin(ring * 210) * Math.exp(-ring * 17) * 0.5
  const sway = (wave * 0.05 + rings * 0.012) * rise(0, 0.2, depth)
  let light = scale(shore(x + sway, clamp(line - depth * 0.92 + sway * 0.8, 0.01, line)), 0.86)
  light = blend(light, [0.026, 0.036, 0.045], rise(0.03, 0.55, depth) * 0.8)
  light = add(light, [0.5, 0.47, 0.4], clamp(rings) * 0.28)
  const path = bell(x - sun.x + sway, 0.045 + depth * 0.12)
  light = add(
    light,
    [0.7, 0.6, 0.44],
    path * rise(0.5, 0.8, noise(x * far * 2, far * 11)) * 0.5 * rise(0.3, 0.06, depth),
  )
  const twin = boat(x + sway * 0.6, mirrorOf(y) + sway * 0.5)
  if (twin && y > hull.y + 0.03) light = blend(light, scale(twin, 0.8), 0.78 * rise(0.2, 0, y - hull.y - 0.04))
  return light
}

export function adrift(x, y) {
  let light = y < line ? shore(x, y) : water(x, y)
  const built = boat(x, y)
  if (built) light = blend(built, fog, 0.1)
  const veil = rise(0.4, 0.8, cloud(x * 1.6 + 7, y * 5 + 1, 5)) * bell(y - line - 0.03, 0.13)
  light = blend(light, fog, veil * 0.45)
  return scale(light, 1 - 0.4 * clamp(Math.hypot(x - 0.89, (y - 0.5) * 1.3) - 0.5))
}
