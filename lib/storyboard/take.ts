// What a film that was made says about a shot: which part of it is the shot, and which of several stands for it.
import type { Asset } from '../media/asset'
import type { Input } from '../models/input'
import type { Board } from './storyboard'

export type Made = {
  id?: string
  /** Who made it; on this computer the look is not shown. */
  provider?: string
  input: Input
  shotIds?: string[] | undefined
  after?: { task: string; at?: number | undefined } | undefined
}
export type Take = Made & { id: string; status: string; outputs: readonly Asset[] }
/** Seconds in the film. */
export type Part = { from: number; seconds: number }

/**
 * Where the shot stands in the film: split at the lengths that were ordered. Where the model cut by itself none were;
 * then the board's lengths say it, in proportion. Nothing when the film does not hold the shot.
 */
export function partOf(made: Made, shotId: string, board?: Board): Part | undefined {
  const at = made.shotIds?.indexOf(shotId) ?? -1
  if (at < 0) return
  const lengths = lengthsOf(made, board)
  const from = lengths.slice(0, at).reduce((sum, one) => sum + one, 0)
  return { from: thousandth(from), seconds: thousandth(lengths[at] ?? 0) }
}

function lengthsOf({ input, shotIds = [] }: Made, board: Board | undefined): number[] {
  if (input.shots?.length === shotIds.length) return input.shots.map(({ duration }) => duration)
  const told = input.shots?.reduce((sum, { duration }) => sum + duration, 0)
  const whole = input.duration ?? told ?? 0
  const authored = shotIds.map((id) => board?.shots.find((one) => one.id === id)?.duration)
  const known = authored.filter((one) => one !== undefined)
  // Shots that are gone from the board had the same share as the others.
  const usual = known.length ? known.reduce((sum, one) => sum + one, 0) / known.length : 1
  const sum = authored.reduce<number>((all, one) => all + (one ?? usual), 0)
  return authored.map((one) => ((one ?? usual) * whole) / sum)
}

const thousandth = (value: number) => Math.round(value * 1000) / 1000

/** Finished films that hold the shot, oldest first: take 1, take 2 … @param tasks newest first. */
export const takesOf = <T extends Take>(tasks: readonly T[], shotId: string): T[] =>
  tasks.filter(({ status, shotIds, outputs }) => status === 'done' && shotIds?.includes(shotId) && outputs[0]).reverse()

/** The take that stands for the shot: the chosen one, without a word of the person the latest. @param takes oldest first. */
export const standing = <T extends Take>({ wishes }: Board, shotId: string, takes: readonly T[]): T | undefined =>
  takes.find(({ id }) => id === wishes?.chosen?.[shotId]) ?? takes.at(-1)

/** By shot; without those that a picture of one's own stands for. @param tasks of the board, newest first. */
export function standingTakes<T extends Take>(board: Board, tasks: readonly T[]): ReadonlyMap<string, T> {
  const byShot = new Map<string, T[]>()
  for (const task of tasks)
    for (const id of task.shotIds ?? []) {
      const own = byShot.get(id)
      if (own) own.push(task)
      else byShot.set(id, [task])
    }
  return new Map(
    board.shots.flatMap(({ id, picture }) => {
      const take = picture ? undefined : standing(board, id, takesOf(byShot.get(id) ?? [], id))
      return take ? [[id, take] as const] : []
    }),
  )
}

/** One of the film's shots has another take by now, or none of it. */
export const isParted = (take: Take, stands: ReadonlyMap<string, Take>) =>
  take.shotIds?.some((id) => stands.get(id)?.id !== take.id) ?? false
