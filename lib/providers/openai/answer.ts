// What a gateway answers, read loosely: several shapes of the same thing, and nothing believed but what is used.
import { type Bag, isBag } from '../wire'

type State = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled' | 'unknown'

/** `share` 0..1. `model` is the name under which it is billed. `reason` is why it failed, in the gateway's words. */
export type Answer = {
  id?: string
  state: State
  said?: string
  share?: number
  url?: string
  model?: string
  reason?: string
}

const states: Readonly<Record<string, State>> = {
  queued: 'waiting',
  submitted: 'waiting',
  pending: 'waiting',
  processing: 'running',
  in_progress: 'running',
  completed: 'done',
  succeeded: 'done',
  success: 'done',
  failed: 'failed',
  failure: 'failed',
  expired: 'failed',
  cancelled: 'cancelled',
  canceled: 'cancelled',
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

/** A bare number is a name, too: an order whose name is not read would be paid and never found again. */
const idText = (value: unknown): string | undefined =>
  text(value) ?? (typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? String(value) : undefined)

/** The object itself, or what is wrapped in it; the outermost that names a task comes first. */
function layers(body: unknown): Bag[] {
  const found: Bag[] = []
  for (let now = body; isBag(now) && found.length < 4; now = now.data) found.push(now)
  const whose = found.findIndex((one) => idText(one.id) ?? idText(one.task_id) ?? text(one.status))
  return whose < 0 ? found : found.slice(whose)
}

const first = <T>(all: readonly Bag[], pick: (bag: Bag) => T | undefined): T | undefined => {
  for (const one of all) {
    const found = pick(one)
    if (found !== undefined) return found
  }
}

export function answerIn(body: unknown): Answer {
  const all = layers(body)
  const id = first(all, (one) => idText(one.id) ?? idText(one.task_id))
  const said = first(all, (one) => text(one.status))
  const share = first(all, (one) => shareOf(one.progress))
  const url = first(all, urlIn)
  const model = first(all, (one) => text(one.model))
  const reason =
    first(all, (one) => text(inError(one.error)?.message) ?? text(one.error)) ??
    first(all, (one) => text(one.fail_reason)) ??
    first(all, (one) => text(one.message))
  return {
    state: states[said?.toLowerCase() ?? ''] ?? 'unknown',
    ...(id === undefined ? {} : { id }),
    ...(said === undefined ? {} : { said }),
    ...(share === undefined ? {} : { share }),
    ...(url === undefined ? {} : { url }),
    ...(model === undefined ? {} : { model }),
    ...(reason === undefined ? {} : { reason }),
  }
}

function urlIn({ video_url: video, metadata, url, output, data }: Bag): string | undefined {
  const [piece] = Array.isArray(output) ? output : []
  return (
    text(video) ??
    text(isBag(metadata) ? metadata.url : undefined) ??
    text(url) ??
    text(isBag(output) ? output.url : undefined) ??
    text(isBag(piece) ? piece.url : piece) ??
    text(isBag(data) ? data.url : undefined)
  )
}

/** Percent as a number or in words, `50` or `"50%"`; anything else says nothing. */
function shareOf(value: unknown): number | undefined {
  const percent =
    typeof value === 'string' && /^\d+(\.\d+)?\s*%?$/.test(value.trim()) ? Number.parseFloat(value) : value
  return typeof percent === 'number' && percent >= 0 && percent <= 100 ? percent / 100 : undefined
}

export type Fault = { message: string; code?: string; param?: string }

const inError = (value: unknown): Bag | undefined => (isBag(value) ? value : undefined)

/** `{error: {…}}`, `{error: "…"}` or `{code, message}`; nothing when the answer is no error. */
export function faultIn(body: unknown): Fault | undefined {
  if (!isBag(body)) return
  const { error } = body
  const own = inError(error) ?? body
  const message = text(own.message) ?? text(error)
  const code = text(own.code) ?? text(own.type) ?? (typeof own.code === 'number' ? String(own.code) : undefined)
  if (message === undefined && (code === undefined || code === 'success')) return
  const param = text(own.param)
  return { message: message ?? `It answered “${code}”.`, ...(code ? { code } : {}), ...(param ? { param } : {}) }
}
