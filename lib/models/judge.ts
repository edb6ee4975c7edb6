// Everything that an input breaks: form, API, preview and import all refuse by this one reading.
import type { Issue } from '../errors'
import { checkOf } from './check'
import { plain } from './check/plain'
import { numbered, strayHandles } from './handles'
import { type Input, type InputKey, isSet } from './input'
import { kindOf } from './kinds'
import { saysNothing } from './raw'
import type { Row, Workflow } from './row'
import { broken, type Fix, takeOut } from './rules'
import { shotSeconds } from './shot'
import { counts, type Stance, type Standing, standing } from './standing'
import { fieldIds, vocabulary, workflowWords } from './vocabulary'

/** `missing`: it breaks by what is not there yet. `fix`: one click that mends it. */
export type Finding = Issue & { fix?: Fix; missing?: true }

/** Texts are judged as they will be sent, with handles as markers. Nothing is coerced or filled in. */
export function judge(row: Row, workflow: Workflow, given: unknown, stance: Stance): Finding[] {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return [{ path: '', message: 'An object of fields is needed.' }]
  const written: Input = given
  const input = numbered(workflow, written)
  // Sentences read shots and lists; they wait until those have their shape.
  const readable = wellFormed(input)
  const stands = standing(workflow, readable ? input : {}, stance)
  const known = new Set<string>(stands.flatMap(({ keys }) => keys))
  return unique([
    ...(row.standing === 'retired' && stance === 'placing'
      ? [{ path: '', message: row.note ?? `${row.name} can no longer be ordered.` }]
      : []),
    ...Object.entries(given).flatMap(([key, value]) =>
      known.has(key) || value === undefined ? [] : [stranger(row, workflow, key)],
    ),
    ...stands.flatMap((stand) => ofField(stand, workflow, input, readable)),
    ...(readable ? lengthOfShots(stands, input) : []),
    ...strayHandles(workflow, written).map(({ path, name }) => ({
      path,
      message: `There is no @${name} here; write @@${name} if it is only text.`,
    })),
    ...(readable ? ofRules(workflow, input, stance) : []),
  ])
}

function ofField(stand: Standing, workflow: Workflow, input: Input, readable: boolean): Finding[] {
  const { field, use, keys } = stand
  const kind = kindOf(field)
  const found: Finding[] = keys.flatMap((key) => {
    if (input[key] === undefined) return []
    if (Array.isArray(input[key]) && !isSet(input[key])) return [{ path: key, message: saysNothing, fix: takeOut(key) }]
    const result = checkOf(field, use.limits, key).safeParse(input[key], { error: plain })
    if (result.success) return []
    const fix = kind.mend?.(use.limits, input, key)
    return result.error.issues.flatMap((issue) => {
      const path = [key, ...issue.path].join('.')
      if (issue.code === 'unrecognized_keys')
        return issue.keys.map((name) => ({
          path: `${path}.${name}`,
          message: `There is no “${name}” here; take it out.`,
        }))
      return [{ path, message: issue.message, ...(fix && issue.path.length === 0 ? { fix } : {}) }]
    })
  })
  const [first] = keys
  const empty = keys.every((key) => input[key] === undefined || (Array.isArray(input[key]) && !isSet(input[key])))
  if (workflow.fields[field]?.required && empty && first)
    return [...found, { path: first, message: neededWords(use.label ?? vocabulary[field].label), missing: true }]
  if (found.length || !readable) return found
  return (kind.across?.(use.limits, input) ?? []).map((clash) => {
    const fix = keys.some((key) => key === clash.path)
      ? kind.mend?.(use.limits, input, keys[0] ?? (field as InputKey))
      : undefined
    return fix ? { ...clash, fix } : clash
  })
}

/** Of frames it is the first that is asked for. */
const neededWords = (label: string) =>
  label === vocabulary.frames.label ? 'A first frame is needed.' : `${label} ${isMany(label) ? 'are' : 'is'} needed.`

/** "Frames"; not "Who speaks", nor "Film that speaks". */
const isMany = (label: string) => /[^s]s$/.test(label) && !/^Who | that /.test(label)

const ofRules = (workflow: Workflow, input: Input, stance: Stance): Finding[] =>
  broken(
    (workflow.rules ?? []).filter(({ force }) => counts(force, stance)),
    input,
  ).map(({ path, why, fix, missing }) => ({
    path,
    message: why,
    ...(fix ? { fix } : {}),
    ...(missing ? { missing } : {}),
  }))

function stranger(row: Row, workflow: Workflow, key: string): Finding {
  const where = `${row.name}, ${workflowWords[workflow.id].toLowerCase()}`
  const ends = workflow.fields.frames?.limits.ends
  const message =
    barredWhy(workflow, key) ??
    (key === 'lastFrame' && ends === 'first'
      ? `${row.name} takes one frame, the first.`
      : `${row.name} has no field “${key}” here (${where}).`)
  return { path: key, message, fix: takeOut(key) }
}

/** The row's own reason why a key of the input cannot be used in this workflow. */
export function barredWhy(workflow: Workflow, key: string): string | undefined {
  for (const field of fieldIds) {
    const why = workflow.barred?.[field]
    if (!why) continue
    if (field === key) return why
    if (field === 'size' && (key === 'width' || key === 'height' || key === 'aspectRatio')) return why
    if (field === 'frames' && (key === 'firstFrame' || key === 'lastFrame')) return why
  }
}

const wellFormed = ({ shots, elements }: Input) =>
  (shots === undefined ||
    (Array.isArray(shots) &&
      shots.every((one) => typeof one?.prompt === 'string' && typeof one.duration === 'number'))) &&
  (elements === undefined || (Array.isArray(elements) && elements.every((one) => typeof one?.id === 'string')))

/** Without a length of its own, what the shots add up to must be a length that the model can make. */
function lengthOfShots(stands: readonly Standing[], input: Input): Finding[] {
  const limits = stands.find(({ field }) => field === 'duration')?.use.limits
  const total = shotSeconds(input)
  if (!limits || total === undefined || input.duration !== undefined) return []
  if (checkOf('duration', limits, 'duration').safeParse(total).success) return []
  return [{ path: 'shots', message: `Shots add up to ${total} s; ${kindOf('duration').words(limits)} can be made.` }]
}

/** What comes from outside may break in a hundred thousand places: none is compared with all others. */
function unique(findings: Finding[]): Finding[] {
  const first = new Map<string, Finding>()
  for (const one of findings) {
    const key = `${one.path}\n${one.message}`
    if (!first.has(key)) first.set(key, one)
  }
  return [...first.values()]
}
