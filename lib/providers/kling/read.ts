// A request as Kling's pages print it → our words. What cannot be kept is refused by name; nothing changes unsaid.
import { type Issue, StudioError } from '../../errors'
import { kling } from '../../models/catalog/kling'
import { escaped, uncalled } from '../../models/handles'
import type { Input } from '../../models/input'
import { barredWhy, judge } from '../../models/judge'
import type { Row, Workflow } from '../../models/row'
import { notesOn } from '../../models/schema'
import { shotSeconds } from '../../models/shot'
import { standing } from '../../models/standing'
import { workflowWords } from '../../models/vocabulary'
import type { Imported } from '../provider'
import { untimed } from '../told'
import { type Bag, type Cell, get, isBag, outward, printed, take } from '../wire'
import { truth } from './cell'
import { cellsAt, endpointFor, endpointIn, namesAt, rowNamed, workflowIn } from './detect'
import { type Endpoint, type EndpointId, endpointIds, endpoints } from './endpoint'
import { prepared, unsafe, unwrapped, withoutEmpty } from './prepare'
import { endpointOf, nameOn } from './way'

/**
 * @param endpoint such as `POST /v1/videos/image2video`; without one the request itself must leave no doubt. Media stay
 * as the ids and addresses that they were. Throws StudioError('invalid') whose issues carry Kling's own paths, or
 * `endpoint`.
 */
export function readKling(request: unknown, endpoint?: string): Imported {
  const notes: string[] = []
  const { body: given, endpoint: beside } = unwrapped(request)
  const lost = unsafe(given)
  if (lost.length) throw new StudioError('invalid', `${lost[0]?.path}: ${lost[0]?.message}`, lost)
  const clean = withoutEmpty(given)
  const hollow = Object.keys(given).filter((key) => isBag(given[key]) && clean[key] === undefined)
  if (hollow.length) notes.push(`Left out, because nothing is said there: ${hollow.join(', ')}.`)
  const where = endpoint ?? beside
  const id = where === undefined ? endpointIn(clean) : endpointFor(where)
  const row = rowFor(clean, id, notes)
  const { body, issues } = prepared(clean, id, row, notes)
  const cells = cellsAt(id)
  const taken = untimed(take(cells, body))
  const workflow = workflowIn(row, id, taken.input)
  const kept = settled(taken.input, row, workflow, body, notes)
  const own = new Set(standing(workflow, {}).flatMap(({ keys }) => keys))
  const strangers = cells.filter(({ keys }) => !keys.some((key) => own.has(key)))
  const closed = strangers.flatMap((cell) => closedIn(cell, body, row, workflow, id))
  const misplaced = [...Object.keys(taken.rest).flatMap((key) => misplacedIn(key, id)), ...newWords(taken.rest, id)]
  const carried = leavesOf(taken.rest)
  const rest = carried.length && misplaced.length === 0 ? { extra: taken.rest } : {}
  const mine = Object.fromEntries(
    Object.entries(kept).filter(([key]) => !strangers.some(({ keys }) => keys.some((one) => one === key))),
  ) as Input
  const input = escaped(workflow, { ...mine, ...rest })
  const stands = standing(workflow, input, 'carrying')
  const judged = judge(row, workflow, input, 'carrying').map(({ path, message }) => {
    const tight = stands.find(({ keys }) => keys.some((key) => key === path.split('.')[0]))?.tight
    return { path: wirePath(cells, path), message: tight && !message.includes(tight) ? `${message} ${tight}` : message }
  })
  const early = [...issues, ...taken.issues, ...misplaced]
  const all = unique([...early, ...closed, ...(early.length ? [] : judged)])
  if (all.length)
    throw invalid(
      all.map((one) => named(one, id)),
      row,
      workflow,
    )
  notes.push(
    ...taken.notes,
    ...carried.map((path) =>
      cells.some(({ at }) => path.startsWith(`${at}.`))
        ? `${path} has no field here; it is carried along as it was.`
        : `${path} is not in Kling’s pages; it is carried along as it was, and Kling may refuse it.`,
    ),
    ...notesOn(workflow, input),
    ...uncalled(workflow, input).map(
      ({ word, count, of }) =>
        `${count} of ${of} ${of === 1 ? 'entry' : 'entries'} not called by <<<${word}_N>>> in the words.`,
    ),
    ...(row.note && row.standing === 'retired' ? [row.note] : []),
  )
  return { model: row.model, workflow: workflow.id, input, notes: [...new Set(notes)] }
}

const wrong = (path: string, message: string) => new StudioError('invalid', message, [{ path, message }])

