import { expect, test } from '@playwright/test'
import { rowOf } from '../../../lib/models/catalog'
import type { Row } from '../../../lib/models/row'
import { alone, notOne, plan } from '../../../lib/storyboard/plan'
import type { Board, BoardShot } from '../../../lib/storyboard/storyboard'
import { wishBreak } from '../../../lib/storyboard/wish'

const pro3 = rowOf('runware', 'klingai:kling-video@3-pro') as Row
const shot = (id: string, duration: number, more: Partial<BoardShot> = {}): BoardShot => ({
  id,
  prompt: `Shot ${id} of a keeper and a lamp`,
  duration,
  ...more,
})
const scenes = ['Dawn', 'The lamp', 'The boat', 'Nightfall']
const twelve: Board = {
  shots: [4, 3, 4, 3, 5, 4, 4, 3, 4, 4, 6, 4].map((duration, at) =>
    shot(String(at + 1), duration, { scene: scenes[at < 4 ? 0 : at < 7 ? 1 : at < 10 ? 2 : 3] }),
  ),
}

test('twelve shots of 48 s become four blocks at authored seconds, broken where scenes change', () => {
  const { blocks, issues, total } = plan(twelve, pro3)
  expect(issues).toEqual([])
  expect(blocks.map(({ shotIds }) => shotIds.length)).toEqual([4, 3, 3, 2])
  expect(blocks.map(({ seconds }) => seconds)).toEqual([14, 13, 11, 10])
  expect(blocks.flatMap(({ input }) => input.shots?.map(({ duration }) => duration) ?? [])).toEqual(
    twelve.shots.map(({ duration }) => duration),
  )
  expect(total?.amount).toBeCloseTo(48 * 0.112)
})

test('an animatic is ordered with the words of its shots alone, every other model with the look too', () => {
  const look = '35 mm, muted slate and brass.'
  const said = (row: Row, given: Board) =>
    plan(given, row).blocks.flatMap(({ input }) => input.shots?.map(({ prompt }) => prompt) ?? [input.prompt])
  const shots = [shot('a', 4, { framing: 'wide' }), shot('b', 4)]
  const animatic = rowOf('local', 'animatic') as Row
  const own = ['Wide shot. Shot a of a keeper and a lamp', 'Shot b of a keeper and a lamp']
  expect(said(animatic, { look, shots })).toEqual(own)
  expect(said(pro3, { look, shots })).toEqual(own.map((words) => `${look} ${words}`))
  const long = { look: 'x'.repeat(600), shots }
  expect(plan(long, animatic).issues, 'a look that is not sent takes no room').toEqual([])
})

test('a lock, a split and a join of the person are kept', () => {
  const wishes = { locks: [['5', '6']], breaks: { '3': 'split', '12': 'join' } } as const
  const { blocks } = plan({ ...twelve, wishes: { ...wishes, locks: [['5', '6']] } }, pro3)
  const runs = blocks.map(({ shotIds }) => shotIds.join(' '))
  expect(runs).toContain('5 6')
  expect(runs.some((run) => run.startsWith('3'))).toBe(true)
  expect(runs.some((run) => run.startsWith('12'))).toBe(false)
})

test('blocks are joined whole or not at all, and the length or the number of shots says why not', () => {
  const around = { cast: () => undefined, file: () => undefined }
  const board = (...seconds: number[]): Board => ({ shots: seconds.map((one, at) => shot(String(at + 1), one)) })
  const parts: Board = { ...board(4, 3, 4), wishes: { breaks: { '3': 'split' }, seams: { '3': 'continue' } } }
  expect(notOne(parts, ['1', '2', '3'], pro3, around)).toBeUndefined()
  expect(plan(wishBreak(parts, '3', 'join'), pro3).blocks.map(({ shotIds }) => shotIds)).toEqual([['1', '2', '3']])
  // The last shot before and the first one after would fit; their blocks do not.
  expect(notOne(board(8, 4, 4, 8), ['1', '2', '3', '4'], pro3, around)).toBe('24 s is more than 15 s.')
  expect(notOne(board(2, 2, 2, 2, 2, 2, 2), [...'1234567'], pro3, around)).toBe('6 shots at most in one order.')
  const framed = board(4, 4).shots.map((one, at) => (at === 1 ? { ...one, firstFrame: { asset: 'still' } } : one))
  expect(notOne({ shots: framed }, ['1', '2'], pro3, around)).toBe('A first frame begins a block.')
})

test('a shot that the model cannot make is listed with the lengths it could take', () => {
  const fixed: Row = {
    ...pro3,
    workflows: pro3.workflows.map(({ fields: { shots: _, shotType: __, ...fields }, ...workflow }) => ({
      ...workflow,
      rules: [],
      fields: { ...fields, duration: { limits: { values: [5, 10] } } },
    })),
  }
  const { blocks, issues } = plan(twelve, fixed)
  expect(blocks).toHaveLength(12)
  expect(issues.map(({ shotId }) => shotId)).toEqual(
    twelve.shots.filter(({ duration }) => duration !== 5).map(({ id }) => id),
  )
  expect(issues.at(-2)?.choices?.map(({ seconds }) => seconds)).toEqual([5, 10])
  const { issues: after } = plan(
    { ...twelve, wishes: { lengths: Object.fromEntries(twelve.shots.map(({ id }) => [id, 5])) } },
    fixed,
  )
  expect(after).toEqual([])
})

