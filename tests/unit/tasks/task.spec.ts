import { expect, test } from '@playwright/test'
import { canMove, isEnd, moves, type Status, statuses } from '../../../lib/tasks/task'

const reachable = (from: Status, seen = new Set<Status>()): Set<Status> => {
  for (const to of moves[from])
    if (!seen.has(to)) {
      seen.add(to)
      reachable(to, seen)
    }
  return seen
}

test('an end is an end, and every other status leads to one', () => {
  expect(statuses.filter(isEnd)).toEqual(['done', 'failed', 'cancelled'])
  for (const status of statuses) if (!isEnd(status)) expect([...reachable(status)].some(isEnd)).toBe(true)
})

test('what may have been ordered is never ordered again', () => {
  // Back to the queue leads only from `starting`, where the order is known not to be placed; to `starting` only the queue.
  expect(statuses.filter((status) => canMove(status, 'queued'))).toEqual(['starting'])
  expect(statuses.filter((status) => canMove(status, 'starting'))).toEqual(['queued'])
})

test('nothing is done that was not saved', () => {
  expect(statuses.filter((status) => canMove(status, 'done'))).toEqual(['saving'])
})
