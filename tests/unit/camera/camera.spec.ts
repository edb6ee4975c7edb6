import { expect, test } from '@playwright/test'
import { axisIds, sentence, turn, working } from '../../../components/camera/move'
import { onPicture, poseAt, type Spot, seenFrom } from '../../../components/camera/pose'

const ahead: Spot = { x: 0, y: 1.5, z: 6 }
const seen = (axis: string, value: number, spot: Spot = ahead) => {
  const pose = poseAt({ type: 'simple', config: { [axis]: value } }, 1)
  return onPicture(pose, seenFrom(pose, spot))
}

test('at rest what is straight ahead stands in the middle', () => {
  for (const axis of axisIds) {
    const { x, y } = seen(axis, 0)
    expect(x).toBeCloseTo(0)
    expect(y).toBeCloseTo(0)
  }
})

test('plus leads right and up, so what is seen goes left and down', () => {
  for (const axis of ['horizontal', 'pan']) {
    expect(seen(axis, 5).x).toBeLessThan(0)
    expect(seen(axis, -5).x).toBeGreaterThan(0)
  }
  for (const axis of ['vertical', 'tilt']) {
    expect(seen(axis, 5).y).toBeGreaterThan(0)
    expect(seen(axis, -5).y).toBeLessThan(0)
  }
})

test('a camera that rolls clockwise sees the world turn the other way', () => {
  const above = { ...ahead, y: 3 }
  expect(seen('roll', 5, above).x).toBeLessThan(0)
  expect(seen('roll', -5, above).x).toBeGreaterThan(0)
})

test('plus zoom is a wider view: things get smaller', () => {
  const beside = { ...ahead, x: 1 }
  const still = seen('zoom', 0, beside).x
  expect(seen('zoom', 10, beside).x).toBeLessThan(still)
  expect(seen('zoom', -10, beside).x).toBeGreaterThan(still)
})

test('presets go where their names say', () => {
  const start = poseAt({ type: 'down_back' }, 0)
  const back = poseAt({ type: 'down_back' }, 1)
  expect(back.y).toBeLessThan(start.y)
  expect(back.z).toBeLessThan(start.z)
  const forward = poseAt({ type: 'forward_up' }, 1)
  expect(forward.y).toBeGreaterThan(start.y)
  expect(forward.z).toBeGreaterThan(start.z)
  expect(poseAt({ type: 'right_turn_forward' }, 1).pan).toBeGreaterThan(0)
  expect(poseAt({ type: 'left_turn_forward' }, 1).x).toBeLessThan(0)
})

test('one axis is at work, and what gave way is told', () => {
  const first = turn({}, 'pan', 4)
  expect(first).toEqual({ config: { horizontal: 0, vertical: 0, pan: 4, tilt: 0, roll: 0, zoom: 0 }, stilled: [] })
  const second = turn(first.config, 'zoom', -2.5)
  expect(second.stilled).toEqual(['pan'])
  expect(working(second.config)).toEqual(['zoom'])
  // Setting an axis to nothing takes nothing away from another.
  expect(turn(first.config, 'tilt', 0)).toEqual({ config: first.config, stilled: [] })
})

test('the sentence says the way', () => {
  expect(sentence({ type: 'simple', config: { pan: -3 } })).toBe('The camera stays and turns left.')
  expect(sentence({ type: 'simple', config: {} })).toBe('Choose an axis below.')
  expect(sentence({ type: 'down_back' })).toBe('The camera sinks and draws back.')
})
