// Room around a picture: each side by so many times the picture's own.
import type { Expansion } from './input'

/** The whole as so many times the picture. */
export const areaOf = ({ up, down, left, right }: Expansion) =>
  Math.round((1 + up + down) * (1 + left + right) * 1e6) / 1e6
