// A plain place to move a camera through: a floor with lines, four blocks, and somebody in the middle.
import type { Spot } from './pose'

/** `tone`: how much light a face has, 0..1. `subject` is drawn in the accent. */
export type Face = { corners: Spot[]; tone: number; subject?: true }

function block(x: number, z: number, wide: number, deep: number, high: number, subject?: true): Face[] {
  const [left, right, near, far] = [x - wide / 2, x + wide / 2, z - deep / 2, z + deep / 2]
  const wall = (a: [number, number], b: [number, number], tone: number): Face => ({
    corners: [
      { x: a[0], y: 0, z: a[1] },
      { x: b[0], y: 0, z: b[1] },
      { x: b[0], y: high, z: b[1] },
      { x: a[0], y: high, z: a[1] },
    ],
    tone,
    ...(subject ? { subject } : {}),
  })
  const top: Face = {
    corners: [
      { x: left, y: high, z: near },
      { x: right, y: high, z: near },
      { x: right, y: high, z: far },
      { x: left, y: high, z: far },
    ],
    tone: 1,
    ...(subject ? { subject } : {}),
  }
  return [
    wall([left, near], [right, near], 0.55),
    wall([left, far], [left, near], 0.35),
    wall([right, near], [right, far], 0.75),
    wall([right, far], [left, far], 0.3),
    top,
  ]
}

export const faces: readonly Face[] = [
  ...block(-3.4, 7.5, 1.7, 1.7, 3.6),
  ...block(3.6, 8.5, 1.9, 1.9, 2.6),
  ...block(-2.6, 13, 2, 2, 5),
  ...block(2.9, 14.5, 2.4, 2.4, 4.2),
  ...block(0, 6, 0.7, 0.5, 1.7, true),
]

const span = (from: number, to: number, step: number) =>
  Array.from({ length: Math.round((to - from) / step) + 1 }, (_, at) => from + at * step)

export const floorLines: readonly [Spot, Spot][] = [
  ...span(-10, 10, 2).map((x): [Spot, Spot] => [
    { x, y: 0, z: -3 },
    { x, y: 0, z: 26 },
  ]),
  ...span(-2, 26, 2).map((z): [Spot, Spot] => [
    { x: -10, y: 0, z },
    { x: 10, y: 0, z },
  ]),
]
