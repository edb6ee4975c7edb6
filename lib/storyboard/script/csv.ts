// One shot a row.
import Papa from 'papaparse'
import { type Framing, framings } from '../framing'
import { linesOf, type Script, type ScriptShot, wrongLine } from './script'

const columns = {
  prompt: ['prompt', 'words', 'text', 'description', 'action'],
  duration: ['duration', 'seconds', 'length'],
  scene: ['scene'],
  framing: ['framing', 'shot size'],
  camera: ['camera', 'movement'],
  dialogue: ['dialogue'],
  notes: ['notes', 'note'],
} as const satisfies Partial<Record<keyof ScriptShot, readonly string[]>>
type Column = keyof typeof columns
const names = Object.keys(columns) as Column[]
/** A number of its own in front, as many lists have it, says nothing that the order does not. */
const counting = ['shot', '#', 'no', 'number', 'nr']

function columnOf(header: string, at: number, line: number): Column | undefined {
  const word = header.trim().toLowerCase()
  const found = names.find((name) => columns[name].some((one) => one === word))
  if (!found && !(at === 0 && counting.includes(word)))
    wrongLine(line, `the column “${header}” is not known; use ${names.join(', ')}, or take it out.`)
  return found
}

/** @param seconds for rows without a length. */
export function readCsv(text: string, seconds: number): Script {
  linesOf(text)
  const parsed = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''))
  const lines = linesOfRows(parsed.data)
  const [trouble] = parsed.errors.filter(({ code }) => code !== 'UndetectableDelimiter')
  if (trouble) wrongLine(lines[trouble.row ?? 0] ?? 1, `${trouble.message}.`)
  const [header, ...rows] = parsed.data
    .map((cells, at) => ({ cells, line: lines[at] ?? 1 }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (!header) wrongLine(1, 'a row of column names is needed.')
  const found = header.cells.map((cell, at) => columnOf(cell, at, header.line))
  for (const [at, column] of found.entries())
    if (column && found.indexOf(column) !== at)
      wrongLine(
        header.line,
        `the columns “${header.cells[found.indexOf(column)]}” and “${header.cells[at]}” both say the ${column}; keep one.`,
      )
  if (!found.includes('prompt')) wrongLine(header.line, 'a column “prompt” is needed.')
  return { shots: rows.map(({ cells, line }) => shotOf(found, cells, line, seconds)) }
}

/** The line that each row begins on, from 1: a cell in quotes may hold several. */
function linesOfRows(rows: readonly (readonly string[])[]): number[] {
  let line = 1
  return rows.map((row) => {
    const begins = line
    line += 1 + row.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0)
    return begins
  })
}

function shotOf(header: (Column | undefined)[], row: string[], line: number, seconds: number): ScriptShot {
  if (row.length > header.length) wrongLine(line, `${row.length} values for ${header.length} columns.`)
  const shot: ScriptShot = { prompt: '', duration: seconds }
  for (const [at, column] of header.entries()) {
    const value = row[at] ?? ''
    if (!column || value === '') continue
    if (column === 'duration') shot.duration = secondsIn(value, line)
    else if (column === 'framing') shot.framing = framingIn(value, line)
    else if (column === 'scene' && /[\r\n]/.test(value.trim())) wrongLine(line, 'the name of a scene is one line.')
    else shot[column] = value
  }
  if (!header.includes('duration') || !row[header.indexOf('duration')]) shot.fromScript = true
  return shot
}

function secondsIn(value: string, line: number): number {
  const found = /^\s*(\d+(?:\.\d+)?)\s*(?:s|sec|seconds)?\s*$/i.exec(value)
  const seconds = Number(found?.[1])
  return seconds > 0 ? seconds : wrongLine(line, `“${value}” is no length in seconds.`)
}

function framingIn(value: string, line: number): Framing {
  const word = value.trim().toLowerCase()
  return (
    framings.find((one) => one === word) ?? wrongLine(line, `“${value}” is no framing; use ${framings.join(', ')}.`)
  )
}

export function writeCsv({ shots }: Script): string {
  const used = names.filter(
    (name) => name === 'prompt' || name === 'duration' || shots.some((shot) => shot[name] !== undefined),
  )
  return `${Papa.unparse({ fields: used, data: shots.map((shot) => used.map((name) => (name === 'duration' && shot.fromScript && shot.prompt.trim() ? '' : (shot[name] ?? '')))) }, { newline: '\n' })}\n`
}
