// Where fields stand in the form.
import { expect, test } from '@playwright/test'
import { rateWords } from '../../../components/compose/fact'
import { arrange, type Place } from '../../../components/form/arrange'
import { rowOf } from '../../../lib/models/catalog'
import { standing } from '../../../lib/models/standing'

const row = rowOf('runware', 'klingai:kling-video@3-pro')
const named = (places: Place[]) => places.map((one) => ('barred' in one ? one.barred.field : one.standing.field))

test('what belongs to another way of working stands with what is rarely needed; size keeps its place', () => {
  const [words, picture] = row?.workflows ?? []
  if (!row || !words || !picture) throw new Error('no such row')
  const told = arrange(row, words, standing(words, {}))
  const elsewhere = ['referenceVideos', 'keepOriginalSound', 'characterOrientation']
  expect(named([...told.media, ...told.rows]).filter((field) => elsewhere.includes(field))).toEqual([])
  expect(named(told.more)).toEqual(expect.arrayContaining(elsewhere))
  const drawn = arrange(row, picture, standing(picture, { firstFrame: { ref: 'a' } }))
  expect(named(drawn.rows)).toContain('size')
})

test('a rate that depends on what is asked for is told from the lowest to the highest', () => {
  expect(row && rateWords(row)).toBe('$0.112–0.168 / s')
  const flat = rowOf('runware', 'klingai:kling-image@3')
  expect(flat && rateWords(flat)).toBe('$0.028 / picture')
})
