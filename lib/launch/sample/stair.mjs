// Sample 3: straight down a spiral stair, lamplight rising from below.
import { add, bell, blend, clamp, cloud, rise, scale } from './paint.mjs'

const eye = { x: 0.93, y: 0.53 }
const steps = 22
const turn = Math.PI * 2

export function stair(x, y) {
  const [dx, dy] = [x - eye.x, y - eye.y]
  const far = Math.hypot(dx, dy) * (1 + 0.02 * Math.sin(Math.atan2(dy, dx) * 2))
  const angle = Math.atan2(dy, dx)
  // Each turn of the stair is this much smaller than the one above it.
  const depth = -Math.log(Math.max(far, 1e-4)) / 0.62
  const along = angle / turn
  const level = Math.floor(depth - along)
  const within = depth - along - level
  const below = Math.max(0, level + along)
  const lamp = [1.25, 0.66, 0.26]
  const reach = clamp(0.012 + 0.085 * below ** 1.9, 0, 1.7)
  if (far < 0.035) return add([0.95, 0.55, 0.24], [2.2, 1.6, 0.8], bell(far, 0.02))

  const count = along * steps
  const step = Math.floor(count)
  const share = count - step
  let light
  if (within < 0.115) {
    const round = bell(within - 0.05, 0.028)
    light = add([0.02, 0.013, 0.008], [1, 0.6, 0.24], round * (0.16 + reach * 0.75))
    if (within > 0.085) light = [0.006, 0.005, 0.005]
  } else if (within < 0.64) {
    const worn = 0.7 + 0.5 * cloud(x * 26, y * 26, 5)
    const lip = bell(share - 0.04, 0.045)
    const shade = rise(1.02, 0.25, share) * (0.55 + 0.45 * rise(0.115, 0.4, within))
    const stone = scale([0.15, 0.135, 0.135], worn * (0.05 + shade * 0.42))
    light = add(stone, lamp, reach * (0.1 + 0.3 * shade * worn))
    light = add(light, [0.5, 0.36, 0.22], lip * (0.05 + reach * 0.35))
    light = scale(light, 0.86 + 0.14 * Math.sin(step * 12.9898) * 1.4)
  } else {
    const course = Math.abs((((within - 0.64) * 14) % 1) - 0.5) > 0.46
    const brick = cloud(x * 40 + step, y * 40, 4)
    const wall = scale([0.11, 0.095, 0.088], (0.35 + brick * 0.8) * (course ? 0.55 : 1))
    const from = rise(0.64, 1, within)
    light = add(scale(wall, 0.16 + 0.22 * (1 - from)), lamp, reach * (0.05 + 0.13 * from) * (0.5 + brick))
    light = scale(light, rise(0.62, 0.72, within))
  }
  light = add(light, lamp, 0.3 * Math.exp(-far * 8.5))
  const edge = clamp(Math.hypot(dx * 0.82, dy) - 0.3)
  return blend(light, [0.004, 0.005, 0.008], clamp(edge * 1.25))
}
