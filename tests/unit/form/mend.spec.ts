import { expect, test } from '@playwright/test'
import { findings } from '../../../components/form/mend'
import { catalog } from '../../../lib/models/catalog'
import type { Input } from '../../../lib/models/input'
import { judge } from '../../../lib/models/judge'
import { workflowOf } from '../../../lib/models/standing'

const [row] = catalog
const workflow = row && workflowOf(row, 'text-to-video')

function found(input: Input) {
  if (!row || !workflow) throw new Error('the animatic is not in the catalogue')
  return findings(workflow, input, judge(row, workflow, input, 'placing'))
}
const shots = (...seconds: number[]) => seconds.map((duration) => ({ prompt: 'A shot.', duration }))

test('shots that are too long together are told once, at the shots, with a click that mends them', () => {
  const [first, ...rest] = found({ shots: shots(9, 5, 3), duration: 17 })
  expect(rest).toEqual([])
  expect(first).toMatchObject({ path: 'shots', message: 'Shots add up to 17 of 15 s.', unset: false })
  expect(first?.fixes[0]).toEqual({ label: 'Make it 15 s', set: { shots: shots(7, 5, 3), duration: 15 } })
})

test('shots that differ from the length offer the length that they have', () => {
  const [first] = found({ shots: shots(4, 4), duration: 10 })
  expect(first).toMatchObject({ path: 'shots', message: 'Shots add up to 8 of 10 s.' })
  expect(first?.fixes[0]).toMatchObject({ label: 'Make it 8 s', set: { duration: 8 } })
})

test('a shot with too many words is told at that shot and can be split', () => {
  const prompt = `${'A sentence of some length. '.repeat(20)}`.trim()
  const [first] = found({ shots: [{ prompt, duration: 6 }], duration: 6 })
  expect(first?.path).toBe('shots.0.prompt')
  expect(first?.fixes.map(({ label }) => label)).toEqual(['Split in two'])
})

test('what is missing is known as missing, so that a fresh form is not red', () => {
  expect(found({ duration: 5, width: 1280, height: 720 }).every(({ unset }) => unset)).toBe(true)
})

test('paths of a problem document and of the schema lead to the same field', () => {
  if (!workflow) throw new Error('no workflow')
  const input = { shots: shots(3, 3), duration: 6 }
  const [told] = findings(workflow, input, [{ path: 'input.shots.1.prompt', message: 'Refused by the content check.' }])
  expect(told).toMatchObject({ path: 'shots.1.prompt', unset: false })
})
