// Every command of a board, once: menus, shortcuts, palette and the sheet of keys read this list.
import { say } from '@/components/ui/toast'
import { filmCommands, renderCommands } from './film'
import type { Command, Hand } from './hand'
import { planCommands } from './plan'
import { shotCommands } from './shot'

export const commands: readonly Command[] = [...shotCommands, ...planCommands, ...filmCommands, ...renderCommands]

export const command = (id: string): Command => {
  const found = commands.find((one) => one.id === id)
  if (!found) throw new Error(`There is no command ${id}.`)
  return found
}

export const labelOf = ({ label }: Command, hand: Hand) => (typeof label === 'string' ? label : label(hand))

/** By the hand as it is at the press: the one that was drawn may be a moment older. Refused, it changes nothing and says why. */
export function run(one: Command, hand: Hand) {
  const now = hand.now()
  const why = one.not?.(now)
  if (why === undefined) one.run(now)
  else say({ words: `${labelOf(one, now)}: ${why}` })
}
