// A task of the service: where it stands, what it brings, and how both generations print it.
import type { Deed } from './fault'
import { type Bag, bag, bags, number, text } from './shape'

type State = 'submitted' | 'processing' | 'succeed' | 'failed'
type Kind = 'video' | 'image' | 'audio' | 'voice' | 'element'

export type Placed = {
  id: string
  name?: string
  path: string
  newer: boolean
  kind: Kind
  body: Bag
  state: State
  /** Slots of the pack that it takes while it runs. */
  slots: number
  lane: string
  deeds: Deed[]
  createdAt: number
  updatedAt: number
  /** Ids of what it brings. */
  made: string[]
  deleted?: boolean
}

const kinds: readonly (readonly [RegExp, Kind])[] = [
  [/custom-voices/, 'voice'],
  [/custom-elements/, 'element'],
  [/\/audio\//, 'audio'],
  [/\/images\/|ai-multi-shot/, 'image'],
]
const kindOf = (path: string): Kind => kinds.find(([word]) => word.test(path))?.[1] ?? 'video'
const laneOf = (path: string) =>
  /try-on/.test(path) ? 'try-on' : kindOf(path) === 'image' ? 'image' : kindOf(path) === 'video' ? 'video' : 'free'

const countOf = (body: Bag) => {
  const asked = number(body.result_type === 'series' ? (body.series_amount ?? 4) : (body.n ?? 1))
  return Number.isInteger(asked) && asked > 0 ? asked : 1
}

export function place(id: string, path: string, body: Bag, deeds: Deed[], next: () => string): Placed {
  const newer = !path.startsWith('/v1/')
  const kind = kindOf(path)
  const said = newer ? bag(body.options).external_task_id : body.external_task_id
  const name = text(said)
  const now = Date.now()
  const slots = kind === 'image' ? countOf(body) : 1
  const made = Array.from({ length: kind === 'image' ? countOf(body) : 1 }, next)
  const base = { id, path, newer, kind, body, slots, lane: laneOf(path), deeds, made }
  return { ...base, ...(name === undefined ? {} : { name }), state: 'submitted', createdAt: now, updatedAt: now }
}

/** Seconds of the film or the sound. */
export function secondsOf({ body }: Placed): number {
  const said = number(bag(body.settings).duration ?? body.duration ?? 5)
  return Number.isFinite(said) ? said : 5
}

/** Not the real list: it only has to differ by order. */
const unitsOf = (order: Placed) => (order.kind === 'image' ? order.slots * 0.2 : Math.round(secondsOf(order) * 6) / 10)

type Printing = { origin: string; times: 'ms' | 's' }

export function printed(order: Placed, to: Printing): Bag {
  return order.newer ? young(order, to) : old(order, to)
}

const clock = (ms: number, { times }: Printing) => (times === 's' ? Math.floor(ms / 1000) : ms)
const addressOf = (id: string, as: string, { origin }: Printing) => `${origin}/files/${id}.${as}?sign=${id.slice(-6)}`
const marked = ({ body }: Placed) => bag(body.watermark_info ?? bag(body.options).watermark_info).enabled === true

const said = ({ deeds }: Placed) => {
  const deed = deeds.find((one) => one.does === 'say')
  return deed?.does === 'say' ? deed.status : undefined
}
const failing = ({ deeds }: Placed) => {
  const deed = deeds.find((one) => one.does === 'fail')
  return deed?.does === 'fail' ? deed : undefined
}

function old(order: Placed, to: Printing): Bag {
  const { id, name, state, createdAt, updatedAt } = order
  const ended = state === 'succeed' || state === 'failed'
  const fault = failing(order)
  return {
    task_id: id,
    task_status: ended ? state : (said(order) ?? state),
    ...(state === 'failed' ? { task_status_msg: fault?.message ?? '' } : {}),
    task_info: name === undefined ? {} : { external_task_id: name },
    ...(marked(order) ? { watermark_info: { enabled: true } } : {}),
    ...(state === 'succeed' ? { task_result: results(order, to) } : {}),
    ...(ended ? { final_unit_deduction: state === 'failed' ? (fault?.units ?? '0') : String(unitsOf(order)) } : {}),
    created_at: clock(createdAt, to),
    updated_at: clock(updatedAt, to),
  }
}

function results(order: Placed, to: Printing): Bag {
  const { kind, body, made, deleted } = order
  const water = (id: string, as: string) => (marked(order) ? { watermark_url: addressOf(`w${id}`, as, to) } : {})
  if (kind === 'video')
    return {
      videos: made.map((id) => ({
        id,
        url: addressOf(id, 'mp4', to),
        ...water(id, 'mp4'),
        ...(order.path.endsWith('/effects') ? {} : { duration: (secondsOf(order) + 0.041).toFixed(3) }),
      })),
    }
  if (kind === 'image' && order.path.endsWith('ai-multi-shot'))
    return {
      images: [0, 1, 2].map((index) => ({
        index,
        ...Object.fromEntries([1, 2, 3].map((at) => [`url_${at}`, addressOf(`${made[0]}${index}${at}`, 'png', to)])),
      })),
    }
  if (kind === 'image') {
    const list = made.map((id, index) => ({ index, url: addressOf(id, 'png', to), ...water(id, 'png') }))
    return body.result_type === 'series' ? { result_type: 'series', series_images: list } : { images: list }
  }
  if (kind === 'audio')
    return {
      audios: made.map((id) => ({
        id,
        url_mp3: addressOf(id, 'mp3', to),
        url_wav: addressOf(id, 'wav', to),
        duration_mp3: secondsOf(order).toFixed(1),
        duration_wav: secondsOf(order).toFixed(1),
      })),
    }
  if (kind === 'voice')
    return {
      voices: made.map((id) => ({
        voice_id: id,
        voice_name: body.voice_name,
        trial_url: addressOf(id, 'mp3', to),
        owned_by: 'user',
      })),
    }
  return {
    elements: made.map((id) => ({
      element_id: id,
      element_name: body.element_name,
      ...(body.element_description === undefined ? {} : { element_description: body.element_description }),
      reference_type: body.reference_type,
      tag_list: bags(body.tag_list),
      owned_by: 'user',
      status: deleted ? 'deleted' : 'succeed',
    })),
  }
}

function young(order: Placed, to: Printing): Bag {
  const { id, name, state, createdAt, updatedAt, made } = order
  const ended = state === 'succeed' || state === 'failed'
  const fault = failing(order)
  return {
    id,
    status: state === 'succeed' ? 'succeeded' : ended ? state : (said(order) ?? state),
    message: state === 'failed' ? (fault?.message ?? '') : '',
    create_time: clock(createdAt, to),
    update_time: clock(updatedAt, to),
    ...(name === undefined ? {} : { external_id: name }),
    outputs:
      state === 'succeed'
        ? made.map((one) => ({
            id: one,
            url: addressOf(one, 'mp4', to),
            ...(marked(order) ? { watermark_url: addressOf(`w${one}`, 'mp4', to) } : {}),
            duration: secondsOf(order).toFixed(3),
          }))
        : [],
    billing:
      state === 'succeed' ? [{ charge_type: 'unit', amount: String(unitsOf(order)), package_type: 'video' }] : [],
  }
}

/** What the answer to a create holds: it begins, and says nothing of results. */
export function acknowledged(order: Placed, to: Printing): Bag {
  const { id, name, createdAt, newer } = order
  const at = clock(createdAt, to)
  if (newer)
    return { id, status: 'submitted', create_time: at, update_time: at, ...(name ? { external_id: name } : {}) }
  return {
    task_id: id,
    task_info: name === undefined ? {} : { external_task_id: name },
    task_status: 'submitted',
    created_at: at,
    updated_at: at,
  }
}
