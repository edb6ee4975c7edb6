// Scripts in, scripts out: which kind a text is, and the reader and writer of each kind.
import { readCsv, writeCsv } from './csv'
import { readFountain, writeFountain } from './fountain'
import { readList, writeList } from './list'
import type { Script } from './script'

const scriptKinds = ['fountain', 'list', 'csv'] as const
export type ScriptKind = (typeof scriptKinds)[number]

/** Reads throw StudioError('invalid') naming the line. `seconds`: for shots that bring none. */
export const scripts: Record<
  ScriptKind,
  { read(text: string, seconds: number): Script; write(script: Script): string }
> = {
  fountain: { read: readFountain, write: writeFountain },
  list: { read: readList, write: writeList },
  csv: { read: readCsv, write: writeCsv },
}

/** The kind by the file's name, else by what the text looks like. */
export function kindOf(given: string, name = ''): ScriptKind {
  const text = given.replace(/^\uFEFF/, '')
  if (/\.(fountain|spmd)$/i.test(name)) return 'fountain'
  if (/\.(csv|tsv)$/i.test(name)) return 'csv'
  if (/\.(md|markdown|txt)$/i.test(name) && !/^(INT|EXT)[. ]/m.test(text)) return 'list'
  const [first = ''] = text.split(/\r?\n/)
  if (/^(?:INT|EXT|EST|I\/E)[. ]|^(?:int|ext|est|i\/e)\. /m.test(text) || /^title:/i.test(first)) return 'fountain'
  return /^[^,;\t]*\b(prompt|words|description)\b[^\n]*[,;\t]|[,;\t][^\n]*\b(prompt|words|description)\b/i.test(first)
    ? 'csv'
    : 'list'
}
