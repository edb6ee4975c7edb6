import { expect, test } from '@playwright/test'
import type { Asset } from '../../../lib/media/asset'
import { maskIssues } from '../../../lib/models/brush'

const picture = (id: string, width: number, height: number): Asset => ({
  id,
  kind: 'image',
  mime: 'image/png',
  bytes: 1,
  name: `${id}.png`,
  width,
  height,
  sha256: '',
  url: '',
  createdAt: '',
})
const files = [
  picture('frame', 1280, 720),
  picture('same', 1280, 720),
  picture('half', 640, 360),
  picture('old', 640, 480),
]
const file = (id: string) => files.find((one) => one.id === id)
const path = [
  { x: 0, y: 0 },
  { x: 9, y: 9 },
]

test('masks of the picture’s size, or all of one smaller size of its shape, are taken', () => {
  const fits = (mask: string) =>
    maskIssues(
      {
        firstFrame: { asset: 'frame' },
        staticMask: { asset: mask },
        dynamicMasks: [{ mask: { asset: mask }, trajectories: path }],
      },
      file,
    )
  expect(fits('same')).toEqual([])
  expect(fits('half')).toEqual([])
})

test('a picture changed afterwards is told with both sizes', () => {
  expect(
    maskIssues(
      { firstFrame: { asset: 'frame' }, dynamicMasks: [{ mask: { asset: 'old' }, trajectories: path }] },
      file,
    ),
  ).toEqual([
    { path: 'dynamicMasks.0.mask', message: 'The first frame is 1280×720 and this mask 640×480; it no longer fits.' },
  ])
})

test('masks of two sizes are refused, what cannot be measured is not judged', () => {
  const input = {
    firstFrame: { asset: 'frame' },
    staticMask: { asset: 'half' },
    dynamicMasks: [
      { mask: { asset: 'same' }, trajectories: path },
      { mask: { url: 'https://media.example.invalid/mask.png' }, trajectories: path },
    ],
  }
  expect(maskIssues(input, file)).toEqual([
    { path: 'staticMask', message: 'This mask is 640×360 and another 1280×720; all must have one size.' },
  ])
})
