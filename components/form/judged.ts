// What is wrong with a draft just now: by the one reading of inputs, by the files it points at, and by what was refused.
import type { Issue } from '@/lib/errors'
import { fileIssues } from '@/lib/models/file'
import { type Input, mediaOf } from '@/lib/models/input'
import { judge } from '@/lib/models/judge'
import type { Row, Workflow } from '@/lib/models/row'
import type { FileState, Files } from './file'
import { type Finding, findings } from './mend'
import { within } from './path'

type Place = { row: Row; workflow: Workflow }

/** @param refused what the server said of values that still stand. */
export function allOf({ row, workflow }: Place, input: Input, files: Files, refused: readonly Issue[]): Finding[] {
  const own = judge(row, workflow, input, 'placing')
  const foreign = refused.filter(
    (one) => !own.some(({ path, message }) => path === within(one.path) && message === one.message),
  )
  return findings(workflow, input, [
    ...own,
    ...aboutFiles(fileIssues(workflow, input, files.known), input, files.state),
    ...foreign.map(({ path, message }) => ({ path, message })),
  ])
}

export function adviceOf({ row, workflow }: Place, input: Input): Finding[] {
  const insisted = judge(row, workflow, input, 'placing')
  const told = judge(row, workflow, input, 'offering').filter(
    (one) => !insisted.some(({ path, message }) => path === one.path && message === one.message),
  )
  return findings(workflow, input, told)
}

/** A file whose facts are still on their way is not called missing. */
function aboutFiles(issues: readonly Issue[], input: Input, state: (id: string) => FileState): Issue[] {
  const waiting = new Set(
    mediaOf(input).flatMap(({ path, medium }) =>
      'asset' in medium && state(medium.asset) === 'waiting' ? [path] : [],
    ),
  )
  return issues.filter(({ path }) => !waiting.has(path))
}
