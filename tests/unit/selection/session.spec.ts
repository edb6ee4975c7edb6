import { expect, test } from '@playwright/test'
import { countOf, fine, full, type Session, timeOf, withSpots } from '../../../components/selection/session'

const session: Session = {
  session: 's',
  film: 'f',
  fps: 30,
  frames: 90,
  width: 1280,
  height: 720,
  openedAt: 0,
  points: {},
}
const spots = (count: number) => Array.from({ length: count }, (_, at) => ({ x: at / 20, y: 0.5 }))

test('a frame is shown at its middle, so that rounding never shows its neighbour', () => {
  for (const frame of [0, 1, 44, 89]) expect(Math.floor(timeOf(frame, session) * session.fps)).toBe(frame)
})

test('ten points to a frame and ten frames, each with its reason', () => {
  const most = { frames: 10, points: 10 }
  const crowded = withSpots(session, 3, spots(10))
  expect(full(crowded, 3, most)).toContain('10 points')
  expect(full(crowded, 4, most)).toBeUndefined()
  const wide = Array.from({ length: 10 }, (_, at) => at).reduce((one, at) => withSpots(one, at, spots(1)), session)
  expect(countOf(wide)).toBe(10)
  expect(full(wide, 10, most)).toContain('10 frames')
  expect(full(wide, 9, most)).toBeUndefined()
})

test('a frame without points is none', () => {
  expect(withSpots(withSpots(session, 3, spots(1)), 3, []).points).toEqual({})
})

test('a point is written so that it can be taken back by the very same figures', () => {
  expect(fine(1 / 3)).toBe(0.33333)
  expect(fine(fine(0.123456789))).toBe(fine(0.123456789))
  expect(fine(1.2)).toBe(1)
})
