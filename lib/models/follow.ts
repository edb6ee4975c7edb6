// What a change in the form brings with it: a wish of the row that begins to hold is granted where nothing was said.
import { type Input, isSet } from './input'
import type { Workflow } from './row'
import { holds } from './rules'

/** The draft after a change, with what goes along with it set too; taking the change back leaves that standing. */
export function follow(workflow: Workflow, before: Input, after: Input): Input {
  let now = after
  for (const rule of workflow.rules ?? [])
    if ('wants' in rule && holds(rule.when, now) && !holds(rule.when, before) && !isSet(now[rule.wants]))
      now = { ...now, [rule.wants]: rule.is }
  return now
}
