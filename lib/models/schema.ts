// A row → zod, and its rules → reasons. The form, the API, preview and import all refuse by these two.
import { z } from 'zod'
import type { Issue } from '../errors'
import type { Asset } from '../media/asset'
import { type MediaLimits, misfits } from '../media/limits'
import { type Input, type InputKey, mediaOf } from './input'
import { kinds } from './kinds'
import type { Row, Workflow } from './row'
import { broken, type Reason, shotSeconds } from './rules'
import { standing } from './standing'
import { type FieldId, fieldIds, vocabulary, workflowWords } from './vocabulary'

/** `placing`: an order made here. `carrying`: an import or a preview, where softer sentences become notes. */
export type Stance = 'placing' | 'carrying'

const schemas = new WeakMap<Workflow, { [S in Stance]?: z.ZodType<Input> }>()

/** What may be asked of this model in this workflow. Unknown fields are refused by name; nothing is coerced or filled in. */
export function inputSchema(row: Row, workflow: Workflow, stance: Stance = 'placing'): z.ZodType<Input> {
  const kept = schemas.get(workflow) ?? {}
  kept[stance] ??= build(row, workflow, stance)
  schemas.set(workflow, kept)
  return kept[stance]
}

function build(row: Row, workflow: Workflow, stance: Stance): z.ZodType<Input> {
  const shape: Record<string, z.ZodType> = {}
  for (const { kind, use, keys } of standing(workflow, {})) {
    const checker: { check(limits: unknown, key: InputKey): z.ZodType } = kinds[kind] as never
    for (const key of keys) shape[key] = checker.check(use.limits, key).optional()
  }
  const known = new Set(Object.keys(shape))
  // zod skips refinements once a field is wrong; `when` lets the sentences across fields speak all the same.
  return z.looseObject(shape, { error: 'An object of fields is needed.' }).superRefine(
    (value, at) => {
      const input = value as Input
      const strangers = Object.keys(value)
        .filter((key) => !known.has(key))
        .map((path) => ({ path, message: strangerWords(row, workflow, path) }))
      for (const { path, message } of [...strangers, ...across(row, workflow, input, stance)])
        at.addIssue({
          code: 'custom',
          path: path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part)),
          message,
        })
    },
    { when: ({ value }) => typeof value === 'object' && value !== null && !Array.isArray(value) },
  ) as unknown as z.ZodType<Input>
}

function strangerWords(row: Row, workflow: Workflow, key: string): string {
  const why = barredWhy(workflow, key)
  const where = `${row.name}, ${workflowWords[workflow.id].toLowerCase()}`
  return why ?? `${row.name} has no field “${key}” here (${where}).`
}

/** The row's own reason why a key of the input cannot be used in this workflow. */
export function barredWhy(workflow: Workflow, key: string): string | undefined {
  for (const field of fieldIds) {
    const why = workflow.barred?.[field]
    if (
      why &&
      (field === key ||
        (field === 'size' && (key === 'width' || key === 'height')) ||
        (field === 'frames' && (key === 'firstFrame' || key === 'lastFrame')))
    )
      return why
  }
}

function across(row: Row, workflow: Workflow, input: Input, stance: Stance): Issue[] {
  const issues: Issue[] = []
  if (!wellFormed(input)) return issues
  for (const { field, kind, use, keys, needed } of standing(workflow, input)) {
    const label = use.label ?? vocabulary[field].label
    const first = keys[0]
    if (needed && own(workflow, field) && first && !keys.some((key) => isGiven(input[key])))
      issues.push({ path: first, message: `${label} is needed.` })
    const checker: {
      check(limits: unknown, key: InputKey): z.ZodType
      across?(limits: unknown, input: Input): { key: InputKey; message: string }[]
    } = kinds[kind] as never
    for (const found of checker.across?.(use.limits, input) ?? [])
      issues.push({ path: found.key, message: found.message })
    // Limits that a rule narrowed are checked here; the plain ones were checked by the shape.
    if (use.limits !== workflow.fields[field]?.limits && isNarrowed(workflow, field))
      for (const key of keys) {
        const result = isGiven(input[key]) ? checker.check(use.limits, key).safeParse(input[key]) : undefined
        for (const issue of result?.error?.issues ?? [])
          issues.push({ path: [key, ...issue.path].join('.'), message: issue.message })
      }
  }
  issues.push(...lengthOfShots(workflow, input))
  const reasons = broken(workflow.rules ?? [], input).filter((reason) => counts(reason, stance))
  return unique([...issues, ...reasons.map(({ path, why }) => ({ path, message: why }))])
}

