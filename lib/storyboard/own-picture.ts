// Pictures of one's own that stand for shots: no film takes their place, so none is ordered for them unasked.
import type { Board } from './storyboard'

const numbersOf = ({ shots }: Pick<Board, 'shots'>, ids: readonly string[]) =>
  shots.flatMap(({ id, picture }, at) => (picture && ids.includes(id) ? [String(at + 1).padStart(2, '0')] : []))

/** All of these shots have one: ordering everything leaves them out. */
export const isPictured = (board: Pick<Board, 'shots'>, ids: readonly string[]) =>
  ids.length > 0 && numbersOf(board, ids).length === ids.length

/** What such pictures mean for an order of these shots; nothing where there is none. */
export function pictureWords(board: Pick<Board, 'shots'>, ids: readonly string[]): string | undefined {
  const numbers = numbersOf(board, ids)
  if (numbers.length === 0) return
  const said =
    numbers.length === 1
      ? `A picture of your own stands for shot ${numbers[0]}`
      : `Pictures of your own stand for shots ${numbers.join(', ')}`
  return numbers.length === ids.length
    ? `${said}: it is ordered only when you ask for it.`
    : `${said} all the same; what this order makes there is kept as a take.`
}
