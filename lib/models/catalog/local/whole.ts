// A whole board as one film, made on this computer: not among the models that can be chosen, ordered by the board alone.
import type { Row } from '../../row'

const made = {
  provider: 'local',
  tier: '',
  kind: 'video',
  source: { page: 'this studio’s own cutting room', date: '2026-11-20' },
  price: 'free',
  workflows: [{ id: 'text-to-video', fields: {} }],
} as const

/** The chosen takes and pictures in their order. */
export const cutRow: Row = { ...made, model: 'cut', name: 'Film of the board', family: 'cut' }
/** The moving sketch: every shot's pictures and words. */
export const sketchRow: Row = { ...made, model: 'board-animatic', name: 'Animatic of the board', family: 'animatic' }
