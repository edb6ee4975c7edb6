import { expect, test } from '@playwright/test'
import { barredBy, roomsUnder } from '../../../lib/tasks/room'

const overCap = (...given: Parameters<typeof barredBy>) => barredBy(...given)?.why

const spent = (billed: number, inFlight = 0) => ({ billed, inFlight, units: 0, worth: 0, unknown: 0 })
const caps = { day: 10, month: 50, unpriced: false }

test('without a cap everything may be ordered, also at a price nobody knows', () => {
  expect(
    overCap({ day: null, month: null, unpriced: false }, { day: spent(1e5), month: spent(1e5) }, null),
  ).toBeUndefined()
})

test('an order that fits exactly is placed, a cent more is not', () => {
  expect(overCap(caps, { day: spent(5, 2.48), month: spent(5) }, 2.52)).toBeUndefined()
  expect(overCap(caps, { day: spent(5, 2.49), month: spent(5) }, 2.52)).toContain(
    'today’s cap of $10.00 by $0.01; $2.51 is left',
  )
})

test('the month’s cap holds on a cheap day', () => {
  expect(overCap(caps, { day: spent(0), month: spent(49.5) }, 1)).toContain('this month’s cap of $50.00')
})

test('under a cap an order of unknown price needs a word', () => {
  expect(overCap(caps, { day: spent(0), month: spent(0) }, null)).toContain('not known')
  expect(overCap({ ...caps, unpriced: true }, { day: spent(0), month: spent(0) }, null)).toBeUndefined()
})

test('what is on its way is counted, and the words on the button are few', () => {
  const now = { day: spent(7.5, 2.5), month: spent(20) }
  expect(roomsUnder({ day: 10, month: 50, unpriced: false }, now).map(({ left }) => left)).toEqual([0, 30])
  expect(barredBy(caps, now, 0.96)?.short).toBe('Over today’s cap by $0.96')
  expect(roomsUnder({ ...caps, day: null, month: null }, now)).toEqual([])
})
