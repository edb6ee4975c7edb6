// Where a page of a list ended: a moment and an id, opaque to whoever holds it.
import { StudioError } from '../errors'

type Place = { at: string; id: string }

/** As Postgres or ISO 8601 writes a moment, and a UUID; anything looser would be refused by the database. */
const shape =
  /^(?<at>\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d(?::?\d\d)?)) (?<id>[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/

export const writeCursor = ({ at, id }: Place) => Buffer.from(`${at} ${id}`).toString('base64url')

/** Throws StudioError('invalid') for what is none of ours. */
export function readCursor(cursor: string): Place {
  const { at, id } = shape.exec(Buffer.from(cursor, 'base64url').toString())?.groups ?? {}
  if (at && id && !Number.isNaN(Date.parse(at))) return { at, id }
  throw new StudioError('invalid', 'This cursor is none of ours; start the list anew.', [
    { path: 'cursor', message: 'Leave it out to start at the newest.' },
  ])
}
