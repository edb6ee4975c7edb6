// Dotted paths into an input.
import type { Input } from '@/lib/models/input'

const inner = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined

export const valueAt = (input: Input, path: string): unknown => path.split('.').reduce<unknown>(inner, input)

/** Paths as a problem document writes them (`input.shots.1.prompt`) and as the schema does (`shots.1.prompt`) are one. */
export const within = (path: string) => path.replace(/^input\.?/, '')
