// Elements that a shot's words call by @name are on the shot; one whose name is taken out of the words again goes with it.
import { namesIn } from '@/lib/models/handles'
import type { ShotChange } from '@/lib/storyboard/edits'
import type { BoardShot } from '@/lib/storyboard/storyboard'

/** @param known names of the library's elements; a name that is only half written is none of them. */
export function withNamed(shot: BoardShot | undefined, prompt: string, known: readonly string[]): ShotChange {
  const held = shot?.elements ?? []
  const [before, now] = [namesIn(shot?.prompt ?? ''), namesIn(prompt)]
  const kept = held.filter((name) => now.includes(name) || !before.includes(name))
  const added = now.filter((name) => known.includes(name) && !kept.includes(name))
  const elements = [...kept, ...new Set(added)].slice(0, 10)
  return { prompt, elements: elements.length > 0 ? elements : undefined }
}
