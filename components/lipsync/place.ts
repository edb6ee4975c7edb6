// Where a piece of a sound lies on a film, and the moves that a hand can make with it. Seconds.

/** The sound from `from` to `to` is heard from `at` on in the film. */
export type Place = { from: number; to: number; at: number }
/** What bounds a move, as far as it is known. `least`: how long a piece must last. */
export type Bounds = { film?: number | undefined; sound?: number | undefined; least: number }

/** Times are sent in whole milliseconds. */
export const exact = (seconds: number) => Math.round(seconds * 1000) / 1000

const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value))
export const lengthOf = ({ from, to }: Place) => exact(to - from)

/** The whole piece earlier or later in the film. */
export function moved(place: Place, by: number, { film }: Bounds): Place {
  const last = film === undefined ? Number.POSITIVE_INFINITY : Math.max(0, film - lengthOf(place))
  return { ...place, at: exact(clamp(place.at + by, 0, last)) }
}

/** Its beginning cut: what is left stays where it is in the film. */
export function begun(place: Place, by: number, { least }: Bounds): Place {
  const shift = clamp(by, -Math.min(place.from, place.at), Math.max(0, lengthOf(place) - least))
  return { ...place, from: exact(place.from + shift), at: exact(place.at + shift) }
}

/** Its end cut, or given back. */
export function ended(place: Place, by: number, { film, sound, least }: Bounds): Place {
  const byFilm = film === undefined ? Number.POSITIVE_INFINITY : place.from + film - place.at
  const most = Math.min(sound ?? Number.POSITIVE_INFINITY, byFilm)
  return { ...place, to: exact(clamp(place.to + by, Math.min(place.to, place.from + least), Math.max(place.to, most))) }
}

/** The whole sound, as much of it as the film has room for, from where the face is first seen. */
export function laid(seen: { from: number; to: number }, film: number | undefined, sound: number | undefined): Place {
  const at = exact(seen.from)
  const room = (film ?? seen.to) - at
  return { from: 0, to: exact(Math.min(sound ?? room, room)), at }
}

/** How long the piece and the face meet. */
export const shared = (place: Place, seen: { from: number; to: number }) =>
  exact(Math.max(0, Math.min(place.at + lengthOf(place), seen.to) - Math.max(place.at, seen.from)))
