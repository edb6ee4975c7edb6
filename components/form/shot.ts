// Arithmetic of the shots of one film: time moves between neighbours, and whoever adds one says where its seconds come from.
import type { Shot } from '@/lib/models/input'
import type { Limits } from '@/lib/models/limits'

type Seconds = Limits['shots']['seconds']
export type Span = Limits['duration'] | undefined

const tidy = (value: number) => Math.round(value * 1000) / 1000
const top = ({ max = Infinity }: Seconds) => max

export const total = (shots: readonly { duration: number }[]) =>
  tidy(shots.reduce((sum, { duration }) => sum + duration, 0))

/** The longest film of the model in seconds, where it says one. */
export function longest(span: Span): number | undefined {
  if (!span) return
  return 'values' in span ? Math.max(...span.values) : span.max
}

/** Whether a film of these seconds can be made. */
export function lawful(seconds: number, span: Span): boolean {
  if (!span) return true
  if ('values' in span) return span.values.includes(seconds)
  return seconds >= span.min && seconds <= span.max
}

const withSeconds = (shots: readonly Shot[], at: number, duration: number): Shot[] =>
  shots.map((shot, index) => (index === at ? { ...shot, duration: tidy(duration) } : shot))

/** Moves the border after shot `at` by `by` seconds as far as both neighbours allow; the film keeps its length. */
export function shift(shots: readonly Shot[], at: number, by: number, seconds: Seconds): Shot[] {
  const left = shots[at]
  const right = shots[at + 1]
  if (!left || !right) return [...shots]
  const whole = Math.round(by / seconds.step) * seconds.step
  const most = Math.min(top(seconds) - left.duration, right.duration - seconds.min)
  const least = Math.max(seconds.min - left.duration, right.duration - top(seconds))
  const moved = Math.min(Math.max(most, 0), Math.max(Math.min(least, 0), whole))
  return withSeconds(withSeconds(shots, at, left.duration + moved), at + 1, right.duration - moved)
}

/** Where the seconds of one more shot come from, or why there cannot be one. `from` is the shot that gives them. */
export type Addition = { seconds: number; from?: number; words: string } | { why: string }

export function addition(shots: readonly Shot[], limits: Limits['shots'], span: Span): Addition {
  const { seconds } = limits
  if (shots.length >= limits.max) return { why: `${limits.max} shots are the most` }
  const now = total(shots)
  const room = (longest(span) ?? Infinity) - now
  const usual = shots.at(-1)?.duration ?? Math.max(seconds.min, Math.min(3, top(seconds)))
  const free = Math.min(usual, room)
  if (free >= seconds.min && (shots.length === 0 || !span || !('values' in span) || lawful(now + free, span)))
    return { seconds: tidy(free), words: `adds ${tidy(free)} s` }
  const from = richest(shots)
  const giver = shots[from]
  if (giver && giver.duration - seconds.min >= seconds.min)
    return { seconds: seconds.min, from, words: `takes ${seconds.min} s from the longest` }
  return { why: 'no shot has a second to give' }
}

const richest = (shots: readonly Shot[]) =>
  shots.reduce((best, shot, index) => (shot.duration > (shots[best]?.duration ?? 0) ? index : best), 0)

export function add(
  shots: readonly Shot[],
  limits: Limits['shots'],
  span: Span,
  words = '',
  at = shots.length,
): Shot[] {
  const found = addition(shots, limits, span)
  if ('why' in found) return [...shots]
  const giver = found.from === undefined ? undefined : shots[found.from]
  const rest =
    giver && found.from !== undefined ? withSeconds(shots, found.from, giver.duration - found.seconds) : [...shots]
  return rest.toSpliced(at, 0, { prompt: words, duration: found.seconds })
}

/** Takes from the longest, or gives to the shortest, step by step, until the film has `seconds`. Nothing when it cannot. */
export function fit(shots: readonly Shot[], wanted: number, seconds: Seconds): Shot[] | undefined {
  let now = [...shots]
  for (let turns = 0; turns < 1000 && total(now) !== wanted; turns++) {
    const over = total(now) - wanted
    const by = Math.min(seconds.step, Math.abs(over))
    const able = now
      .map(({ duration }, index) => ({ duration, index }))
      .filter(({ duration }) => (over > 0 ? duration - by >= seconds.min : duration + by <= top(seconds)))
    const [first] = able.sort((a, b) => (over > 0 ? b.duration - a.duration : a.duration - b.duration))
    if (!first) return
    now = withSeconds(now, first.index, first.duration + (over > 0 ? -by : by))
  }
  return total(now) === wanted ? now : undefined
}

/** The length that a film of these seconds could have instead. */
export function nearestLength(seconds: number, span: Span): number | undefined {
  if (!span) return
  if ('values' in span)
    return [...span.values].sort((a, b) => Math.abs(a - seconds) - Math.abs(b - seconds) || a - b)[0]
  return Math.min(span.max, Math.max(span.min, seconds))
}

/** Two shots out of one at the last sentence that still fits; nothing when the words or the seconds cannot be parted. */
export function part(shots: readonly Shot[], at: number, limits: Limits['shots']): Shot[] | undefined {
  const shot = shots[at]
  const { min, step } = limits.seconds
  if (!shot || shots.length >= limits.max || shot.duration < 2 * min) return
  const ends = [...shot.prompt.matchAll(/[.!?…。！？]+\s*/g)]
    .map((hit) => hit.index + hit[0].length)
    .filter((end) => end < shot.prompt.length && [...shot.prompt.slice(0, end).trim()].length <= limits.words.max)
  const end = ends.at(-1)
  if (end === undefined) return
  const head = Math.max(min, tidy(Math.floor(shot.duration / 2 / step) * step))
  return shots.toSpliced(
    at,
    1,
    { prompt: shot.prompt.slice(0, end).trim(), duration: head },
    { prompt: shot.prompt.slice(end).trim(), duration: tidy(shot.duration - head) },
  )
}

/** Every second that a shot may have, for the list in its chip; nothing when there are too many to list. */
export function choices(seconds: Seconds, span: Span): number[] {
  const last = Math.min(top(seconds), longest(span) ?? Infinity)
  const count = Math.floor((last - seconds.min) / seconds.step) + 1
  if (!Number.isFinite(count) || count > 30) return []
  return Array.from({ length: count }, (_, index) => tidy(seconds.min + index * seconds.step))
}
