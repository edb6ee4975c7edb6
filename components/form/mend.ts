// What is wrong with a draft, where it stands in the form, and the one-click changes that would mend it without loss.
import type { Issue } from '@/lib/errors'
import type { Input } from '@/lib/models/input'
import type { Finding as Judged } from '@/lib/models/judge'
import type { Workflow } from '@/lib/models/row'
import type { Fix } from '@/lib/models/rules'
import { shotSeconds } from '@/lib/models/shot'
import { valueAt, within } from './path'
import { fit, lawful, longest, nearestLength, part, type Span, total } from './shot'

/** `unset`: nothing was written there yet; it is told beside the button, and at the field once somebody tried. */
export type Finding = Issue & { fixes: Fix[]; unset: boolean }

const isEmpty = (value: unknown) =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)

export function findings(workflow: Workflow, input: Input, judged: readonly Judged[]): Finding[] {
  const told = judged.map(({ path, message, fix, missing }): Finding => {
    const own = within(path)
    const fixes = [...(fix ? [fix] : []), ...splitAt(workflow, input, own)]
    return { path: own, message, fixes, unset: missing === true || isEmpty(valueAt(input, own)) }
  })
  return inOnePlace(workflow, input, told)
}

function splitAt(workflow: Workflow, { shots }: Input, path: string): Fix[] {
  const limits = workflow.fields.shots?.limits
  const [, at] = /^shots\.(\d+)\.prompt$/.exec(path) ?? []
  return limits && shots && at !== undefined ? splitOf(shots, Number(at), limits) : []
}

type Shots = NonNullable<Input['shots']>
type ShotLimits = NonNullable<Workflow['fields']['shots']>['limits']

function lengthOf(shots: Shots, seconds: ShotLimits['seconds'], span: Span): Fix[] {
  const now = total(shots)
  const length = lawful(now, span) ? undefined : nearestLength(now, span)
  const fitted = length === undefined ? undefined : fit(shots, length, seconds)
  return fitted ? [{ label: `Make it ${length} s`, set: { shots: fitted, duration: length } }] : []
}

function splitOf(shots: Shots, at: number, limits: ShotLimits): Fix[] {
  const isLong = [...(shots[at]?.prompt ?? '')].length > limits.words.max
  const parted = isLong ? part(shots, at, limits) : undefined
  return parted ? [{ label: 'Split in two', set: { shots: parted } }] : []
}

/** A film told in shots is as long as they are: what is wrong with its length is told once, at the shots. */
function inOnePlace(workflow: Workflow, input: Input, told: Finding[]): Finding[] {
  const seconds = shotSeconds(input)
  if (seconds === undefined || !workflow.fields.shots) return told
  const span = workflow.fields.duration?.limits
  const about = told.filter(({ path }) => path === 'duration')
  const [first] = about
  if (!first) return told
  const limits = workflow.fields.shots.limits
  const own = lawful(seconds, span)
    ? first
    : { ...first, message: lengthWords(seconds, span), fixes: lengthOf(input.shots ?? [], limits.seconds, span) }
  return [{ ...own, path: 'shots', unset: false }, ...told.filter((one) => !about.includes(one))]
}

function lengthWords(seconds: number, span: Span): string {
  const most = longest(span)
  if (most !== undefined && seconds > most) return `Shots add up to ${seconds} of ${most} s.`
  const can = span && ('values' in span ? span.values.join(' or ') : `at least ${span.min}`)
  return `Shots add up to ${seconds} s; ${can} s can be made.`
}
