// Points over a picture. Here they are pixels from the top left, as a screen has them; an order counts from the bottom left.

export type Point = { x: number; y: number }
export type Size = { width: number; height: number }
/** How many points a path may have. */
export type Count = { min: number; max: number }

export const distance = (a: Point, b: Point) => Math.hypot(b.x - a.x, b.y - a.y)

export const lengthOf = (line: readonly Point[]) =>
  line.reduce((sum, point, at) => {
    const before = line[at - 1]
    return before ? sum + distance(before, point) : 0
  }, 0)

const clamp = (value: number, least: number, greatest: number) => Math.min(greatest, Math.max(least, value))

/** The nearest point that lies on the picture. */
export const inside = ({ x, y }: Point, { width, height }: Size): Point => ({
  x: clamp(x, 0, width - 1),
  y: clamp(y, 0, height - 1),
})

/** `count` points at even distances along the line, its two ends among them. A line of one point stays as it is. */
export function sample(line: readonly Point[], count: number): Point[] {
  const [first] = line
  const last = line.at(-1)
  if (!first || !last || line.length < 2) return [...line]
  const whole = lengthOf(line)
  const points: Point[] = [first]
  let [at, gone] = [1, 0]
  for (let step = 1; step < count - 1; step++) {
    const wanted = (whole * step) / (count - 1)
    for (;;) {
      const [from, to] = [line[at - 1] ?? first, line[at] ?? last]
      const part = distance(from, to)
      if (gone + part >= wanted || at >= line.length - 1) {
        const share = part === 0 ? 0 : clamp((wanted - gone) / part, 0, 1)
        points.push({ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share })
        break
      }
      gone += part
      at += 1
    }
  }
  return [...points, last]
}

/** How many points a line drawn by hand deserves: one for each fortieth of the picture's longer side. */
export const countFor = (line: readonly Point[], { width, height }: Size, { min, max }: Count): number =>
  clamp(Math.round(lengthOf(line) / (Math.max(width, height) / 40)) + 1, min, max)

/** Whole pixels on the picture; a point that falls on the one before it says nothing and goes. */
export function settle(line: readonly Point[], size: Size): Point[] {
  const whole = line.map((point) => inside({ x: Math.round(point.x), y: Math.round(point.y) }, size))
  return whole.filter((point, at) => at === 0 || point.x !== whole[at - 1]?.x || point.y !== whole[at - 1]?.y)
}

/** From the top left to the bottom left and back: the lowest row of pixels is 0. */
export const flip = ({ x, y }: Point, { height }: Size): Point => ({ x, y: height - 1 - y })

export const ordered = (line: readonly Point[], size: Size): Point[] =>
  settle(line, size).map((point) => flip(point, size))

/** The place of the nearest point within reach, or nothing. */
export function nearest(line: readonly Point[], to: Point, reach: number): number | undefined {
  const gaps = line.map((point) => distance(point, to))
  const least = Math.min(...gaps)
  return least <= reach ? gaps.indexOf(least) : undefined
}

/** How far the point is from the line between its points. */
export function away(line: readonly Point[], to: Point): number {
  return line.reduce((least, end, at) => {
    const start = line[at - 1]
    if (!start) return Math.min(least, distance(end, to))
    const [dx, dy] = [end.x - start.x, end.y - start.y]
    const square = dx * dx + dy * dy
    const share = square === 0 ? 0 : clamp(((to.x - start.x) * dx + (to.y - start.y) * dy) / square, 0, 1)
    return Math.min(least, distance({ x: start.x + dx * share, y: start.y + dy * share }, to))
  }, Number.POSITIVE_INFINITY)
}
