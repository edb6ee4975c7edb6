// What does not fit, in plain words, where a check has none of its own: the same in the form and on the server.
import type * as z from 'zod'

const kinds: Readonly<Record<string, string>> = {
  string: 'Text is needed.',
  number: 'A number is needed.',
  int: 'A whole number is needed.',
  boolean: 'Say true or false.',
  array: 'A list is needed.',
  object: 'An object is needed.',
  record: 'An object is needed.',
}
const forms: Readonly<Record<string, string>> = {
  uuid: 'A UUID is needed.',
  url: 'A web address is needed.',
  datetime: 'A date and time are needed, such as 2026-11-20T12:00:00Z.',
}
const unknown = 'This does not fit here.'
const units: Readonly<Record<string, readonly [string, string]>> = {
  string: ['character', 'characters'],
  array: ['entry', 'entries'],
}
function measure(count: number | bigint, origin: string): string {
  const [one, many] = units[origin] ?? []
  return one === undefined ? `${count}` : `${count} ${count === 1 ? one : many}`
}

/** For zod's `error`, given with the value: what is told is the same whoever else loads zod, and in which order. */
export function plain(issue: z.core.$ZodRawIssue): string {
  if (issue.code === 'invalid_type')
    return issue.input === undefined ? 'This is needed.' : (kinds[issue.expected] ?? unknown)
  if (issue.code === 'invalid_value') return `Choose one of ${issue.values.map(String).join(', ')}.`
  if (issue.code === 'too_small') {
    const least = measure(issue.minimum, issue.origin)
    return `${issue.inclusive === false ? 'More than' : 'At least'} ${least} ${issue.minimum > 1 ? 'are' : 'is'} needed.`
  }
  if (issue.code === 'too_big') return `At most ${measure(issue.maximum, issue.origin)} can be used.`
  return (issue.code === 'invalid_format' && forms[issue.format]) || unknown
}
