// Everything two rows say, line against line.
import type { Row } from '@/lib/models/row'
import { fieldIds, vocabulary, workflowWords } from '@/lib/models/vocabulary'
import { providerWord } from '../compose/fact'
import { sourceLines, standingWords } from './column'
import { priceLines } from './price-words'
import { fieldLines, fpsLines, type Line, orUnknown } from './told'

export type Pair = { label: string; a: Line[]; b: Line[]; differs: boolean }

const plain = (...words: (string | undefined)[]): Line[] =>
  words.flatMap((one) => (one === undefined || one === '' ? [] : [{ words: one }]))

/** What holds between fields, each sentence once. */
const sentences = (row: Row) => [...new Set(row.workflows.flatMap(({ rules = [] }) => rules.map(({ why }) => why)))]

const facts: readonly [string, (row: Row) => Line[]][] = [
  ['Provider', ({ provider }) => plain(providerWord(provider))],
  ['Name there', ({ model }) => plain(model)],
  ['Tier', ({ tier }) => plain(tier)],
  ['Ways to use it', ({ workflows }) => workflows.map(({ id }) => ({ words: workflowWords[id] }))],
  ['Price', (row) => plain(...priceLines(row))],
  ...fieldIds
    .filter((field) => field !== 'extra' && field !== 'fps')
    .map((field): [string, (row: Row) => Line[]] => [vocabulary[field].label, (row) => fieldLines(row, field, true)]),
  ['Frames per second', (row) => fpsLines(row, true)],
  ['What holds', (row) => plain(...sentences(row))],
  ['Good to know', ({ note, standing }) => plain(note, standing && standingWords[standing])],
  ['Source', sourceLines],
]

/** What neither of them speaks of is left out. */
export function sideBySide(a: Row, b: Row): Pair[] {
  return facts.flatMap(([label, of]) => {
    const [one, other] = [of(a), of(b)]
    if (one.length === 0 && other.length === 0) return []
    const differs = JSON.stringify(one) !== JSON.stringify(other)
    return [{ label, a: orUnknown(a, one), b: orUnknown(b, other), differs }]
  })
}
