import { expect, test } from '@playwright/test'
import { elapsed, frameAt, middleOf, timeCode, took } from '../../../components/media/time-code'

const frames = Array.from({ length: 2000 }, (_, frame) => frame)

test('seeking to the middle of a frame shows that very frame, at every rate', () => {
  for (const fps of [24, 25, 30, 23.976, 29.97, 60])
    expect(frames.filter((frame) => frameAt(middleOf(frame, fps), fps) !== frame)).toEqual([])
})

test('a second that was rounded a hair short still names its frame', () => {
  expect(frames.filter((frame) => frameAt(Number((frame / 24).toFixed(6)), 24) !== frame)).toEqual([])
})

test('time codes count frames, seconds, minutes and hours', () => {
  expect(timeCode(0, 24)).toBe('00:00:00:00')
  expect(timeCode(23 / 24, 24)).toBe('00:00:00:23')
  expect(timeCode(20 + 14 / 24, 24)).toBe('00:00:20:14')
  expect(timeCode(3661, 30)).toBe('01:01:01:00')
  expect(timeCode(-1, 24)).toBe('00:00:00:00')
})

test('time that passed is told as people tell it', () => {
  expect(elapsed(108_000)).toBe('1:48')
  expect(elapsed(3_600_000)).toBe('1:00:00')
  expect(took(188_000)).toBe('3\u202fmin 08\u202fs')
  expect(took(42_400)).toBe('42\u202fs')
})
