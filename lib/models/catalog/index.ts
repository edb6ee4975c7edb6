// Every model that the studio can offer. A new one is a row in its provider's folder.
import type { Row } from '../row'
import { animatic } from './local/animatic'
import { cutRow, sketchRow } from './local/whole'
import { runware } from './runware'

export const catalog: readonly Row[] = [animatic, ...runware]

/** Not offered: boards as one film are ordered by their boards. */
const wholes = [cutRow, sketchRow]

export function rowOf(provider: string, model: string): Row | undefined {
  const whole = provider === 'local' ? wholes.find((row) => row.model === model) : undefined
  if (whole) return whole
  return catalog.find((row) => row.provider === provider && row.model === model)
}
