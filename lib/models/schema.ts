// What an order may hold, as a schema for the form and as refusals for the server: one reading behind both.
import * as z from 'zod/mini'
import type { Issue } from '../errors'
import type { Asset } from '../media/asset'
import { checkOf } from './check'
import { fileIssues } from './file'
import type { Input } from './input'
import { type Finding, judge } from './judge'
import type { Row, Workflow } from './row'
import { broken, type Fix, holds } from './rules'
import { type Stance, standing } from './standing'

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
