// A request as Runware's pages print it → our words. What cannot be kept is refused by name; nothing changes unsaid.
import { type Issue, StudioError } from '../../errors'
import { rowOf } from '../../models/catalog'
import { runware } from '../../models/catalog/runware'
import { ours } from '../../models/catalog/runware/word'
import { escaped } from '../../models/handles'
import { barredWhy, judge } from '../../models/judge'
import type { Row, Workflow } from '../../models/row'
import { notesOn } from '../../models/schema'
import { shotSeconds } from '../../models/shot'
import { standing } from '../../models/standing'
import { workflowWords } from '../../models/vocabulary'
import type { Imported } from '../provider'
import { untimed } from '../told'
import { type Bag, type Cell, get, isBag, misshapen, outward, printed, take, without } from '../wire'
import { cellsOf } from './cells'
import { workflowFor } from './detect'

/**
 * Takes a task object, the array around it, or a part of one beside its model. Media stay as the ids and addresses that
 * they were. Throws StudioError('invalid') whose issues carry Runware's own paths.
 */
export function read(request: unknown): Imported {
  const notes: string[] = []
  const task = taskIn(request, notes)
  const row = rowFor(task)
  const whole = checkType(task, row, notes)
  const asked = withoutOurs(task, notes)
  const workflow = workflowFor(row, asked)
  const cells = cellsOf(row)
  const own = new Set(standing(workflow, {}).flatMap(({ keys }) => keys))
  const listed = cells.filter(({ keys }) => keys.some((key) => own.has(key)))
  const taken = untimed(take(listed, asked))
  const barred = cells.filter((cell) => !listed.includes(cell)).flatMap((cell) => refusedIn(cell, asked, workflow))
  const carried = leavesOf(taken.rest)
  notes.push(...taken.notes, ...carried.map((path) => carriedNote(path, row)))
  const total = shotSeconds(taken.input)
  const timed =
    total !== undefined && taken.input.duration === undefined ? { ...taken.input, duration: total } : taken.input
  if (timed !== taken.input) notes.push(`The length, ${total} s, is what the shots add up to.`)
  const input = escaped(workflow, carried.length ? { ...timed, extra: taken.rest } : timed)
  const found = judge(row, workflow, input, 'carrying')
  const refused = found
    .filter(({ missing }) => !missing || (whole && taken.issues.length === 0))
    .map(({ path, message }) => ({ path: outward(cells, path) ?? path.replace(/^extra\./, ''), message }))
  const issues = unique([...misshapen(cells, asked), ...taken.issues, ...barred, ...refused])
  if (issues.length) throw invalid(issues, row, workflow)
  notes.push(...found.filter(({ missing }) => missing).map(({ message }) => message), ...notesOn(workflow, input))
  return { model: row.model, workflow: workflow.id, input, notes: [...new Set(notes)] }
}

const wrong = (path: string, message: string) => new StudioError('invalid', message, [{ path, message }])

function taskIn(request: unknown, notes: string[]): Bag {
  if (Array.isArray(request)) {
    const tasks = request.filter((one) => !(isBag(one) && one.taskType === 'authentication'))
    if (tasks.length < request.length) notes.push('The authentication was left out; the studio sends its own.')
    if (tasks.length !== 1) throw wrong(tasks.length ? '1' : '', `${tasks.length} tasks; one can be taken at a time.`)
    return taskIn(tasks[0], notes)
  }
  if (!isBag(request)) throw wrong('', 'A task object is needed, or the array around one.')
  if (!isBag(request.request)) return request
  // As collections of examples print it: the model beside its request.
  return { ...(request.model === undefined ? {} : { model: request.model }), ...request.request }
}

function rowFor({ model }: Bag): Row {
  const row = typeof model === 'string' ? rowOf('runware', model) : undefined
  if (row) return row
  if (model === undefined)
    throw wrong(
      'model',
      'A model is needed, as klingai:kling-video@3-pro. The Models page and GET /api/models list them.',
    )
  const near = nearest(
    printed(model),
    runware.map((one) => one.model),
  )
  throw wrong(
    'model',
    `${printed(model)} is not known. Is one of these meant: ${near.join(', ')}? The Models page and GET /api/models list all.`,
  )
}

/** The three most alike, by the pairs of letters that they share. */
function nearest(asked: string, known: readonly string[]): string[] {
  const pairs = (text: string) => new Set([...text].map((letter, at) => letter + (text[at + 1] ?? '')))
  const own = pairs(asked)
  const alike = (text: string) => {
    const others = pairs(text)
    return [...others].filter((pair) => own.has(pair)).length / (own.size + others.size)
  }
  return [...known].sort((a, b) => alike(b) - alike(a)).slice(0, 3)
}

/** Whether it is a whole task; a part of one may lack what is needed, and says so in notes. */
function checkType({ taskType }: Bag, row: Row, notes: string[]): boolean {
  const right = row.kind === 'image' ? 'imageInference' : 'videoInference'
  if (taskType === undefined) {
    notes.push(`This is a part of a request: it had no taskType; ${right} is sent.`)
    return false
  }
  if (taskType !== right) throw wrong('taskType', `${printed(taskType)} does not run ${row.name}; ${right} does.`)
  return true
}

function withoutOurs(task: Bag, notes: string[]): Bag {
  const dropped = ours.filter((key) => task[key] !== undefined)
  const told = dropped.filter((key) => key !== 'taskType' && key !== 'model')
  if (told.length) notes.push(`Left out, because the studio says it itself: ${told.join(', ')}.`)
  return dropped.reduce((rest, key) => without(rest, [key]), task)
}

/** A field that the row's page says cannot be used in this workflow, with its reason. Other strangers are carried along. */
function refusedIn(cell: Cell, asked: Bag, workflow: Workflow): Issue[] {
  const why = cell.keys.map((key) => barredWhy(workflow, key)).find((one) => one !== undefined)
  if (why === undefined) return []
  return [cell.at, ...(cell.also ?? [])]
    .filter((at) => get(asked, at.split('.')) !== undefined)
    .map((path) => ({ path, message: why }))
}

const carriedNote = (path: string, row: Row) =>
  `${path} is not listed for ${row.name}; it is carried along as it was, and Runware may answer unsupportedParameter.`

function leavesOf(rest: Bag, path: readonly string[] = []): string[] {
  return Object.entries(rest).flatMap(([key, value]) =>
    isBag(value) && Object.keys(value).length ? leavesOf(value, [...path, key]) : [[...path, key].join('.')],
  )
}

const unique = (issues: Issue[]) =>
  issues.filter(
    (one, at) => issues.findIndex((other) => other.path === one.path && other.message === one.message) === at,
  )

function invalid(issues: Issue[], row: Row, workflow: Workflow): StudioError {
  const [first] = issues
  const where = `${row.name}, ${workflowWords[workflow.id].toLowerCase()}`
  return new StudioError('invalid', `${where}: ${first?.path} — ${first?.message}`, issues)
}
