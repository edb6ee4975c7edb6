// Shots within words, for models that take them so.
import type { Input } from '../models/input'
import { asText, fromText } from '../models/shot'

const shown = 'The shots written into the prompt are shown as shots.'

/** Words, as shots where they tell some. */
export const toldIn = (text: string): { input: Pick<Input, 'prompt' | 'shots'>; notes?: string[] } => {
  const shots = fromText(text)
  return shots ? { input: { shots }, notes: [shown] } : { input: { prompt: text } }
}

/** Shots that words told, back to words where no length was said: nothing says that they fill it. */
export function untimed<T extends { input: Input; notes: string[] }>(taken: T): T {
  const { shots: list, ...others } = taken.input
  if (!list?.length || others.duration !== undefined || !taken.notes.includes(shown)) return taken
  return { ...taken, input: { ...others, prompt: asText(list) }, notes: taken.notes.filter((note) => note !== shown) }
}
