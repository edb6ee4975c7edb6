// A whole board as one film: the pieces of the order with every file as a path on this computer.
import type { Piece } from '../../media/piece'
import { cutRow, sketchRow } from '../../models/catalog/local/whole'
import type { Input } from '../../models/input'
import type { Io, Order } from '../provider'
import type { Plan } from './plan'
import { stillPath } from './still'

/** Pixels, frames per second. */
export type CutPlan = { width: number; height: number; fps: number; pieces: Piece[] }

const sizeIn = ({ width, height, fps }: Input) => {
  if (!width || !height || !fps) throw new Error('A film of a board needs a size and frames per second.')
  return { width, height, fps }
}

/** Nothing where the order is none of a whole board. */
export function wholeOf({ row, input }: Pick<Order, 'row' | 'input'>): CutPlan | Plan | undefined {
  if (row.model === cutRow.model) return { ...sizeIn(input), pieces: input.pieces ?? [] }
  if (row.model === sketchRow.model) return sketchOf(input)
}

function sketchOf(input: Input): Plan {
  const size = sizeIn(input)
  let second = 0
  return {
    ...size,
    shots: (input.pieces ?? []).map(({ seconds, words = '', pictures = [] }, at) => {
      const first = Math.round(second * size.fps)
      second += seconds
      const stills = pictures.map((medium, index) => ({ path: `pieces.${at}.pictures.${index}`, medium }))
      return { prompt: words, frames: Math.round(second * size.fps) - first, stills }
    }),
  }
}

export async function cutFiles({ pieces }: CutPlan, folder: string, io: Io) {
  return Promise.all(
    pieces.map(async ({ film, pictures = [], shotId: _, ...piece }, at) => ({
      ...piece,
      ...(film ? { film: (await io.file(film.asset)).path } : {}),
      pictures: await Promise.all(
        pictures.map((medium, index) => stillPath({ path: `pieces.${at}.pictures.${index}`, medium }, folder, io)),
      ),
    })),
  )
}
