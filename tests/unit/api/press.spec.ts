import { expect, test } from '@playwright/test'
import { openPresses, untilAnswered } from '../../../lib/api/press'
import { StudioError } from '../../../lib/errors'

test('a held key and a double press are one press; a press after a moment is another', () => {
  let now = 0
  const isNew = openPresses(() => now)
  const at = (ms: number) => {
    now = ms
    return isNew()
  }
  expect(at(0)).toBe(true)
  expect(at(250)).toBe(false)
  // However long it is held.
  expect(Array.from({ length: 200 }, (_, turn) => at(300 + turn * 33)).some(Boolean)).toBe(false)
  expect(at(now + 700)).toBe(true)
})

test('only silence is asked again; a refusal is an answer', async () => {
  let sent = 0
  const answers = ['unreachable', 'over-cap'] as const
  const send = async () => {
    throw new StudioError(answers[sent++] ?? 'internal', 'no')
  }
  await expect(untilAnswered(send)).rejects.toMatchObject({ code: 'over-cap' })
  expect(sent).toBe(2)
})