const own = (workflow: Workflow, field: FieldId) => workflow.fields[field]?.required === true
const isGiven = (value: unknown) => value !== undefined
const isNarrowed = (workflow: Workflow, field: FieldId) =>
  (workflow.rules ?? []).some((rule) => 'narrows' in rule && rule.narrows === field)
const counts = (reason: Reason, stance: Stance) =>
  reason.force === 'always' || (reason.force === 'placing' && stance === 'placing')
const unique = (issues: Issue[]) =>
  issues.filter(
    (one, at) => issues.findIndex((other) => other.path === one.path && other.message === one.message) === at,
  )

/** Sentences across fields read shots and lists; they wait until those have their shape. */
const wellFormed = (input: Input) =>
  input.shots === undefined ||
  (Array.isArray(input.shots) &&
    input.shots.every((one) => typeof one === 'object' && one !== null && typeof one.duration === 'number'))

/** Without a length of its own, what the shots add up to must be a length that the model can make. */
function lengthOfShots(workflow: Workflow, input: Input): Issue[] {
  const limits = workflow.fields.duration?.limits
  const total = shotSeconds(input)
  if (!limits || total === undefined || input.duration !== undefined) return []
  const result = kinds.duration.check(limits, 'duration').safeParse(total)
  return result.success
    ? []
    : [{ path: 'shots', message: `Shots add up to ${total} s; ${kinds.duration.words(limits)} can be made.` }]
}

/** Everything that keeps this input from being placed: shape, limits, sentences, and the files against their slots. */
export function refusals(
  row: Row,
  workflow: Workflow,
  input: unknown,
  file: (id: string) => Asset | undefined,
  stance: Stance = 'placing',
): Issue[] {
  const parsed = inputSchema(row, workflow, stance).safeParse(input)
  const issues = parsed.success ? [] : issuesOf(parsed.error)
  if (typeof input !== 'object' || input === null) return issues
  return unique([...issues, ...fileIssues(workflow, input as Input, file)])
}

/** zod's issues with dotted paths. */
export function issuesOf(error: z.ZodError): Issue[] {
  return error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
}

/** Files of ours that do not exist or break the limits of the slot they are in. Foreign media cannot be measured here. */
export function fileIssues(workflow: Workflow, input: Input, file: (id: string) => Asset | undefined): Issue[] {
  const stands = safeStanding(workflow, input)
  return mediaOf(input).flatMap(({ path, medium }): Issue[] => {
    if (!('asset' in medium)) return []
    const found = file(medium.asset)
    if (!found) return [{ path, message: 'This file is not in the library any more; choose another.' }]
    const limits = slotLimits(stands, path)
    return limits ? misfits(found, limits).map((message) => ({ path, message })) : []
  })
}

const safeStanding = (workflow: Workflow, input: Input) => standing(workflow, wellFormed(input) ? input : {})

function slotLimits(stands: ReturnType<typeof standing>, path: string): MediaLimits | undefined {
  const [key, , part] = path.split('.')
  const stand = stands.find(({ keys }) => keys.some((one) => one === key))
  const limits = stand?.use.limits
  if (!limits || !('of' in limits)) return
  // Elements hold pictures, films and voices; the row's limits speak of the pictures.
  if (stand.kind === 'elements' && part !== 'frontalImage' && part !== 'images') return
  return limits.of
}

/** Sentences that an import keeps as notes rather than refuses. */
export function notesOn(workflow: Workflow, input: Input): string[] {
  return [
    ...new Set(
      broken(workflow.rules ?? [], input)
        .filter(({ force }) => force !== 'always')
        .map(({ why }) => why),
    ),
  ]
}
