import { expect, test } from '@playwright/test'
import { away, countFor, flip, lengthOf, nearest, ordered, sample, settle } from '../../../components/brush/geometry'
import { blank, cleared, lacks, marked, routed } from '../../../components/brush/sheet'
import { fit, toPicture, toStage, zoomed } from '../../../components/brush/view'

const size = { width: 640, height: 480 }

test('an order counts from the bottom left: the top row of pixels is the highest', () => {
  expect(flip({ x: 10, y: 0 }, size)).toEqual({ x: 10, y: 479 })
  expect(flip({ x: 10, y: 479 }, size)).toEqual({ x: 10, y: 0 })
  const point = { x: 3, y: 123 }
  expect(flip(flip(point, size), size)).toEqual(point)
})

test('an order holds whole pixels of the picture in the direction of the hand', () => {
  const line = [
    { x: -4.2, y: 470.6 },
    { x: 320.4, y: 240.4 },
    { x: 700, y: -20 },
  ]
  expect(ordered(line, size)).toEqual([
    { x: 0, y: 8 },
    { x: 320, y: 239 },
    { x: 639, y: 479 },
  ])
})

test('a hand’s line is sampled at even distances, its ends kept', () => {
  // Drawn slowly at first: many points close together, then two far apart.
  const line = [...Array.from({ length: 50 }, (_, at) => ({ x: at, y: 0 })), { x: 49, y: 51 }]
  const points = sample(line, 11)
  expect(points).toHaveLength(11)
  expect(points[0]).toEqual(line[0])
  expect(points.at(-1)).toEqual(line.at(-1))
  const gaps = points.slice(1).map((point, at) => lengthOf([points[at] ?? point, point]))
  // Around the corner a gap is a little shorter than along the line.
  for (const gap of gaps) expect(gap).toBeGreaterThan(7)
  for (const gap of gaps) expect(gap).toBeLessThan(10.01)
})

test('two points are a straight line, one point and a standing hand stay as they are', () => {
  const ends = [
    { x: 0, y: 0 },
    { x: 90, y: 30 },
  ]
  expect(sample(ends, 2)).toEqual(ends)
  expect(sample(ends, 4)[1]).toEqual({ x: 30, y: 10 })
  expect(sample([{ x: 1, y: 1 }], 20)).toEqual([{ x: 1, y: 1 }])
  const still = [
    { x: 5, y: 5 },
    { x: 5, y: 5 },
  ]
  expect(settle(sample(still, 77), size)).toEqual([{ x: 5, y: 5 }])
})

test('the count follows the length and keeps within what a path may have', () => {
  const across = (to: number) => [
    { x: 0, y: 0 },
    { x: to, y: 0 },
  ]
  const count = { min: 2, max: 77 }
  expect(countFor(across(1), size, count)).toBe(2)
  expect(countFor(across(320), size, count)).toBe(21)
  expect(countFor(across(640 * 5), size, count)).toBe(77)
})

test('points that fall on one pixel are said once', () => {
  expect(
    settle(
      [
        { x: 1.2, y: 1 },
        { x: 1.4, y: 1.1 },
        { x: 9, y: 1 },
      ],
      size,
    ),
  ).toEqual([
    { x: 1, y: 1 },
    { x: 9, y: 1 },
  ])
})

test('a point is taken hold of within reach, the line between its points as well', () => {
  const line = [
    { x: 0, y: 0 },
    { x: 100, y: 0 },
  ]
  expect(nearest(line, { x: 96, y: 3 }, 6)).toBe(1)
  expect(nearest(line, { x: 50, y: 0 }, 6)).toBeUndefined()
  expect(away(line, { x: 50, y: 4 })).toBe(4)
})

test('the picture fits its stage, and zooming keeps the point under the hand', () => {
  const view = fit(size, { width: 664, height: 904 })
  expect(view).toEqual({ scale: 1, x: 12, y: 212 })
  const at = { x: 100, y: 300 }
  const near = zoomed(view, 2, at)
  expect(near.scale).toBe(2)
  expect(toPicture(near, at)).toEqual(toPicture(view, at))
  expect(toStage(near, toPicture(near, at))).toEqual(at)
})

test('an area needs paint and a path; what stays still needs only paint', () => {
  const dab = { kind: 'stroke', area: 2, erases: false, radius: 4, line: [{ x: 1, y: 1 }] } as const
  const painted = new Set([2, 0] as const)
  const sheet = marked(blank, dab)
  expect(lacks(sheet, painted, 2)).toEqual([{ area: 2, why: 'Area 2 needs a path' }])
  const path = [
    { x: 0, y: 0 },
    { x: 5, y: 5 },
  ]
  expect(lacks(routed(sheet, 2, path), painted, 2)).toEqual([])
  expect(lacks(routed(blank, 3, path), new Set(), 2)).toEqual([
    { area: 3, why: 'Area 3 has a path but nothing is painted' },
  ])
  expect(cleared(routed(sheet, 2, path), 2).paths).toEqual({})
})
