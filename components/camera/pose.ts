// Where the camera stands at a moment of its movement, and where a point of the scene then lies in the picture.
import type { Axis, Movement } from './move'

/** x to the right, y up, z away from the viewer. */
export type Spot = { x: number; y: number; z: number }
/** Angles in radians: `pan` + right, `tilt` + up, `roll` + clockwise. `focal` in halves of the picture's height. */
export type Pose = Spot & { pan: number; tilt: number; roll: number; focal: number }

/** Eye height before a scene whose subject stands 6 away. */
const rest: Pose = { x: 0, y: 1.5, z: 0, pan: 0, tilt: 0, roll: 0, focal: 1.7 }

/** What the whole of an axis (10) does in the drawing; how far a model takes it is its own matter. */
const whole: Record<Axis, (pose: Pose, share: number) => Pose> = {
  horizontal: (pose, share) => ({ ...pose, x: pose.x + 2.4 * share }),
  vertical: (pose, share) => ({ ...pose, y: pose.y + 1.35 * share }),
  pan: (pose, share) => ({ ...pose, pan: pose.pan + 0.6 * share }),
  tilt: (pose, share) => ({ ...pose, tilt: pose.tilt + 0.4 * share }),
  roll: (pose, share) => ({ ...pose, roll: pose.roll + 0.6 * share }),
  // A wider view is a shorter focal length.
  zoom: (pose, share) => ({ ...pose, focal: pose.focal * 2 ** -share }),
}

/** @param share 0 at the first frame, 1 at the last. */
export function poseAt({ type, config = {} }: Movement, share: number): Pose {
  switch (type) {
    case 'simple':
      return (Object.keys(whole) as Axis[]).reduce(
        (pose, axis) => whole[axis](pose, ((config[axis] ?? 0) / 10) * share),
        rest,
      )
    case 'down_back':
      return { ...rest, y: rest.y - 0.9 * share, z: rest.z - 2.2 * share }
    case 'forward_up':
      return { ...rest, y: rest.y + 1.1 * share, z: rest.z + 2.2 * share, tilt: 0.12 * share }
    case 'right_turn_forward':
      return turned(1, share)
    case 'left_turn_forward':
      return turned(-1, share)
  }
}

/** First the turn, then the way forward along the new view. */
function turned(way: 1 | -1, share: number): Pose {
  const pan = way * 0.45 * Math.min(1, share * 2)
  const ahead = 2.4 * Math.max(0, share * 2 - 1)
  return { ...rest, pan, x: rest.x + Math.sin(pan) * ahead, z: rest.z + Math.cos(pan) * ahead }
}

/** The spot as the camera sees it: x right, y up, z ahead. */
export function seenFrom(pose: Pose, { x, y, z }: Spot): Spot {
  const [dx, dy, dz] = [x - pose.x, y - pose.y, z - pose.z]
  const [cp, sp] = [Math.cos(pose.pan), Math.sin(pose.pan)]
  const [px, pz] = [dx * cp - dz * sp, dx * sp + dz * cp]
  const [ct, st] = [Math.cos(pose.tilt), Math.sin(pose.tilt)]
  const [ty, tz] = [dy * ct - pz * st, dy * st + pz * ct]
  const [cr, sr] = [Math.cos(pose.roll), Math.sin(pose.roll)]
  return { x: px * cr - ty * sr, y: px * sr + ty * cr, z: tz }
}

/** In halves of the picture's height from its middle, y downwards; only for what lies ahead. */
export const onPicture = ({ focal }: Pose, { x, y, z }: Spot) => ({ x: (x / z) * focal, y: (-y / z) * focal })
