import { expect, test } from '@playwright/test'
import { fileName } from '../../../lib/media/format'
import { attachment, matches, readRange } from '../../../lib/media/range'

test('reads every form of a range', () => {
  expect(readRange('bytes=0-99', 1000)).toEqual({ start: 0, end: 99 })
  expect(readRange('bytes=900-', 1000)).toEqual({ start: 900, end: 999 })
  expect(readRange('bytes=900-5000', 1000)).toEqual({ start: 900, end: 999 })
  expect(readRange('bytes=-100', 1000)).toEqual({ start: 900, end: 999 })
  expect(readRange('bytes=-5000', 1000)).toEqual({ start: 0, end: 999 })
})

test('gives the whole file where a range is absent, several or unreadable', () => {
  for (const header of [null, '', 'bytes=', 'bytes=-', 'bytes=a-b', 'items=0-1', 'bytes=0-1,5-6', 'bytes=9-3'])
    expect(readRange(header, 1000)).toBe('all')
})

test('knows a range that is not there', () => {
  for (const header of ['bytes=1000-', 'bytes=5000-6000', 'bytes=-0']) expect(readRange(header, 1000)).toBe('none')
})

test('compares tags weakly and in lists', () => {
  expect(matches('W/"a", "b"', '"a"')).toBe(true)
  expect(matches('*', '"a"')).toBe(true)
  expect(matches('"c"', '"a"')).toBe(false)
  expect(matches(null, '"a"')).toBe(false)
})

test('a name for saving is plain for old readers and exact for new ones, and cannot break out of its header', () => {
  expect(attachment('ночь "1".mp4')).toBe(
    `attachment; filename="____ _1_.mp4"; filename*=UTF-8''%D0%BD%D0%BE%D1%87%D1%8C%20%221%22.mp4`,
  )
  expect(attachment('a\r\nset-cookie: b')).not.toMatch(/[\r\n]/)
})

test('a saved file ends as its content is, whatever its name says', () => {
  expect(fileName({ name: 'sea.txt.png', mime: 'image/jpeg' })).toBe('sea.txt.jpg')
  expect(fileName({ name: 'sea.JPEG', mime: 'image/jpeg' })).toBe('sea.JPEG')
  expect(fileName({ name: 'The camera pushes in..mp4', mime: 'video/mp4' })).toBe('The camera pushes in.mp4')
  expect(fileName({ name: 'The camera pushes in.', mime: 'video/mp4' })).toBe('The camera pushes in.mp4')
  expect(fileName({ name: 'A fisherman, version 3.14', mime: 'video/mp4' })).toBe('A fisherman, version 3.14.mp4')
})
