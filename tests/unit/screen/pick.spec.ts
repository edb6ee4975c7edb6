import { expect, test } from '@playwright/test'
import { pairOf } from '../../../components/gallery/pick'
import type { Task } from '../../../lib/tasks/task'

const take = (kind: 'video' | 'image' | 'audio', status: Task['status'] = 'done') =>
  ({ status, outputs: status === 'done' ? [{ kind }] : [] }) as unknown as Task

test('two finished takes of one kind are compared, in the order of picking', () => {
  const [a, b] = [take('video'), take('video')]
  expect(pairOf([b, a])).toMatchObject({ pair: [{ task: b }, { task: a }] })
  expect(pairOf([take('image'), take('image')])).toHaveProperty('pair')
})

test('what is not compared says why', () => {
  const reason = (...picked: Task[]) => pairOf(picked)
  expect(reason(take('video'))).toEqual({ reason: 'Pick one more to compare' })
  expect(reason(take('video'), take('video'), take('video'))).toEqual({ reason: 'Two are compared at a time' })
  expect(reason(take('video'), take('video', 'running'))).toEqual({ reason: 'Only finished takes are compared' })
  expect(reason(take('audio'), take('audio'))).toEqual({ reason: 'Sounds are not compared by eye' })
  expect(reason(take('video'), take('image'))).toEqual({ reason: 'A film and a picture are not compared' })
})
