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

test('blocks that are cut otherwise, and a price that is no longer known, are told before the turn', () => {
  const board: Board = { shots: ['a', 'b', 'c', 'd'].map((id) => shot(id, 4)) }
  const bound: Row = {
    ...pro3,
    provider: 'kling',
    price: 'unknown',
    workflows: pro3.workflows.map((workflow) => {
      const { shots } = workflow.fields
      return shots
        ? { ...workflow, fields: { ...workflow.fields, shots: { ...shots, limits: { ...shots.limits, max: 2 } } } }
        : workflow
    }),
  }
  expect(plan(board, pro3, around).blocks.map(({ shotIds }) => shotIds.length)).toEqual([3, 1])
  const made = plan(board, bound, around)
  expect(made.blocks.map(({ shotIds }) => shotIds.length)).toEqual([2, 2])
  expect(made.total).toBeNull()
  const told = turnings(board, pro3, bound, around).map(({ shotId = 'film', message }) => `${shotId}: ${message}`)
  expect(told).toContain(`film: The price is not known with ${bound.name}; with ${pro3.name} it is.`)
  expect(told).toContain('a: Shots 01, 02 are one order of 8 s; this one was in block A of 3 shots and 12 s.')
  expect(told).toContain('c: Shots 03, 04 are one order of 8 s; this one was in block A of 3 shots and 12 s.')
})
