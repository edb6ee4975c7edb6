// Sky and water at first light: the ground on which two of the samples stand.
import { add, bell, blend, clamp, cloud, noise, rise, scale } from './paint.mjs'

export const horizon = 0.66

/** `sun` is a place; `tint` are the colours of zenith, middle and rim. */
export function sky(x, y, sun, tint) {
  const height = clamp(y / horizon)
  let light = blend(tint.zenith, tint.middle, rise(0, 0.75, height))
  light = blend(light, tint.rim, rise(0.5, 1.02, height))
  const streaks = cloud(x * 1.4 + 3, y * 7.5 + x * 0.6, 6)
  const veil = rise(0.45, 0.78, streaks) * (0.35 + 0.65 * rise(0, 0.6, height))
  light = blend(light, blend(tint.cloud, tint.rim, height * 0.7), veil * 0.65)
  const far = Math.hypot((x - sun.x) * 0.8, y - sun.y)
  return add(add(light, tint.glow, 0.7 * Math.exp(-far * 4.2)), tint.glow, 0.8 * bell(far, 0.042))
}

export function water(x, y, sun, tint) {
  const depth = y - horizon
  const far = 1 / (depth + 0.012)
  const swell = cloud(x * far * 0.55 + 40, far * 2.6, 5)
  const ripple = noise(x * far * 3.1, far * 15)
  const tilt = swell * 0.75 + ripple * 0.25 - 0.5
  const mirrored = clamp(horizon - depth * 1.1 - tilt * 0.35, 0.02, horizon)
  const mirror = scale(sky(x + tilt * 0.06, mirrored, sun, tint), 0.62)
  const steep = rise(0.02, 0.34, depth)
  let light = blend(mirror, tint.deep, clamp(0.3 + steep * 0.55 + tilt * 0.9))
  const path = bell(x - sun.x, 0.05 + depth * 0.5)
  const spark = rise(0.6, 0.86, swell * 0.55 + ripple * 0.5)
  light = add(light, tint.glow, path * spark * (1.5 - depth * 2))
  return blend(tint.rim, light, rise(0, 0.03, depth))
}
