// An answer that is no acknowledgement, as the failure that it is for the order.
import type { Issue } from '../../errors'
import { HttpFailure } from '../http'
import { type Order, StartFailure } from '../provider'
import type { Reply } from './client'
import { meaningOf, sentence } from './error'
import { fieldPath } from './wire'

/** @param body what was sent, whose keys Kling's words may name. */
export function refusal(order: Order, reply: Reply, body: unknown): StartFailure {
  const { outcome, crowded = false } = meaningOf(reply.code, reply.status)
  const message = sentence(reply)
  const code = String(reply.code ?? `http${reply.status}`)
  const more = reply.afterMs === undefined ? {} : { afterMs: reply.afterMs }
  // What nobody can explain is what Kling's support is asked about, by this id.
  if (outcome === 'lost' && reply.requestId !== undefined)
    return new StartFailure(outcome, code, `${message} (Kling’s request ${reply.requestId})`, more)
  if (outcome !== 'refused') return new StartFailure(outcome, code, message, { ...more, crowded })
  const issues = issuesOf(order, message, body)
  return new StartFailure('refused', code, message, issues.length ? { issues } : {})
}

/** Nothing came back, or nothing that could be read. */
export function unheard(failure: unknown): unknown {
  if (!(failure instanceof HttpFailure)) return failure
  const { trouble, status, afterMs, message } = failure
  const held = trouble === 'unsent' || (trouble === 'not-json' && (status === 429 || status === 503))
  return new StartFailure(held ? 'later' : 'lost', trouble, message, afterMs === undefined ? {} : { afterMs })
}

/** Kling names fields only in its sentence; those of them that were sent stand at our own. */
function issuesOf(order: Order, message: string, body: unknown): Issue[] {
  let left = message
  const paths: string[] = []
  for (const key of keysOf(body).sort((a, b) => b.length - a.length)) {
    const word = new RegExp(`(?<![\\w])${literal(key).replaceAll('_', '[_ ]')}(?![\\w])`, 'i')
    if (!word.test(left)) continue
    // The image of image_tail is not another field.
    left = left.replace(new RegExp(word, 'gi'), ' ')
    if (key === 'model_name') paths.push('model')
    const path = fieldPath(order, key)
    if (path) paths.push(`input.${path}`)
  }
  return [...new Set(paths)].map((path) => ({ path, message }))
}

/** Keys that an import carried along may be any text. */
const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

function keysOf(body: unknown): string[] {
  if (Array.isArray(body)) return body.flatMap(keysOf)
  if (typeof body !== 'object' || body === null) return []
  return [...new Set(Object.entries(body).flatMap(([key, inner]) => [key, ...keysOf(inner)]))]
}
