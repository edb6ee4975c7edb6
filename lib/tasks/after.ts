// Orders that start from another task's film: they wait for it, and are placed once its frame is their first one.
import * as z from 'zod'
import type { Input } from '../models/input'

/**
 * Its first frame is the frame seen at second `at` of that task's film, absent the last one. `shot` is the shot on the
 * board that the film ends with: a new film of it takes the place of one that failed.
 */
export const askedAfter = z.object({
  task: z.uuid(),
  at: z.number().min(0).optional(),
  shot: z.string().optional(),
})
/** `lost`: that film is not coming. Until another one of the shot is ordered it can go nowhere, and no cap counts it. */
export const after = askedAfter.extend({ lost: z.boolean().optional() })
export type After = z.infer<typeof after>

type Waiting = { status: string; after?: After | undefined; input: Input }

/** It waits for another task's film: its first frame is not there yet. */
export const isWaiting = (task: Waiting) =>
  task.status === 'queued' && task.after !== undefined && task.input.firstFrame === undefined

/** It waits for a film that is not coming: a person decides. */
export const isStranded = (task: Waiting) => isWaiting(task) && task.after?.lost === true
