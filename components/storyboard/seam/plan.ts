// What can be compared at a seam before there are films: the picture that a shot is planned to end on.
import type { Medium } from '@/lib/media/medium'
import type { BoardShot } from '@/lib/storyboard/storyboard'

/** `sure`: it will end on this picture; else it is only another picture of the shot. */
type PlannedEnd = { picture: Medium; sure: boolean; words: string }

/** Of a shot without a film; nothing where it has no picture at all. */
export function plannedEnd({ picture, lastFrame, firstFrame, referenceImages }: BoardShot): PlannedEnd | undefined {
  if (picture) return { picture, sure: true, words: 'the picture that stands for it' }
  if (lastFrame) return { picture: lastFrame, sure: true, words: 'its last picture' }
  if (firstFrame) return { picture: firstFrame, sure: false, words: 'its first picture' }
  const [reference] = referenceImages ?? []
  return reference && { picture: reference, sure: false, words: 'its first reference' }
}

type Side = { shot: BoardShot; number: string; hasFilm: boolean }

/** Which pictures stand in for films that are not there, or that there is nothing to compare yet, with what would help. */
export function comparing(left: Side, right: Side): string[] {
  const end = plannedEnd(left.shot)
  const bare = [left, right].filter(({ shot, hasFilm }) => !hasFilm && !plannedEnd(shot))
  if (bare.length > 0)
    return [
      `There is nothing to compare yet: ${bare.map(({ number }) => `shot ${number}`).join(' and ')} ${bare.length > 1 ? 'have' : 'has'} neither a film nor a picture.`,
      ...(bare.includes(left) ? [`Render shot ${left.number} first, or give it a last picture.`] : []),
    ]
  if (!end || left.hasFilm) return []
  return [
    end.sure
      ? `Shot ${left.number} has no film yet: ${end.words} is compared.`
      : `Shot ${left.number} has no film and no last picture yet: ${end.words} is compared, on which it may not end.`,
  ]
}
