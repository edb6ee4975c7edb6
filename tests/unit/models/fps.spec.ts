// Frames per second stand in a row where a page prints them, and nowhere else.
import { expect, test } from '@playwright/test'
import { kling } from '../../../lib/models/catalog/kling'
import { runware } from '../../../lib/models/catalog/runware'
import type { Row } from '../../../lib/models/row'

/** By the models' own names; a way of working is named where the page tells them apart. */
const printed: Readonly<Record<string, number>> = {
  'klingai:1@1': 30,
  'klingai:1@2': 30,
  'klingai:2@1': 30,
  'klingai:2@2': 30,
  'klingai:3@1 text-to-video': 30,
  'klingai:3@1 image-to-video': 24,
  'klingai:3@2': 24,
  'klingai:4@3': 24,
  'klingai:5@1': 24,
  'klingai:5@2': 24,
  'klingai:5@3': 24,
  'klingai:6@0': 30,
  'klingai:6@1': 30,
  'kling-v1': 30,
  'kling-v1-5': 30,
  'kling-v1-6 text-to-video': 24,
  'kling-v1-6 image-to-video': 30,
  'kling-v2-master': 24,
  'kling-v2-1': 24,
  'kling-v2-1-master': 24,
  'kling-v2-5-turbo': 24,
  'kling-v3-omni video-edit': 24,
  'kling-video-o1 video-edit': 24,
}

test('frames per second are those of the pages', () => {
  const told = (rows: readonly Row[]) =>
    rows.flatMap(({ model, workflows }) => workflows.map(({ id, fps }) => ({ model, id, fps })))
  const all = told([...runware, ...kling])
  for (const { model, id, fps } of all) expect(fps, `${model} ${id}`).toBe(printed[`${model} ${id}`] ?? printed[model])
  expect(all.filter(({ fps }) => fps !== undefined).length).toBeGreaterThan(30)
})
