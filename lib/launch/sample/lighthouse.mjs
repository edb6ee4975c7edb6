// Sample 1: a white lighthouse on black rock, its lamp still lit at dawn.
import { add, bell, blend, clamp, cloud, noise, rise, scale } from './paint.mjs'
import { horizon, sky, water } from './sea.mjs'

const sun = { x: 1.28, y: 0.63 }
const tint = {
  zenith: [0.06, 0.075, 0.13],
  middle: [0.2, 0.16, 0.2],
  rim: [0.86, 0.5, 0.31],
  cloud: [0.1, 0.085, 0.12],
  glow: [1, 0.56, 0.26],
  deep: [0.018, 0.026, 0.038],
}
const tower = { x: 0.8, top: 0.205, foot: 0.6 }

const ridge = (x) =>
  0.79 -
  0.245 * bell(x - 0.79, 0.17) -
  0.09 * bell(x - 0.6, 0.1) -
  0.08 * bell(x - 1.02, 0.11) -
  0.03 * bell(x - 0.44, 0.05) -
  (cloud(x * 8, 2.5, 7) - 0.5) * 0.11 -
  (cloud(x * 44, 9.5, 3) - 0.5) * 0.012
const shore = (x) => 0.772 + 0.012 * Math.sin(x * 9) + (noise(x * 40, 3) - 0.5) * 0.01

function rock(x, y) {
  const [u, v] = [x * 11 + y * 4, y * 9]
  const facet = cloud(u, v, 7)
  const lit = clamp((facet - cloud(u + 0.09, v - 0.07, 7)) * 9 - 0.05)
  const crack = bell(cloud(x * 18, y * 7 + 30, 5) - 0.5, 0.02)
  const base = scale([0.014, 0.0125, 0.0135], 0.5 + facet)
  const edge = bell(y - ridge(x), 0.007) * rise(0.7, 1.1, x)
  const lighted = add(base, [0.115, 0.062, 0.036], lit * rise(0.45, 1.05, x) * (1 - 0.6 * crack))
  return add(lighted, tint.glow, edge * 0.14)
}

function house(x, y) {
  const share = clamp((y - tower.top) / (tower.foot - tower.top))
  const half = 0.026 + 0.015 * share ** 1.4
  const across = (x - tower.x) / half
  if (y > tower.top && y < tower.foot && Math.abs(across) < 1) {
    const round = Math.sqrt(1 - across * across)
    const warm = clamp(across * 0.75 + round * 0.3)
    const wall = add(scale([0.2, 0.2, 0.25], 0.35 + 0.6 * round), [0.85, 0.5, 0.3], warm * 0.6)
    const window = [0.31, 0.42, 0.52].some(
      (at, index) => Math.abs(y - at) < 0.011 && Math.abs(across - 0.12 - index * 0.04) < 0.16,
    )
    const streak = 0.86 + 0.2 * cloud(x * 90, y * 5, 3)
    return window ? [0.02, 0.018, 0.02] : scale(wall, streak * (1 - 0.25 * share))
  }
  return lantern(x - tower.x, y)
}

const dark = [0.016, 0.014, 0.015]
function lantern(x, y) {
  const side = Math.abs(x)
  if (y > 0.196 && y < 0.21 && side < 0.043) return dark
  if (y > 0.166 && y < 0.196 && side < 0.043) {
    const bar = Math.abs(((side * 1000) % 8.6) - 4.3) > 3.7 || y < 0.169
    if (bar && (side > 0.022 || y < 0.169)) return dark
  }
  if (y > 0.132 && y < 0.196 && side < 0.023) {
    const pane = Math.abs(((side * 1000 + 3.8) % 7.6) - 3.8) > 3.2 || Math.abs(y - 0.164) < 0.0012
    return pane ? dark : add([0.9, 0.55, 0.25], [2.4, 1.9, 1.1], bell(Math.hypot(x, y - 0.162), 0.016))
  }
  const dome = 0.132 - 0.03 * Math.sqrt(Math.max(0, 1 - (side / 0.028) ** 2))
  if (side < 0.028 && y > dome && y <= 0.134) return add(dark, tint.glow, rise(0, 0.028, x) * 0.12)
  if (side < 0.0016 && y > 0.07 && y < 0.11) return dark
  if (Math.hypot(x, y - 0.1) < 0.0052) return dark
}

function lamp(x, y) {
  const [dx, dy] = [x - tower.x, y - 0.162]
  const far = Math.hypot(dx, dy)
  const halo = 0.5 * Math.exp(-far * 16) + 0.1 * Math.exp(-far * 5)
  const left = bell(dy + dx * 0.1, 0.01 + Math.abs(dx) * 0.055) * (dx < 0 ? Math.exp(dx * 1.7) : 0)
  return halo + left * 0.34
}

export function lighthouse(x, y) {
  let light = y < horizon ? sky(x, y, sun, tint) : water(x, y, sun, tint)
  const built = house(x, y)
  if (built) light = built
  if (y > ridge(x) && y < shore(x)) light = rock(x, y)
  const foam = bell(y - shore(x) - 0.004, 0.009) * rise(0.002, 0.02, shore(x) - ridge(x))
  light = add(light, [0.42, 0.36, 0.36], foam * rise(0.35, 0.75, cloud(x * 30, y * 60, 4)))
  if (y > shore(x)) light = scale(light, 1 - 0.8 * bell(x - 0.78, 0.27) * rise(0.21, 0, y - shore(x)))
  const mist = rise(0.42, 0.85, cloud(x * 3 + 9, y * 6, 5)) * bell(y - 0.67, 0.09) * 0.3
  light = blend(light, [0.52, 0.36, 0.29], mist)
  return add(light, [1, 0.74, 0.42], built && y > 0.21 && y < ridge(x) ? 0 : lamp(x, y))
}
