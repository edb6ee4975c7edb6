// A request as the gateway's page prints it → our words. What cannot be kept is refused by name; nothing changes unsaid.
import type { Gateway } from '../../env.gateway.server'
import { type Issue, StudioError } from '../../errors'
import { openai } from '../../models/catalog/openai'
import { listed } from '../../models/catalog/openai/part'
import { native } from '../../models/catalog/openai/word'
import { escaped } from '../../models/handles'
import { barredWhy, judge } from '../../models/judge'
import type { Row, Workflow } from '../../models/row'
import { notesOn } from '../../models/schema'
import { shotSeconds } from '../../models/shot'
import { type WorkflowId, workflowWords } from '../../models/vocabulary'
import type { Imported } from '../provider'
import { type Bag, get, isBag, outward, printed, put, take, without } from '../wire'
import { cellsOf, referencesIn } from './cells'
import { settle } from './settle'
import { body } from './wire'

const shapes: readonly unknown[] = ['16:9', '9:16', '1:1']

/** Media stay as the addresses that they were. Throws StudioError('invalid') whose issues carry the gateway's own paths. */
export function read(given: unknown, endpoint: string | undefined, gateway: Gateway): Imported {
  if (endpoint !== undefined && !/^(POST\s+)?(https?:\/\/[^/]+)?\/v1\/videos\/?$/i.test(endpoint.trim()))
    throw wrong('endpoint', 'Only POST /v1/videos makes a film at a gateway.')
  if (!isBag(given)) throw wrong('', 'A request is needed, such as { "model": "Kling-2.6", "prompt": "…" }.')
  const { row, billing } = rowFor(given.model)
  const { model: _, ...others } = given
  const { request, notes, issues, text } = settle(others, gateway)
  const workflow = workflowFor(row, request)
  if (issues.length) throw invalid(issues, row, workflow)
  const staged = scenes.has(printed(get(request, ['metadata', 'scene_type'])))
  const cells = cellsOf(workflow, gateway)
  const taken = take(cells, staged ? without(request, ['metadata', 'scene_type']) : request)
  const carried = { ...(billing ? { model: given.model } : {}), ...taken.rest }
  const total = shotSeconds(taken.input)
  const timed =
    total !== undefined && taken.input.duration === undefined ? { ...taken.input, duration: total } : taken.input
  if (timed !== taken.input) notes.push(`The length, ${total} s, is what the shots add up to.`)
  const bare = beside(timed, given.prompt, gateway, notes)
  const typed = escaped(workflow, Object.keys(carried).length ? { ...bare, extra: carried } : bare)
  const input = text === undefined ? typed : asWritten(typed, text, { row, workflow }, gateway)
  const found = judge(row, workflow, input, 'carrying')
  const unread = taken.issues.length > 0
  const refused = found
    .filter(({ missing }) => !missing || !unread)
    .map(({ path, message }) => ({
      path: outward(cells, path) ?? path.replace(/^extra\./, ''),
      message:
        path === 'duration' ? `${message} The gateway’s page lists ${listed(longest(workflow)).join(', ')}.` : message,
    }))
  const shape = get(taken.rest, ['metadata', 'output_config', 'aspect_ratio'])
  const odd =
    shape === undefined || shapes.includes(shape)
      ? []
      : [{ path: 'metadata.output_config.aspect_ratio', message: `Choose one of ${shapes.join(', ')}.` }]
  const all = unique([...taken.issues, ...refused, ...odd, ...shotsBarred(taken.rest, workflow)])
  if (all.length)
    throw invalid(
      all.map((one) => ({ ...one, path: one.path.replace(native, 'metadata.ext_info') })),
      row,
      workflow,
    )
  notes.push(...taken.notes, ...carriedNotes(carried, row, input), ...notesOn(workflow, input))
  return { model: row.model, workflow: workflow.id, input, notes: [...new Set(notes)] }
}

/** Shots for a model that makes none are never carried along: what was to be seen would be lost. */
function shotsBarred(rest: Bag, workflow: Workflow): Issue[] {
  const why = barredWhy(workflow, 'shots')
  const extras = get(rest, native.split('.'))
  if (why === undefined || !isBag(extras)) return []
  const { multi_shot: on, shot_type: type, multi_prompt: list } = extras
  if ((on === undefined || on === false || on === 'false') && type === undefined && list === undefined) return []
  return [{ path: `${native}.${list === undefined ? 'multi_shot' : 'multi_prompt'}`, message: why }]
}

