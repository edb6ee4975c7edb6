import { expect, test } from '@playwright/test'
import { begun, ended, laid, lengthOf, moved, shared } from '../../../components/lipsync/place'

const bounds = { film: 10, sound: 6, least: 2 }
const place = { from: 1, to: 5, at: 3 }

test('the piece moves within the film', () => {
  expect(moved(place, 1.2, bounds)).toEqual({ from: 1, to: 5, at: 4.2 })
  expect(moved(place, 40, bounds).at).toBe(6)
  expect(moved(place, -40, bounds).at).toBe(0)
})

test('cutting its beginning leaves the rest where it is heard', () => {
  const cut = begun(place, 1, bounds)
  expect(cut).toEqual({ from: 2, to: 5, at: 4 })
  expect(begun(place, 9, bounds)).toEqual({ from: 3, to: 5, at: 5 })
  // What was cut comes back, as far as the sound and the film go.
  expect(begun(cut, -9, bounds)).toEqual({ from: 0, to: 5, at: 2 })
})

test('its end stops at the end of the sound and of the film, and at the least length', () => {
  expect(ended(place, 9, bounds).to).toBe(6)
  expect(ended({ ...place, at: 5.5 }, 9, bounds).to).toBe(5.5)
  expect(lengthOf(ended(place, -9, bounds))).toBe(2)
})

test('a sound is first laid where the face appears, as much of it as there is room for', () => {
  expect(laid({ from: 2, to: 9 }, 10, 6)).toEqual({ from: 0, to: 6, at: 2 })
  expect(laid({ from: 7, to: 9 }, 10, 6)).toEqual({ from: 0, to: 3, at: 7 })
})

test('sound and face meet for as long as both are there', () => {
  expect(shared(place, { from: 0, to: 10 })).toBe(4)
  expect(shared(place, { from: 6, to: 10 })).toBe(1)
  expect(shared(place, { from: 8, to: 10 })).toBe(0)
})
