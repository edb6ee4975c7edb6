// Elements of the library in a draft: which of them can be taken, and why another cannot.
import type { Element } from '@/lib/elements/element'
import type { Limits } from '@/lib/models/limits'

/** @param names of the elements that the draft already holds. */
export function whyNot(limits: Limits['elements'], names: readonly string[], element: Element): string | undefined {
  if (names.includes(element.name)) return 'already here'
  if (names.length >= limits.max) return `${limits.max} are the most`
  if (limits.byId) return 'only what is known there can be used, by its id'
  if (element.videos && !limits.film) return 'this model takes no films of elements'
  if (element.voices && !limits.voice) return 'this model takes no voices of elements'
  if ((element.images?.length ?? 0) > limits.pictures) return `at most ${limits.pictures} more pictures can be used`
}
