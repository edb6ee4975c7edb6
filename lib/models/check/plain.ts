// What does not fit, in plain words, where a check has none of its own: the same in the form and on the server.
import type * as z from 'zod'

const kinds: Readonly<Record<string, string>> = {
  string: 'Text is needed.',
  number: 'A number is needed.',
  int: 'A whole number is needed.',
  boolean: 'Say true or false.',
  array: 'A list is needed.',
  object: 'An object is needed.',
}
const units: Readonly<Record<string, readonly [string, string]>> = {
  string: ['character', 'characters'],
  array: ['entry', 'entries'],
}
function measure(count: number | bigint, origin: string): string {
  const [one, many] = units[origin] ?? []
  return one === undefined ? `${count}` : `${count} ${count === 1 ? one : many}`
}

/** For zod's `error`; undefined leaves its own sentence. */
export function plain(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'invalid_type') return issue.input === undefined ? 'This is needed.' : kinds[issue.expected]
  if (issue.code === 'invalid_value') return `Choose one of ${issue.values.map(String).join(', ')}.`
  if (issue.code === 'too_small') {
    const least = measure(issue.minimum, issue.origin)
    return `${issue.inclusive === false ? 'More than' : 'At least'} ${least} ${issue.minimum > 1 ? 'are' : 'is'} needed.`
  }
  if (issue.code === 'too_big') return `At most ${measure(issue.maximum, issue.origin)} can be used.`
}
