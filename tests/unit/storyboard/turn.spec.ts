import { expect, test } from '@playwright/test'
import { rowOf } from '../../../lib/models/catalog'
import type { Row } from '../../../lib/models/row'
import { type Around, plan } from '../../../lib/storyboard/plan'
import type { Board, BoardShot } from '../../../lib/storyboard/storyboard'
import { turnings } from '../../../lib/storyboard/turn'

const row = (model: string, provider = 'runware') => rowOf(provider, model) as Row
const pro3 = row('klingai:kling-video@3-pro')
const standard = row('klingai:1@1')
const around: Around = { cast: (name) => ({ id: name }), file: () => undefined }
const shot = (id: string, duration: number, more: Partial<BoardShot> = {}): BoardShot => ({
  id,
  prompt: `Shot ${id}`,
  duration,
  ...more,
})

test('another model tells of every shot what it would lose or change, and nothing when nothing would', () => {
  const board: Board = {
    shots: [shot('a', 5), shot('b', 5), shot('c', 4), shot('d', 5, { elements: ['keeper'] })],
    settings: { sound: true },
  }
  expect(turnings(board, pro3, pro3, around)).toEqual(
    // What does not fit where it stands is told, too.
    plan(board, pro3, around).issues.map(({ shotId, message }) => ({ shotId, message })),
  )
  const told = turnings(board, pro3, standard, around).map(({ shotId = 'film', message }) => `${shotId}: ${message}`)
  expect(told).toContain(`film: The film is silent: ${standard.name} makes no sound.`)
  expect(told.some((line) => line.startsWith('a: It is ordered alone; it was one of '))).toBe(true)
  expect(told.some((line) => line.startsWith('c: 4 s cannot be made here.'))).toBe(true)
  expect(told).toContain(`d: ${standard.name} takes no elements; take them off the shot, or choose another model.`)
  expect(turnings({ shots: [shot('a', 5)] }, pro3, pro3, around)).toEqual([])
})

test('a shape that a model does not make is told, and never made in another', () => {
  const board: Board = { shots: [shot('a', 5)], settings: { aspectRatio: '21:9' } }
  const { issues, blocks } = plan(board, pro3, around)
  expect(issues.map(({ path }) => path)).toEqual(['settings.aspectRatio'])
  expect(blocks[0]?.ready).toBe(false)
  expect(plan({ ...board, settings: { aspectRatio: '9:16' } }, pro3, around).blocks[0]?.input).toMatchObject({
    width: 1080,
    height: 1920,
  })
})

test('with a reference film, O3 Pro says why shots do not share an order', () => {
  const o3 = row('klingai:kling-video@o3-pro')
  const film = { url: 'https://example.com/a.mp4' }
  const board: Board = {
    shots: ['a', 'b'].map((id) => shot(id, 4, { referenceVideos: [film] })),
  }
  const { blocks, issues } = plan(board, o3, around)
  expect(issues).toEqual([])
  expect(blocks.map(({ shotIds }) => shotIds)).toEqual([['a'], ['b']])
  expect(blocks[0]?.why.join(' ')).toMatch(/with the next shot, with a film .*shots/)
})
