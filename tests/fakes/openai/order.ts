// The films that the fake was asked for: each request is another one, because nothing tells two of them apart.
import { randomUUID } from 'node:crypto'
import { type Bag, bag } from './body'
import type { OrderDeed } from './fault'
import type { Options } from './server'

type State = 'queued' | 'processing' | 'completed' | 'failed' | 'cancelled'
export type Placed = {
  id: string
  body: Bag
  state: State
  /** Milliseconds since 1970. */
  createdAt: number
  doneAt?: number
  deeds: OrderDeed[]
  looks: number
}

export const place = (body: Bag, deeds: OrderDeed[]): Placed => ({
  id: `video_${randomUUID().replaceAll('-', '')}`,
  body,
  state: 'queued',
  createdAt: Date.now(),
  deeds,
  looks: 0,
})

export function end(order: Placed): void {
  if (order.doneAt !== undefined) return
  const does = order.deeds.map((deed) => deed.does)
  if (does.includes('never')) return
  order.state = does.includes('fail') ? 'failed' : does.includes('cancel') ? 'cancelled' : 'completed'
  order.doneAt = Date.now()
}

export function shapeOf({ body }: Placed) {
  const { resolution = '720P', aspect_ratio: ratio = '16:9', duration } = bag(bag(body.metadata).output_config)
  const [wide = 16, high = 9] = String(ratio).split(':').map(Number)
  const short = resolution === '1080P' ? 1080 : 720
  const [width, height] = wide >= high ? [(short * wide) / high, short] : [short, (short * high) / wide]
  const seconds = Number(body.seconds ?? duration ?? 5)
  return { kind: 'video' as const, width, height, seconds, format: 'MP4' }
}

/** The name under which it is billed: not the one that was sent. */
function billed({ body }: Placed): string {
  const metadata = bag(body.metadata)
  const output = bag(metadata.output_config)
  const parts = [
    String(body.model).toLowerCase(),
    String(output.resolution ?? '720P').toLowerCase(),
    metadata.file_infos === undefined && body.image === undefined ? 'noref' : 'ref',
    ...(output.audio_generation === 'Enabled' ? ['audio'] : []),
    ...(metadata.motion_level === undefined ? [] : [String(metadata.motion_level)]),
  ]
  return parts.join('-')
}

const openaiWords: Readonly<Record<State, string>> = {
  queued: 'queued',
  processing: 'in_progress',
  completed: 'completed',
  failed: 'failed',
  cancelled: 'cancelled',
}
const wrappedWords: Readonly<Record<State, string>> = {
  queued: 'SUBMITTED',
  processing: 'IN_PROGRESS',
  completed: 'SUCCESS',
  failed: 'FAILURE',
  cancelled: 'CANCELLED',
}

/** The object as the switches want it. @param origin of the fake, where the films lie. */
export function printed(order: Placed, origin: string, options: Options): Bag {
  const { id, state, createdAt, doneAt, deeds, looks } = order
  const share = state === 'completed' ? 100 : state === 'processing' ? Math.min(95, 30 + looks * 10) : 0
  const progress = options.progress === 'words' ? `${share}%` : share
  const time = (ms: number) => (options.times === 'milliseconds' ? ms : Math.floor(ms / 1000))
  const url = `${origin}/files/${id}.mp4`
  const named = state === 'completed' && options.url !== 'none'
  const odd = deeds.find((deed) => deed.does === 'say')
  const fails = deeds.find((deed) => deed.does === 'fail')
  const reason = fails?.does === 'fail' ? fails.message : 'The film could not be made.'
  if (options.envelope === 'wrapped')
    return {
      code: 'success',
      message: '',
      data: {
        task_id: id,
        action: 'generate',
        status: odd?.does === 'say' ? odd.status : wrappedWords[state],
        fail_reason: state === 'failed' ? reason : '',
        submit_time: time(createdAt),
        progress: `${share}%`,
        data: { id, data: named ? { url } : {} },
      },
    }
  const words = options.words === 'openai' ? openaiWords : undefined
  return {
    id,
    task_id: id,
    object: 'video',
    model: billed(order),
    status: odd?.does === 'say' ? odd.status : (words?.[state] ?? state),
    progress,
    created_at: time(createdAt),
    seconds: String(shapeOf(order).seconds),
    ...(doneAt === undefined ? {} : { completed_at: time(doneAt) }),
    ...(named ? { metadata: { url }, ...(options.url === 'metadata' ? {} : { video_url: url }) } : {}),
    ...(state === 'failed' ? { error: { code: 'generation_failed', message: reason } } : {}),
  }
}