/** Extras are carried as the text that they were where they would go out in another one that says the same. */
function asWritten(
  input: Imported['input'],
  text: string,
  way: { row: Row; workflow: Workflow },
  gateway: Gateway,
): Imported['input'] {
  const at = ['metadata', 'ext_info']
  if (get(body({ ...way, input }, gateway, String), at) === text) return input
  const carried = { ...input, extra: put(input.extra ?? {}, at, text) }
  return get(body({ ...way, input: carried }, gateway, String), at) === text ? carried : input
}

const scenes: ReadonlySet<string> = new Set(['motion_control', 'avatar_i2v'])
const longest = ({ fields: { duration } }: Workflow): 10 | 15 =>
  duration && 'max' in duration.limits && duration.limits.max === 15 ? 15 : 10

/** Words beside shots that only a gateway's insistence put there are said again by its setting. */
function beside(input: Imported['input'], said: unknown, { insists }: Gateway, notes: string[]): Imported['input'] {
  const [first] = input.shots ?? []
  if (!first) return input
  if (insists && input.prompt === first.prompt) {
    const { prompt: _, ...others } = input
    return others
  }
  if (said === '' && insists)
    notes.push('This gateway insists on words, so those of the first shot are sent beside the shots.')
  if (said === undefined)
    notes.push(`Beside the shots ${insists ? 'the words of the first one are' : 'an empty prompt is'} sent.`)
  return input
}

const wrong = (path: string, message: string) => new StudioError('invalid', message, [{ path, message }])

/** A billing name, as answers print it, means the model that it begins with. */
function rowFor(model: unknown): { row: Row; billing: boolean } {
  const exact = openai.find((row) => row.model === model)
  if (exact) return { row: exact, billing: false }
  const name = typeof model === 'string' ? model.toLowerCase() : ''
  const meant = openai.find((row) =>
    new RegExp(`^${row.model.toLowerCase().replaceAll('.', '\\.')}(?![\\d.])`).test(name),
  )
  if (meant) return { row: meant, billing: true }
  const known = openai.map((row) => row.model).join(', ')
  throw wrong(
    'model',
    model === undefined
      ? `A model is needed: one of ${known}.`
      : `${printed(model)} is not known; choose one of ${known}.`,
  )
}

/** The scene says it; without one the inputs do. */
function workflowFor(row: Row, request: Bag): Workflow {
  const has = (path: string) => get(request, path.split('.')) !== undefined
  const files = get(request, ['metadata', 'file_infos'])
  const refers = files === undefined ? has('metadata.video_url') : referencesIn(files) !== undefined
  const scene = get(request, ['metadata', 'scene_type'])
  const wanted: WorkflowId =
    scene === 'motion_control'
      ? 'motion-control'
      : scene === 'avatar_i2v'
        ? 'avatar'
        : has('image') || has('metadata.last_frame_url')
          ? 'image-to-video'
          : refers
            ? 'reference-to-video'
            : 'text-to-video'
  const found = row.workflows.find(({ id }) => id === wanted) ?? row.workflows[0]
  if (!found) throw new Error(`${row.model} has no workflow`)
  return found
}

function carriedNotes(carried: Bag, row: Row, input: Imported['input']): string[] {
  return leavesOf(carried).map((path) => {
    const plain = path.join('.').replace(native, 'metadata.ext_info')
    if (plain === 'model')
      return `${printed(carried.model)} is a name of the price list; it is sent as it is, in place of ${row.model}.`
    if (plain === 'metadata.scene_type')
      return `The scene ${printed(get(carried, path))} is not offered here, because its inputs cannot be had; it is sent as it was, and the gateway may refuse it.`
    if (plain === 'size') return sizeNote(carried, input)
    return `${plain} has no field here; it is carried along as it was, and the gateway may refuse it.`
  })
}

function sizeNote(carried: Bag, { aspectRatio }: Imported['input']): string {
  const size = printed(carried.size)
  const shape = aspectRatio ?? get(carried, ['metadata', 'output_config', 'aspect_ratio'])
  const proportion = (text: string, sign: string) => {
    const [width = NaN, height = NaN] = text.split(sign).map(Number)
    return width / height
  }
  const [own, said] = [proportion(size, 'x'), proportion(printed(shape), ':')]
  if (Number.isFinite(own) && Number.isFinite(said) && Math.abs(own - said) > 0.02)
    return `size ${size} contradicts aspect_ratio ${printed(shape)}; both are sent as they were.`
  return `size ${size} is sent as it was; the form has its own words for it.`
}

function leavesOf(rest: Bag, path: readonly string[] = []): string[][] {
  return Object.entries(rest).flatMap(([key, value]) =>
    isBag(value) && Object.keys(value).length ? leavesOf(value, [...path, key]) : [[...path, key]],
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
