// Shots: what each may hold, and all of them as one text for models that take them within the prompt.
import type { Input, Shot } from './input'
import type { Limits } from './limits'
import { length } from './measure'
import type { Clash } from './raw'

/** Seconds of all shots together; nothing when there are none. */
export function shotSeconds({ shots }: Pick<Input, 'shots'>): number | undefined {
  if (!shots?.length) return
  return Math.round(shots.reduce((sum, one) => sum + one.duration, 0) * 1000) / 1000
}

export const shotWords = ({ max, words: { max: characters } }: Limits['shots']) =>
  `up to ${max}, ${characters} characters each`

/** What the shots break together when they go out as one text, or singly because a semicolon would end them there. */
export function textClashes({ written }: Limits['shots'], { shots: list }: Input): Clash[] {
  if (written === undefined || !list?.length) return []
  const over = length(asText(list)) - written
  return [
    ...list.flatMap(({ prompt }, at) =>
      prompt.includes(';')
        ? [
            {
              path: `shots.${at}.prompt`,
              message: 'A semicolon ends a shot for this model; write a comma or a full stop.',
            },
          ]
        : [],
    ),
    ...(over > 0
      ? [
          {
            path: 'shots',
            message: `Together the shots are ${over} characters too long; at most ${written} can be sent.`,
          },
        ]
      : []),
  ]
}

export function asText(list: readonly Shot[]): string {
  return list.map(({ prompt, duration }, at) => `shot ${at + 1}, ${duration}, ${prompt};`).join(' ')
}

/** The shots that such a text tells; nothing unless the same text comes out again. */
export function fromText(text: string): Shot[] | undefined {
  // Without its end the pattern would look for one from every beginning.
  if (!text.endsWith(';')) return
  const hits = [...text.matchAll(/shot \d+, (\d+), ([^;]*);/g)]
  const list = hits.map(([, seconds, prompt]) => ({ prompt: prompt ?? '', duration: Number(seconds) }))
  return list.length && asText(list) === text ? list : undefined
}
