// A look at continuity that costs nothing: what a careful assistant would say before money is spent. Nothing is changed.
import { namesIn } from '../models/handles'
import { type Board, type BoardShot, words } from './storyboard'

const cautions = [
  'unreferenced',
  'unnamed',
  'unnamed-picture',
  'look-twice',
  'near-limit',
  'same-framing',
  'fast-talk',
  'silent-talk',
  'no-sound',
] as const
/** `seconds`: the length that would mend it; `name`: the element that it is about. */
export type Caution = {
  shotId: string
  code: (typeof cautions)[number]
  message: string
  seconds?: number
  name?: string
}

/** Words of speech that fit into a second; slow reading aloud is about two and a half. */
const wordsPerSecond = 3

/** What the chosen model makes of a shot. */
type Given = {
  /** Handles of the library's elements. */
  names: readonly string[]
  /** Characters that are taken for a shot. */
  limit?: (shotId: string) => number | undefined
  /** Reference pictures are called by their number in the words. */
  numbersPictures?: boolean
  /** It makes no sound at all. */
  silent?: boolean
}

type Facts = { look: string | undefined; called: string[]; characters: number }
/** Read once per shot and look: the whole board is looked at after every edit of one shot. */
const facts = new WeakMap<BoardShot, Facts>()

function factsOf(shot: BoardShot, look: string | undefined): Facts {
  const kept = facts.get(shot)
  if (kept && kept.look === look) return kept
  const text = words(shot, look)
  const found = { look, called: namesIn(text), characters: [...text].length }
  facts.set(shot, found)
  return found
}

export function lint(
  board: Board,
  { limit: limitOf, names, numbersPictures = false, silent = false }: Given,
): Caution[] {
  return board.shots.flatMap((shot, at) => {
    const found: Caution[] = []
    const say = (code: Caution['code'], message: string, more: Pick<Caution, 'seconds' | 'name'> = {}) =>
      found.push({ shotId: shot.id, code, message, ...more })
    const { called, characters } = factsOf(shot, board.look)
    const limit = limitOf?.(shot.id)
    for (const name of names)
      if (called.includes(name) && !shot.elements?.includes(name))
        say('unreferenced', `@${name} is named but not referenced.`, { name })
    for (const name of shot.elements ?? [])
      if (!called.includes(name)) say('unnamed', `@${name} is referenced but not named.`, { name })
    if (numbersPictures)
      for (const index of (shot.referenceImages ?? []).keys()) {
        const name = `image_${index + 1}`
        if (!called.includes(name))
          say('unnamed-picture', `Reference ${index + 1} is not named; the words can call it @${name}.`, { name })
      }
    if (repeatsLook(shot, board.look)) say('look-twice', 'The look stands in the words again; it is sent twice.')
    if (limit !== undefined && characters > limit * 0.9 && characters <= limit)
      say('near-limit', `${limit - characters} characters left of ${limit}.`)
    // Said once for each run of them, at its third.
    const [third, ...before] = [at - 3, at - 2, at - 1].map((index) => board.shots[index]?.framing)
    if (shot.framing && before.every((framing) => framing === shot.framing) && third !== shot.framing)
      say('same-framing', `Third ${shot.framing} framing in a row.`)
    const speech = spoken(shot)
    const needed = Math.ceil(speech / wordsPerSecond)
    if (speech > shot.duration * wordsPerSecond)
      say('fast-talk', `${speech} words of dialogue in ${shot.duration} s; about ${needed} s are needed.`, {
        seconds: needed,
      })
    if (speech > 0 && silent) say('no-sound', 'There is dialogue, but this model makes no sound.')
    else if (speech > 0 && board.settings?.sound !== true) say('silent-talk', 'There is dialogue, but sound is off.')
    return found
  })
}

const repeatsLook = ({ prompt }: BoardShot, look: string | undefined) =>
  look !== undefined && look.trim().length > 3 && prompt.toLowerCase().includes(look.trim().toLowerCase())

/** Chinese and Japanese are written without gaps; two characters count as one word there. */
function spoken({ dialogue }: BoardShot): number {
  const lines = (dialogue ?? '')
    .split('\n')
    .filter((line) => !/^\s*(?:\(.*\)|[^\p{Ll}]*\p{Lu}[^\p{Ll}]*)\s*$/u.test(line))
  const text = lines.join(' ')
  const dense = [...text.matchAll(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)].length
  const gapped = text
    .replace(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu, ' ')
    .split(/\s+/)
    .filter(Boolean).length
  return gapped + Math.ceil(dense / 2)
}
