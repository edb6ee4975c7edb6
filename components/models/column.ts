// The columns of the capability table: which fields stand together under which head.
import type { Row } from '@/lib/models/row'
import { type FieldId, workflowWords } from '@/lib/models/vocabulary'
import { priceLines } from './price-words'
import { cellLines, fpsLines, type Line, orUnknown } from './told'

type Column = { label: string; wide?: true; lines: (row: Row) => Line[] }
const of = (label: string, ...fields: FieldId[]): Column => ({ label, lines: (row) => cellLines(row, fields) })

export const columns: readonly Column[] = [
  { label: 'Ways to use it', lines: ({ workflows }) => workflows.map(({ id }) => ({ words: workflowWords[id] })) },
  { ...of('Size', 'size', 'resolution', 'mode'), wide: true },
  of('Length', 'duration'),
  of('Shots', 'shots'),
  { ...of('Words', 'prompt', 'negativePrompt'), wide: true },
  { ...of('Frames', 'frames'), wide: true },
  { ...of('References', 'referenceImages', 'referenceVideos'), wide: true },
  { ...of('Film, face and speech', 'sourceVideo', 'image', 'audio'), wide: true },
  of('Elements', 'elements'),
  of('Voices', 'voices'),
  of('Sound', 'sound', 'keepOriginalSound'),
  { label: 'Frames / s', lines: (row) => orUnknown(row, fpsLines(row)) },
  { label: 'Price', wide: true, lines: (row) => priceLines(row).map((words) => ({ words })) },
  { label: 'Source', wide: true, lines: (row) => sourceLines(row) },
]

export const standingWords: Record<NonNullable<Row['standing']>, string> = {
  newer: 'newer than the provider’s page',
  'api-only': 'by API only',
  retired: 'retired',
}

export function sourceLines({ source, price }: Row): Line[] {
  const own = { words: `${source.page}, ${source.date}` }
  if (typeof price === 'string' || (price.source.page === source.page && price.source.date === source.date))
    return [own]
  return [own, { words: `Price: ${price.source.page}, ${price.source.date}` }]
}
