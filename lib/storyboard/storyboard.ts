// The document: a film told as shots. Authored seconds and words are the person's; nothing here changes them unasked.
import * as z from 'zod'
import { type Medium, medium } from '../media/medium'
import { framings, framingWords } from './framing'

/** Labels to tell shots apart by; other words may come from elsewhere and are kept. */
export const colours = ['red', 'amber', 'yellow', 'green', 'blue', 'violet'] as const
/** How a block begins: after a cut, on a picture shared with the block before, or on that block's last frame. */
export const seams = ['cut', 'keyframe', 'continue'] as const
export type Seam = (typeof seams)[number]

/** `duration` is the authored length in seconds. */
const boardShot = z.strictObject({
  id: z.string().min(1).max(64),
  prompt: z.string().max(10_000),
  duration: z.number().positive().max(600),
  scene: z.string().max(200).optional(),
  framing: z.enum(framings).optional(),
  camera: z.string().max(200).optional(),
  dialogue: z.string().max(10_000).optional(),
  notes: z.string().max(10_000).optional(),
  colour: z.string().max(32).optional(),
  /** Edits of many pass it by, and no time is moved into it or out of it. */
  pinned: z.boolean().optional(),
  /** The script named no seconds and a usual length stands in; not yet set by the person. */
  fromScript: z.boolean().optional(),
  firstFrame: z.optional(medium),
  lastFrame: z.optional(medium),
  referenceImages: z.array(medium).max(10).optional(),
  referenceVideos: z.array(medium).max(4).optional(),
  elements: z.array(z.string().min(1).max(64)).max(10).optional(),
  /** A picture of one's own that stands for the shot instead of a take; no render takes its place. */
  picture: z.optional(medium),
})
export type BoardShot = z.infer<typeof boardShot>

/** What the person decided about the plan, by the id of the shot that a block begins with. */
const wishes = z.strictObject({
  /** `join`: no block begins here; `split`: one does. */
  breaks: z.record(z.string(), z.enum(['join', 'split'])).optional(),
  /** Blocks that stay as they are: lists of neighbouring shots. */
  locks: z.array(z.array(z.string()).min(1)).optional(),
  seams: z.record(z.string(), z.enum(seams)).optional(),
  /** The picture that a block shares with the one before: the last frame of that one, the first of this one. */
  keyframes: z.record(z.string(), medium).optional(),
  /** Where in a take the block that continues it starts: seconds in the film of that task; without a word here its end. */
  starts: z.record(z.string(), z.strictObject({ task: z.string(), at: z.number().min(0) })).optional(),
  /** Seconds to order instead of the authored ones, by the person's word. */
  lengths: z.record(z.string(), z.number().positive()).optional(),
  /** The take that stands for a shot: the id of a task. Without a word here the latest one does. */
  chosen: z.record(z.string(), z.string()).optional(),
  /** Takes that are kept though their shot says something else by now: the task, and a mark of what the shot said then. */
  kept: z.record(z.string(), z.strictObject({ task: z.string(), as: z.string().max(64) })).optional(),
})
export type Wishes = z.infer<typeof wishes>

const settings = z.strictObject({
  provider: z.string().optional(),
  model: z.string().optional(),
  aspectRatio: z.string().optional(),
  sound: z.boolean().optional(),
  mode: z.string().max(40).optional(),
  shotMode: z.enum(['mine', 'model']).optional(),
})

export const storyboard = z.strictObject({
  id: z.uuid(),
  version: z.number().int().positive(),
  title: z.string().min(1).max(200),
  look: z.string().max(2_000).optional(),
  shots: z.array(boardShot).max(1_000),
  settings: settings.optional(),
  wishes: wishes.optional(),
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type Storyboard = z.infer<typeof storyboard>

/** A board as it is sent for the first time: without id and version, and its shots may be without ids. */
export const newBoard = storyboard
  .omit({ id: true, version: true, createdAt: true, updatedAt: true, shots: true })
  .extend({ shots: z.array(boardShot.extend({ id: boardShot.shape.id.optional() })).max(1_000) })
export type NewBoard = z.infer<typeof newBoard>

/** What can be planned: a board without its dates and number. */
export type Board = Pick<Storyboard, 'look' | 'shots' | 'settings' | 'wishes'>

/** A shot's words as they are sent: look, framing, the author's own words, camera, dialogue. One place, so that the counter tells the truth. */
export function words(shot: BoardShot, look: string | undefined): string {
  return [look, shot.framing && framingWords[shot.framing], shot.prompt, shot.camera, shot.dialogue]
    .map((part) => part?.trim())
    .filter(Boolean)
    .join(' ')
}

/** The look as it is sent: an animatic draws no style, and its captions show the shot's own words. */
export const lookFor = (provider: string | undefined, look: string | undefined) =>
  provider === 'local' ? undefined : look

/** Every picture and film that a shot brings. */
export const shotMedia = (shot: BoardShot): Medium[] =>
  [
    shot.firstFrame,
    shot.lastFrame,
    ...(shot.referenceImages ?? []),
    ...(shot.referenceVideos ?? []),
    shot.picture,
  ].filter((one) => one !== undefined)

/** Every picture and film of a board, those that its seams share included. */
export const boardMedia = ({ shots, wishes }: Board): Medium[] => [
  ...shots.flatMap(shotMedia),
  ...Object.values(wishes?.keyframes ?? {}),
]

/** Seconds of the whole board as authored. */
export const boardSeconds = (shots: readonly BoardShot[]) =>
  Math.round(shots.reduce((sum, shot) => sum + shot.duration, 0) * 1000) / 1000
