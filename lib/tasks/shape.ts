// How a take stands: wide, tall or square. The table reads it the same way, as a column of its own.
import type { Task } from './task'

export const shapes = ['landscape', 'portrait', 'square'] as const
export type Shape = (typeof shapes)[number]

/** Of the film or picture that was made, before that of the order; nothing where neither says its proportion. */
export function shapeOf({ outputs, input }: Pick<Task, 'outputs' | 'input'>): Shape | undefined {
  const [, width, height] = /^([1-9]\d*):([1-9]\d*)$/.exec(input.aspectRatio ?? '') ?? []
  return [...outputs, input, { width: Number(width), height: Number(height) }].map(measured).find(Boolean)
}

function measured({ width, height }: { width?: number | undefined; height?: number | undefined }): Shape | undefined {
  if (!width || !height) return
  return width > height ? 'landscape' : width < height ? 'portrait' : 'square'
}
