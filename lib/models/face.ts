// A face that speaks: which one, which part of the sound, and from when on.
import type { Issue } from '../errors'
import type { Asset } from '../media/asset'
import { isMedium } from '../media/is-medium'
import type { Input } from './input'

const places = (seconds: number) => Math.round(seconds * 1000) / 1000

/** The piece of sound against the sound and the film that it is heard in, as long as both are ours. */
export function faceIssues({ faces, sourceVideo, audio }: Input, file: (id: string) => Asset | undefined): Issue[] {
  // A draft may hold anything here; what has no times is told by the check of its shape.
  if (![faces?.from, faces?.to, faces?.at].every(Number.isFinite) || !faces) return []
  const lengthOf = (medium: unknown) =>
    isMedium(medium) && 'asset' in medium ? file(medium.asset)?.duration : undefined
  const { from, to, at } = faces
  const [film, sound] = [lengthOf(sourceVideo), lengthOf(audio)]
  const end = places(at + to - from)
  return [
    // A length is measured to the packet; a thousandth more is no more.
    ...(sound !== undefined && to > sound + 0.001
      ? [{ path: 'faces.to', message: `The sound lasts ${places(sound)} s; ${to} s is beyond its end.` }]
      : []),
    ...(film !== undefined && end > film + 0.001
      ? [{ path: 'faces.at', message: `The film lasts ${places(film)} s; this piece would end at ${end} s.` }]
      : []),
  ]
}
