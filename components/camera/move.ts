// What a camera can be told, in words, and the edits that keep one axis at work.

/** `signs` stand where the words are too long. */
export type AxisWords = { label: string; minus: string; plus: string; signs?: readonly [string, string] }

export const axes = {
  horizontal: { label: 'Slide', minus: 'left', plus: 'right' },
  vertical: { label: 'Lift', minus: 'down', plus: 'up' },
  pan: { label: 'Pan', minus: 'left', plus: 'right' },
  tilt: { label: 'Tilt', minus: 'down', plus: 'up' },
  roll: { label: 'Roll', minus: 'counter-clockwise', plus: 'clockwise', signs: ['↺', '↻'] },
  zoom: { label: 'Zoom', minus: 'closer', plus: 'wider' },
} as const satisfies Record<string, AxisWords>
export type Axis = keyof typeof axes
export const axisIds = Object.keys(axes) as Axis[]

export const moves = {
  simple: { label: 'One axis', does: 'Choose an axis below.' },
  down_back: { label: 'Down and back', does: 'The camera sinks and draws back.' },
  forward_up: { label: 'Forward and up', does: 'The camera goes forward and rises.' },
  right_turn_forward: { label: 'Turn right, forward', does: 'The camera turns right, then goes forward.' },
  left_turn_forward: { label: 'Turn left, forward', does: 'The camera turns left, then goes forward.' },
} as const
export type Move = keyof typeof moves
export type Config = { [A in Axis]?: number | undefined }
export type Movement = { type: Move; config?: Config | undefined }

const verbs: Record<Axis, (way: string) => string> = {
  horizontal: (way) => `The camera slides to the ${way}.`,
  vertical: (way) => `The camera goes straight ${way}.`,
  pan: (way) => `The camera stays and turns ${way}.`,
  tilt: (way) => `The camera stays and looks ${way}.`,
  roll: (way) => `The camera stays and rolls ${way}.`,
  zoom: (way) =>
    way === 'closer' ? 'The lens grows longer: a narrower view.' : 'The lens grows shorter: a wider view.',
}

/** The axes that are at work; a lawful camera has exactly one. */
export const working = (config: Config = {}): Axis[] => axisIds.filter((axis) => (config[axis] ?? 0) !== 0)

/** The axis is set and every other one is still; `stilled` are those that had to give way. */
export function turn(config: Config = {}, axis: Axis, value: number): { config: Config; stilled: Axis[] } {
  const stilled = value === 0 ? [] : working(config).filter((one) => one !== axis)
  const kept = Object.fromEntries(axisIds.map((one) => [one, stilled.includes(one) ? 0 : (config[one] ?? 0)]))
  return { config: { ...kept, [axis]: value }, stilled }
}

/** "Pan 4" */
export const said = (axis: Axis, value: number) => `${axes[axis].label} ${value}`

/** What the movement does, in a sentence. */
export function sentence({ type, config = {} }: Movement): string {
  if (type !== 'simple') return moves[type].does
  const [axis, ...more] = working(config)
  if (!axis || more.length > 0) return moves.simple.does
  return verbs[axis](axes[axis][(config[axis] ?? 0) < 0 ? 'minus' : 'plus'])
}
