import { expect, test } from '@playwright/test'
import { layoutOf, steps } from '../../../components/gallery/density'
import { codecs } from '../../../components/media/codec'
import { lookOf } from '../../../components/media/state'
import { costOf, titleOf, titlesOf } from '../../../components/media/telling'
import { queuePlaces, usualTimes } from '../../../components/media/usual'
import { placesIn } from '../../../lib/api/queue-query'
import type { Task } from '../../../lib/tasks/task'

let made = 0
function task(more: Partial<Task>): Task {
  made += 1
  const at = new Date(Date.UTC(2026, 0, 1) + made * 1000).toISOString()
  return {
    id: `task-${made}`,
    rev: made,
    kind: 'order',
    provider: 'runware',
    model: 'klingai:kling-video@3-pro',
    workflow: 'text-to-video',
    input: { prompt: 'A boat.' },
    status: 'queued',
    outputs: [],
    createdAt: at,
    updatedAt: at,
    ...more,
  }
}

test('every provider has a line of its own, oldest first', () => {
  const first = task({})
  const local = task({ provider: 'local' })
  const second = task({})
  const places = queuePlaces([second, local, task({ status: 'running' }), first], true)
  expect([...places]).toEqual([
    [first.id, 1],
    [local.id, 1],
    [second.id, 2],
  ])
  expect(queuePlaces([second, first], false).size).toBe(0)
  // What waits for a film has no place in a line yet.
  const waits = task({ after: { task: first.id } })
  expect([...placesIn([waits, second, local, first])]).toEqual([
    [second.id, 1],
    [local.id, 1],
    [first.id, 2],
  ])
  expect(lookOf(waits).words).toBe('Waits for a film')
  expect(lookOf(task({ after: { task: first.id, lost: true } })).words).toBe('Stands still')
  expect(lookOf(first, 1).words).toBe('Next in the queue')
  expect(lookOf(first, 3).words).toBe('3rd in the queue')
  expect(lookOf(first, 11).words).toBe('11th in the queue')
  expect(lookOf(first, 22).words).toBe('22nd in the queue')
  expect(lookOf(first).words).toBe('Queued')
})

test('what waits for another reason than its turn is on hold, and what never went out has no price', () => {
  const estimate = { amount: 0.56, currency: 'USD' }
  expect(lookOf(task({ note: 'Invalid API key.' }), 1).words).toBe('On hold')
  expect(costOf(task({ estimate }))).toBe('$0.56')
  expect(costOf(task({ estimate, status: 'cancelled' }))).toBe('not ordered')
  expect(costOf(task({ estimate, status: 'cancelled', startedAt: '2026-01-01T00:00:00.000Z' }))).toBe('$0.56')
  const error = { code: 'x', message: 'No.', retryable: false, billed: false }
  expect(costOf(task({ estimate, status: 'failed', error }))).toBe('not billed')
})

test('how long it usually takes is measured, and not told from fewer than three', () => {
  const took = (seconds: number) =>
    task({
      status: 'done',
      startedAt: '2026-01-01T00:00:00.000Z',
      endedAt: new Date(Date.UTC(2026, 0, 1) + seconds * 1000).toISOString(),
    })
  expect(usualTimes([took(130), took(200)])(task({}))).toBeUndefined()
  expect(usualTimes([took(130), took(200), took(220)])(task({}))).toBe('usually 2–4\u202fmin')
  expect(usualTimes([took(8), took(9), took(11)])(task({ workflow: 'image-to-video' }))).toBeUndefined()
})

test('whether money went is said only where it is known', () => {
  const failed = (more: Partial<NonNullable<Task['error']>>, rest: Partial<Task> = {}) =>
    lookOf(task({ status: 'failed', error: { code: 'x', message: 'No.', retryable: false, ...more }, ...rest })).words
  expect(failed({ billed: false })).toBe('Failed, not billed')
  expect(failed({ billed: true }, { cost: { amount: 2.52, currency: 'USD' } })).toBe('Failed, billed $2.52')
  expect(failed({})).toBe('Failed')
  expect(failed({ code: 'unknown' })).toBe('Not known')
  expect(failed({ billed: false }, { provider: 'local' })).toBe('Failed')
})

test('a title is the first sentence, in any script, and never empty', () => {
  expect(titleOf(task({ input: { prompt: 'Night market, rain. Paper lanterns.' } }))).toBe('Night market, rain')
  expect(titleOf(task({ input: { prompt: '夜晚的市场。灯笼。' } }))).toBe('夜晚的市场')
  expect(titleOf(task({ input: { shots: [{ prompt: 'Wide aerial', duration: 4 }] } }))).toBe('Wide aerial')
  expect(titleOf(task({ input: { prompt: 'Close-up. A hand on the rail.' } }))).toBe('A hand on the rail')
  expect(titleOf(task({ input: { prompt: 'Close-up.' } }))).toBe('Close-up')
  expect(titleOf(task({ input: {} }))).toBe('Without words')
})

test('codecs are named as people call them, and one that is new as the file does', () => {
  expect(codecs('hev1.4.10.L63.9E.8, mp4a.40.2')).toBe('HEVC + AAC')
  expect(codecs('avc1.64001F')).toBe('H.264')
  expect(codecs('vvc1.1.L51')).toBe('vvc1.1.L51')
})

test('columns fit the window: five at 1440, four at 1024, two on the phone, and cards fill the row exactly', () => {
  for (const [width, columns] of [
    [1440, 5],
    [1024, 4],
    [390, 2],
    [1920, 7],
  ] as const) {
    const layout = layoutOf(width, steps.start)
    expect(layout.columns).toBe(columns)
    expect(layout.card * columns + layout.gap * (columns - 1) + 2 * layout.margin).toBeCloseTo(width)
  }
  for (let step = steps.min; step < steps.max; step++)
    expect(layoutOf(1440, step).columns).toBeGreaterThan(layoutOf(1440, step + 1).columns)
})

test('the look that the shots of a board begin with is no title, as long as words of their own follow', () => {
  const of = (shotIds: string[], prompt: string, storyboardId = 'sea') =>
    task({ storyboardId, shotIds, input: { prompt } })
  const dawn = of(['a'], 'Grain. 35 mm. A lighthouse at dawn. Slow push.')
  const gull = of(['b'], 'Grain. 35 mm. A gull turns.')
  const both = of(['a', 'b'], 'Grain. 35 mm. A lighthouse at dawn. Slow push. A gull turns.')
  const bare = of(['c'], 'Grain. 35 mm.')
  const other = of(['d'], 'Grain. A harbour.', 'harbour')
  const all = [dawn, gull, both, bare, other, of(['a'], 'Grain. 35 mm. A lighthouse at dawn. Slow push.')]
  expect(all.map(titlesOf(all))).toEqual([
    'A lighthouse at dawn',
    'A gull turns',
    'A lighthouse at dawn',
    'Grain',
    'Grain',
    'A lighthouse at dawn',
  ])
  const loose = [task({ input: { prompt: 'Rain. A boat.' } }), task({ input: { prompt: 'Rain. A bird.' } })]
  expect(loose.map(titlesOf(loose))).toEqual(['Rain', 'Rain'])
})
