// What an order may hold, as a schema for the form and as refusals for the server: one reading behind both.
import * as z from 'zod/mini'
import type { Issue } from '../errors'
import type { Asset } from '../media/asset'
import { type MediaLimits, misfits } from '../media/limits'
import { maskIssues } from './brush'
import { faceIssues } from './face'
import { type Input, mediaOf } from './input'
import { type Finding, judge } from './judge'
import { checkOf } from './kinds'
import type { Row, Workflow } from './row'
import { broken, type Fix, holds } from './rules'
import { type Stance, type Standing, standing } from './standing'

export type { Stance } from './standing'

const schemas = new WeakMap<Workflow, Map<string, z.ZodMiniType<Input>>>()

/** What may be asked of this model in this workflow. Unknown fields are refused by name; nothing is coerced or filled in. */
export function inputSchema(row: Row, workflow: Workflow, stance: Stance = 'placing'): z.ZodMiniType<Input> {
  const kept = schemas.get(workflow) ?? new Map<string, z.ZodMiniType<Input>>()
  schemas.set(workflow, kept)
  const key = `${row.provider} ${row.model} ${stance}`
  const schema =
    kept.get(key) ??
    z.custom<Input>().check(
      z.superRefine((value, at) => {
        for (const { path, message, fix } of judge(row, workflow, value, stance))
          at.addIssue({ code: 'custom', path: parts(path), message, params: { fix } })
      }),
    )
  kept.set(key, schema)
  return schema
}

const parts = (path: string) =>
  path === '' ? [] : path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part))

/** zod's issues with dotted paths, and the one click that mends each where there is one. */
export function issuesOf(error: z.core.$ZodError): (Issue & { fix?: Fix })[] {
  return error.issues.map((issue) => {
    const fix: Fix | undefined = issue.code === 'custom' ? issue.params?.fix : undefined
    return { path: issue.path.join('.'), message: issue.message, ...(fix ? { fix } : {}) }
  })
}

/** Everything that keeps this input from being placed: shape, limits, sentences, and the files against their slots. */
export function refusals(
  row: Row,
  workflow: Workflow,
  input: unknown,
  file: (id: string) => Asset | undefined,
  stance: Stance = 'placing',
): Issue[] {
  const found: Finding[] = judge(row, workflow, input, stance)
  const issues = found.map(({ path, message }) => ({ path, message }))
  if (typeof input !== 'object' || input === null) return issues
  return [...issues, ...fileIssues(workflow, input, file, stance)]
}

/** Files of ours that do not exist or break the limits of the slot they are in. Foreign media cannot be measured here. */
export function fileIssues(
  workflow: Workflow,
  input: Input,
  file: (id: string) => Asset | undefined,
  stance: Stance = 'placing',
): Issue[] {
  const stands = standing(workflow, input, stance)
  const single = mediaOf(input).flatMap(({ path, medium }): Issue[] => {
    if (!('asset' in medium)) return []
    const found = file(medium.asset)
    if (!found) return [{ path, message: 'This file is not in the library any more; choose another.' }]
    const limits = slotLimits(stands, path)
    return limits ? misfits(found, limits).map((message) => ({ path, message })) : []
  })
  return [...single, ...maskIssues(input, file), ...faceIssues(input, file)]
}

function slotLimits(stands: readonly Standing[], path: string): MediaLimits | undefined {
  const [key, , part] = path.split('.')
  const limits = stands.find(({ keys }) => keys.some((one) => one === key))?.use.limits
  if (!limits || !('of' in limits)) return
  if (part === 'videos') return 'film' in limits ? limits.film : undefined
  if (part === 'voices') return 'voice' in limits ? limits.voice : undefined
  return limits.of
}

/** Sentences that an import keeps as notes rather than refuses. */
export function notesOn(workflow: Workflow, input: Input): string[] {
  const soft = (workflow.rules ?? []).filter(({ force = 'always' }) => force !== 'always')
  const tight = standing(workflow, input)
  const over = soft.flatMap((rule) => {
    if (!('narrows' in rule) || !holds(rule.when, input)) return []
    const stand = tight.find(({ field }) => field === rule.narrows)
    const breaks = stand?.keys.some(
      (key) => input[key] !== undefined && !checkOf(stand.field, stand.use.limits, key).safeParse(input[key]).success,
    )
    return breaks ? [rule.why] : []
  })
  return [...new Set([...broken(soft, input).map(({ why }) => why), ...over])]
}
