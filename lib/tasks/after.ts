// Orders that start from another task's film: they wait for it, and are placed once its frame is their first one.
import * as z from 'zod'
import type { Input } from '../models/input'

/**
 * Its first frame is the frame seen at second `at` of that task's film, absent the last one. `shot` is the shot on the
 * board that the film ends with: a new film of it takes the place of one that failed.
 */
export const after = z.object({
  task: z.uuid(),
  at: z.number().min(0).optional(),
  shot: z.string().optional(),
})
export type After = z.infer<typeof after>

/** It waits for another task's film: its first frame is not there yet. */
export const isWaiting = (task: { status: string; after?: After | undefined; input: Input }) =>
  task.status === 'queued' && task.after !== undefined && task.input.firstFrame === undefined
