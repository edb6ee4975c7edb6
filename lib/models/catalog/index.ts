// Every model that the studio can offer. A new one is a row in its provider's folder.
import type { Row } from '../row'
import { animatic } from './local/animatic'
import { runware } from './runware'

export const catalog: readonly Row[] = [animatic, ...runware]

export function rowOf(provider: string, model: string): Row | undefined {
  return catalog.find((row) => row.provider === provider && row.model === model)
}
