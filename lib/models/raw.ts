// What an imported request held besides, carried along as it was: it may not say what a field says.
import type { Input } from './input'
import type { Limits } from './limits'

export const saysNothing = 'An empty list says nothing; leave it out.'

/** A dotted path of the input and a sentence. */
export type Clash = { path: string; message: string }

export function carriedClashes({ taken = [], packed }: Limits['raw'], { extra }: Input): Clash[] {
  const patterns = taken.map((path) => path.split('.'))
  return leaves(extra, []).flatMap(({ path, value }) =>
    !(typeof value === 'string' && path.join('.') === packed) && patterns.some((pattern) => meets(path, pattern))
      ? [{ path: ['extra', ...path].join('.'), message: `${path.join('.')} has a field of its own; say it there.` }]
      : [],
  )
}

type Leaf = { path: readonly string[]; value: unknown }
function leaves(value: unknown, path: readonly string[]): Leaf[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return path.length ? [{ path, value }] : []
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]))
}

/** One lies within the other, so that writing both would write over something. */
const meets = (path: readonly string[], pattern: readonly string[]) =>
  path.slice(0, pattern.length).every((part, at) => pattern[at] === '*' || pattern[at] === part)
