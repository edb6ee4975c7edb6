// Cursors of lists of tasks: a place in their order.
import { StudioError } from '../errors'

export const isPlace = (cursor: string) => /^\d{1,15}$/.test(cursor)

export const noCursor = () =>
  new StudioError('invalid', 'The cursor is not one of ours.', [
    { path: 'cursor', message: 'Use the nextCursor of the page before, or leave it out.' },
  ])
