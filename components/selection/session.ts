// A film that was opened for choosing, and the points that were set in it: remembered in this browser for as long as
// the provider remembers it.
import * as z from 'zod'

const spot = z.object({ x: z.number(), y: z.number() })
/** From the top left, 0 to 1 along each side. */
export type Spot = z.infer<typeof spot>

const kept = z.object({
  session: z.string(),
  /** Our own film, by its id. */
  film: z.string(),
  fps: z.number().positive(),
  frames: z.number().int().positive(),
  width: z.number().positive(),
  height: z.number().positive(),
  /** Milliseconds since 1970. */
  openedAt: z.number(),
  points: z.record(z.string(), z.array(spot)),
})
export type Session = z.infer<typeof kept>

/** Kling keeps a session for 24 h (multi-elements, init-selection). */
const lasts = 24 * 60 * 60_000

const place = 'reelboard.selection'

export function keepSession(session: Session) {
  try {
    localStorage.setItem(place, JSON.stringify(session))
  } catch {
    // A browser that keeps nothing asks for the film to be opened again.
  }
}

export function lastSession(now = Date.now()): Session | undefined {
  try {
    const found = kept.safeParse(JSON.parse(localStorage.getItem(place) ?? 'null')).data
    return found && now - found.openedAt < lasts ? found : undefined
  } catch {
    return
  }
}

/** Where a frame stands in the film: its middle, so that rounding never shows its neighbour. Seconds. */
export const timeOf = (frame: number, { fps }: Pick<Session, 'fps'>) => (frame + 0.5) / fps

type Most = { frames: number; points: number }

/** Why no further point can be set in this frame; nothing when it can. */
export function full({ points }: Pick<Session, 'points'>, frame: number, most: Most): string | undefined {
  const own = points[frame]?.length ?? 0
  if (own >= most.points) return `This frame has ${own} points, and more are not taken; take one away first.`
  const used = Object.values(points).filter((list) => list.length > 0).length
  if (own === 0 && used >= most.frames) return `Points stand in ${used} frames, and more are not taken.`
}

export function withSpots(session: Session, frame: number, spots: readonly Spot[]): Session {
  const { [frame]: _, ...others } = session.points
  return { ...session, points: spots.length > 0 ? { ...others, [frame]: [...spots] } : others }
}

export const countOf = ({ points }: Pick<Session, 'points'>) =>
  Object.values(points).reduce((sum, list) => sum + list.length, 0)

/** Five decimals: finer than any pixel, and the very same when the point is taken back. */
export const fine = (share: number) => Math.round(Math.min(1, Math.max(0, share)) * 1e5) / 1e5
