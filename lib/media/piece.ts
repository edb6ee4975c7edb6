// One piece of a film that is put together: a part of a film, a picture with a slow move, or a slate with words.
import type { Medium } from './medium'

/**
 * Seconds. `film` from `from` on, whose footage `lasts` as long; where that is shorter than `seconds`, its last frame is
 * held. Without a film the pictures are shown, and with `words` these stand under them; without either it is a slate.
 */
export type Piece = {
  shotId: string
  seconds: number
  film?: { asset: string }
  from?: number
  lasts?: number
  pictures?: Medium[]
  words?: string
  /** The shot's number on the board, from 1; a slate shows it. */
  number: number
}
