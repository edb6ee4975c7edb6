// The slow move over a picture: where the camera looks at every moment, and never twice the same way in a row.
import { chance, shuffled } from './random.mjs'

const moves = ['in', 'left', 'out', 'right', 'up', 'down']
/** How much larger than the frame a picture is kept, so that a near view is still sharp. */
export const spare = 1.06

/** The move of the shot at `index` over a picture of `width` × `height` (kept size), for a frame of `frame` size. */
export function move({ seed, index, seconds, frame, width, height }) {
  const order = shuffled(moves, chance(seed))
  const name = along(order[index % order.length], index, { frame, width, height })
  const near = 1 + Math.min(0.15, 0.035 + 0.016 * seconds)
  const fit = Math.min(width / frame.width, height / frame.height)
  const path = paths(near, chance(`${seed}/${index}`))[name]
  return (share) => {
    const zoom = path.from.zoom * (path.to.zoom / path.from.zoom) ** share
    const step = fit / zoom
    const at = (axis, kept, seen) => {
      const slack = kept - seen * step
      // A wide picture in a tall frame would rush by: this much of the frame may pass, and no more.
      const reach = Math.min(1, (0.02 + 0.03 * seconds) / Math.max(1e-6, slack / (seen * step)))
      const wish = path.from[axis] + (path.to[axis] - path.from[axis]) * share
      return slack * (0.5 + (wish - 0.5) * reach)
    }
    return { left: at('x', width, frame.width), top: at('y', height, frame.height), step }
  }
}

/** A picture with much more to show on one axis is travelled along that axis. */
function along(name, index, { frame, width, height }) {
  const wide = width / frame.width / (height / frame.height)
  if (wide > 1.3) return index % 2 ? 'left' : 'right'
  if (wide < 1 / 1.3) return index % 2 ? 'down' : 'up'
  return name
}

function paths(near, random) {
  const aside = 0.5 + (random() - 0.5) * 0.5
  const above = 0.5 + (random() - 0.5) * 0.4
  const middle = { x: 0.5, y: 0.5 }
  const close = { zoom: near, x: aside, y: above }
  const full = { zoom: 1, ...middle }
  const pan = (from, to) => ({
    from: { zoom: near, ...middle, ...from },
    to: { zoom: 1 + (near - 1) * 0.85, ...middle, ...to },
  })
  return {
    in: { from: full, to: close },
    out: { from: close, to: full },
    left: pan({ x: 0.95 }, { x: 0.05 }),
    right: pan({ x: 0.05 }, { x: 0.95 }),
    up: pan({ y: 0.95 }, { y: 0.05 }),
    down: pan({ y: 0.05 }, { y: 0.95 }),
  }
}
