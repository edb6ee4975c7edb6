// What a search looks through and how it reads what is sought: the same in the database and in a cached list.
import type { Input } from '../models/input'

/** Everything a person wrote, in small letters. */
export function wordsOf({ prompt, negativePrompt, shots }: Input): string {
  return [prompt, negativePrompt, ...(shots ?? []).map((shot) => shot.prompt)].filter(Boolean).join('\n').toLowerCase()
}

/** All of these must stand in the words. */
export const soughtIn = (q: string | undefined) => (q ?? '').toLowerCase().split(/\s+/).filter(Boolean)
