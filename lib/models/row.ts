// What a row of the catalogue may say. A row says what, never how.
import type { Limits } from './limits'
import type { Rule, When } from './rules'
import type { Source } from './source'
import type { FieldId, KindOf, WorkflowId } from './vocabulary'

export const providerIds = ['local', 'runware', 'kling', 'openai'] as const
/** Further gateways stand beside the first, under names of their own: `openai-Acme`. */
export type ProviderId = (typeof providerIds)[number] | `openai-${string}`

/** `start` is what a fresh form holds; a field without one starts unset. `note` is shown beneath the control. */
export type Use<F extends FieldId = FieldId> = {
  limits: Limits[KindOf<F>]
  required?: boolean
  start?: unknown
  label?: string
  note?: string
  source?: Source
}

export type Fields = { readonly [F in FieldId]?: Use<F> }

export type Workflow = {
  id: WorkflowId
  fields: Fields
  rules?: readonly Rule[]
  /** Fields that the provider's page says cannot be used here, each with its reason; shown greyed, refused on import. */
  barred?: { readonly [F in FieldId]?: string }
  /** Frames per second of the result, where the provider's page states them. */
  fps?: number
}

/** One line of a price list; the first whose `when` holds counts. USD unless said. */
export type Rate = {
  when?: When
  per: 'second' | 'result'
  amount: number
  /** Which seconds count; default the length of the result. */
  of?: 'duration' | 'audio' | 'sourceVideo' | 'referenceVideos'
  /** The seconds that the provider makes when none are said. */
  otherwise?: number
  /** Billed by whole seconds, to the nearest. */
  round?: true
  /** Flat amounts up to these seconds, then `amount` per further second. */
  steps?: readonly { upTo: number; amount: number }[]
}
/** `unit`: amounts are in the provider's own unit, which is so many USD at list price. */
export type Price =
  | { currency: 'USD'; unit?: { name: string; usd: number }; rates: readonly Rate[]; source: Source }
  | 'free'
  | 'unknown'

export type Row = {
  provider: ProviderId
  /** The provider's own name of the model, as it is sent. */
  model: string
  name: string
  /** Rows that are the same Kling model share both, whoever runs it. */
  family: string
  tier: string
  kind: 'video' | 'image' | 'audio'
  workflows: readonly Workflow[]
  price: Price
  source: Source
  /** Switches of the provider's wire dialect; read by its wire table only. */
  dialect?: Readonly<Record<string, string | boolean | number>>
  standing?: 'retired' | 'api-only' | 'newer'
  /** What it can do beyond the fields of its workflows is not known; a field that is absent is then not denied. */
  partly?: true
  /** What a person should know before choosing it. */
  note?: string
}