test('left to the model, shots that share an order are one text in it, and back again nothing is lost', () => {
  const auto: Board = { ...twelve, look: 'Grain.', settings: { shotMode: 'model' } }
  const { blocks, issues } = plan(auto, pro3)
  expect(issues).toEqual([])
  expect(blocks[0]?.input.shots).toBeUndefined()
  expect(blocks[0]?.input.prompt).toBe(
    `Grain. ${twelve.shots
      .slice(0, 4)
      .map(({ prompt }) => prompt)
      .join(' ')}`,
  )
  expect(blocks[0]?.input.duration).toBe(14)
  const asked: Row = {
    ...pro3,
    workflows: pro3.workflows.map((workflow) => ({
      ...workflow,
      rules: [],
      fields: { ...workflow.fields, shotType: { limits: { options: ['customize', 'intelligence'] } } },
    })),
  }
  expect(plan(auto, asked).blocks.map(({ input }) => input.shotType)).toEqual(Array(4).fill('intelligence'))
  expect(plan({ ...auto, settings: {} }, pro3).blocks[0]?.input.shots).toHaveLength(4)
})

test('pictures are called by their place in the order, whatever their place on the shot', () => {
  const o3 = rowOf('runware', 'klingai:kling-video@o3-pro') as Row
  const [a, b] = [{ url: 'https://example.com/a.png' }, { url: 'https://example.com/b.png' }]
  const board: Board = {
    shots: [
      shot('1', 4, { prompt: 'As in @image_1', referenceImages: [a] }),
      shot('2', 4, { prompt: 'Now @image_1 beside @image_2, @@image_1', referenceImages: [b, a] }),
    ],
  }
  const [block] = plan(board, o3).blocks
  expect(block?.input.referenceImages).toEqual([a, b])
  expect(block?.input.shots?.map(({ prompt }) => prompt)).toEqual([
    'As in @image_1',
    'Now @image_2 beside @image_1, @@image_1',
  ])
  expect(board.shots[1]?.prompt).toContain('Now @image_1')
})

test('a film to refer to stands alone in its order, and the plan says why no shots go with it', () => {
  const o3 = rowOf('runware', 'klingai:kling-video@o3-pro') as Row
  const film = { url: 'https://example.com/walk.mp4' }
  const { blocks, issues } = plan(
    { shots: [shot('1', 4), shot('2', 5, { referenceVideos: [film] }), shot('3', 4)] },
    o3,
  )
  expect(issues).toEqual([])
  expect(blocks.map(({ shotIds }) => shotIds)).toEqual([['1'], ['2'], ['3']])
  expect(blocks[1]).toMatchObject({ workflow: 'reference-to-video', input: { referenceVideos: [film] } })
  expect(blocks[0]?.why.join(' ')).toContain('with a film neither shots nor sound can be asked for')
})

test('a sum counts what can be ordered, and says how many cannot', () => {
  const { shots } = twelve
  const board = { shots: [...shots.slice(0, 4), shot('long', 40), shot('cast', 4, { elements: ['nobody'] })] }
  const { blocks, total, left } = plan(board, pro3)
  expect(blocks.filter(({ ready }) => !ready)).toHaveLength(2)
  expect(left).toBe(2)
  expect(total?.amount).toBeCloseTo(14 * 0.112)
})

test('a shot of a shared order alone is what a plan that keeps it apart makes of it, named as where it stands', () => {
  const around = { cast: () => undefined, file: () => undefined }
  const odd = twelve.shots.map((one, at) => (at === 1 ? { ...one, elements: ['nobody'] } : one))
  const board: Board = { shots: odd, look: 'Grain', wishes: { seams: { '5': 'continue' }, locks: [['1', '2']] } }
  for (const row of [pro3, rowOf('runware', 'klingai:1@2') as Row]) {
    const whole = plan(board, row, around)
    for (const { id } of board.shots) {
      const apart = plan({ ...board, wishes: { ...board.wishes, locks: [[id]] } }, row, around)
      const block = apart.blocks.find(({ shotIds }) => shotIds.join() === id)
      const stands = whole.blocks.findIndex(({ shotIds }) => shotIds.includes(id))
      expect(alone(board, id, row, around, whole)).toEqual({
        block: {
          ...block,
          name: whole.blocks[stands]?.name,
          ...(block?.waitsFor ? { waitsFor: whole.blocks[stands - 1]?.name } : {}),
        },
        issues: apart.issues.filter(({ shotId }) => shotId === id),
      })
    }
  }
  expect(alone(board, 'nobody', pro3, around, plan(board, pro3, around))).toBeUndefined()
})