function rowFor(body: Bag, id: EndpointId, notes: string[]): Row {
  const endpoint: Endpoint = endpoints[id]
  const { model_name: said, model } = body
  if (model !== undefined) notes.push('“model” is the old word, which Kling reads as none; only model_name is sent.')
  if (endpoint.model !== 'body') {
    const row = rowNamed(undefined, id)
    if (!row) throw new Error(`nobody serves ${endpoint.path}`)
    if (said !== undefined) throw wrong('model_name', `${endpoint.path} takes no model_name.`)
    return row
  }
  const names = namesAt(id).join(', ')
  if (said === undefined && endpoint.default === undefined)
    throw wrong(
      'model_name',
      `It is needed: what Kling takes without it has ended, or is not told alike. Choose one of ${names}.`,
    )
  if (said === undefined) notes.push(`model_name is always sent: ${endpoint.default}, which is what none means here.`)
  const row = rowNamed(said, id)
  if (row) return row
  const elsewhere = kling.some((one) => nameOn(one) === said)
  throw wrong(
    'model_name',
    `${printed(said)} ${elsewhere ? `does not work at ${endpoint.path}` : 'is not known'}; choose one of ${names}.`,
  )
}

/** What is always sent is said here already, so that the form shows it and the price reads it. */
function settled(input: Input, row: Row, workflow: Workflow, body: Bag, notes: string[]): Input {
  const usual = row.dialect?.mode
  let now = input
  const mode = workflow.fields.mode
  if (usual !== undefined && mode && !mode.required && now.mode === undefined) {
    now = { ...now, mode: String(usual) }
    notes.push(`mode is always sent: ${usual}, which is what none means here.`)
  }
  if (workflow.id === 'motion-control' && now.keepOriginalSound === undefined) {
    now = { ...now, keepOriginalSound: true }
    notes.push('keep_original_sound is always sent beside a film: “yes”.')
  }
  const total = shotSeconds(now)
  const takesShots = truth(body.multi_shot) === true
  // Kling makes 5 s when none are said, so shots of another length contradict what is not there.
  return takesShots && total !== undefined && total !== 5 && now.duration === undefined ? { ...now, duration: 5 } : now
}

/** A field that Kling knows at this address and that this model cannot use: with the row's reason, or who can. */
function closedIn(cell: Cell, body: Bag, row: Row, workflow: Workflow, id: EndpointId): Issue[] {
  if (get(body, cell.at.split('.')) === undefined) return []
  const why = cell.keys.map((key) => barredWhy(workflow, key)).find((one) => one !== undefined)
  if (why !== undefined) return [{ path: cell.at, message: why }]
  const can = kling.filter(
    (one) =>
      one.standing !== 'retired' &&
      one.workflows.some(
        (way) =>
          endpointOf(one, way) === id &&
          standing(way, {}).some(({ keys }) => keys.some((key) => cell.keys.includes(key))),
      ),
  )
  const others = can.length ? ` Only ${can.map(nameOn).join(', ')} can.` : ''
  const where = workflowWords[workflow.id].toLowerCase()
  return [{ path: cell.at, message: `${row.name} does not take ${cell.at} here (${where}).${others}` }]
}

/** A word of Kling's that another of its addresses takes. */
function misplacedIn(key: string, id: EndpointId): Issue[] {
  const top = ({ at }: Cell) => at.split('.')[0] === key
  if (cellsAt(id).some(top)) return []
  const there = endpointIds.filter((one) => cellsAt(one).some(top)).map((one) => endpoints[one].path)
  if (there.length === 0) return []
  return [{ path: key, message: `${endpoints[id].path} takes no ${key}; it is for ${there.join(', ')}.` }]
}

/** Settings that other models of the new generation take. */
const elsewhere = {
  audio: 'This model always makes sound; it cannot be set.',
  multi_shot: 'This model has no such setting; shots are written into the words.',
} as const
function newWords({ settings }: Bag, id: EndpointId): Issue[] {
  if (endpoints[id].envelope !== 'options' || !isBag(settings)) return []
  return (['audio', 'multi_shot'] as const).flatMap((key) =>
    settings[key] === undefined ? [] : [{ path: `settings.${key}`, message: elsewhere[key] }],
  )
}

const wirePath = (cells: readonly Cell[], path: string) => outward(cells, path) ?? path.replace(/^extra\./, '')

/** Folded places by the names that the page prints. */
const named = ({ path, message }: Issue, id: EndpointId): Issue => ({
  path: path
    .replace(/^face\.session_id/, 'session_id')
    .replace(/^face(?=\.|$)/, 'face_choose.0')
    .replace(/^(audio_id|sound_file|sound_volume|original_audio_volume)$/, id === 'lips' ? 'face_choose.0.$1' : '$1')
    .replace(/^expansion\.(up|down|left|right)/, '$1_expansion_ratio')
    .replace(/^expansion$/, 'up_expansion_ratio'),
  message,
})

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
