// The service behind the door: creates, look-ups, lists, elements, voices, packs. Knows nothing of HTTP.
import { type Deed, Faults } from './fault'
import { isKnown, judge } from './judge'
import { facesOf, Looks, selectionOf } from './look'
import { acknowledged, type Placed, place, printed } from './order'
import { type Bag, full, number, text } from './shape'

export type Options = {
  apiKey?: string
  accessKey?: string
  secretKey?: string
  /** Milliseconds until a task ends; `held` until `finish` is called. */
  runMs?: number | 'held'
  /** Slots of the packs. Without one there is no limit. */
  parallel?: { video?: number; image?: number }
  /** Milliseconds for which results can be fetched after a task ended. */
  keepMs?: number
  times?: 'ms' | 's'
  /** Ids of elements and voices as bare digits, as some samples of the vendor show them. */
  bareIds?: boolean
  webhookSecret?: string
  units?: number
}

export type Answer = { code: number; message?: string; data?: unknown }
const fine = (data: unknown): Answer => ({ code: 0, data })
const no = (message: string, code = 1201): Answer => ({ code, message })

const newerPath = /^\/(text-to-video|image-to-video|omni-video|motion-control)\/[\w.-]+$/
const lists = /^\/v1\/(videos|images|audio|general)\//

export class Service {
  readonly faults = new Faults()
  readonly looks = new Looks()
  readonly orders = new Map<string, Placed>()
  /** How often a create arrived under a name, taken or not. */
  readonly arrivals = new Map<string, number>()
  /** Creates in the order in which they were taken, by name. */
  readonly taken: string[] = []
  readonly #timers = new Set<NodeJS.Timeout>()
  #last = 829_836_802_793_406_551n
  origin = ''
  /** Told of every change of status. */
  onChange: (order: Placed) => Promise<void> = async () => {}

  constructor(readonly options: Options) {}

  next = () => {
    this.#last += 1n + BigInt(Math.floor(Math.random() * 1e9))
    return String(this.#last)
  }

  get #to() {
    return { origin: this.origin, times: this.options.times ?? 'ms' } as const
  }

  handle(method: string, path: string, query: URLSearchParams, given: Bag): Answer {
    const body = full(given) as Bag
    if (method === 'GET') return this.#read(path, query)
    if (method !== 'POST') return no(`${method} is not supported`, 1202)
    if (/\/delete-(advanced-)?(elements|voices)$/.test(path)) return this.#delete(path, body)
    if (path === '/tasks') return this.#page(body)
    if (selectionOf(path)) return this.#select(path, body)
    if (!isKnown(path))
      return newerPath.test(path) || lists.test(path) ? no(`${path} does not exist`, 1203) : no('Not found', 1202)
    const wrong = judge(path, body)
    if (wrong.length) return no(wrong.join('; '))
    return this.#immediate(path, body) ?? this.#create(path, body)
  }

  #create(path: string, body: Bag): Answer {
    const deeds: Deed[] = this.faults.take('POST', path, true)
    const order = place(this.next(), path, body, deeds, this.next)
    const { name } = order
    if (name !== undefined) {
      this.arrivals.set(name, (this.arrivals.get(name) ?? 0) + 1)
      if (this.#named(name)) return no(`External_task_id ${name} already exists`)
    }
    const missing = this.#strangers(body)
    if (missing) return no(missing)
    const most =
      order.lane === 'image'
        ? this.options.parallel?.image
        : order.lane === 'video'
          ? this.options.parallel?.video
          : undefined
    if (most !== undefined && this.running(order.lane) + order.slots > most)
      return no('parallel task over resource pack limit', 1303)
    this.orders.set(order.id, order)
    if (name !== undefined) this.taken.push(name)
    const { runMs = 50 } = this.options
    void this.onChange(order)
    if (runMs !== 'held') {
      this.later(runMs / 2, () => void this.#step(order, 'processing'))
      this.later(runMs, () => void this.#end(order))
    }
    return fine(acknowledged(order, this.#to))
  }

  /** Slots that are taken in a pack. */
  running(lane: string): number {
    return [...this.orders.values()]
      .filter((one) => one.lane === lane && (one.state === 'submitted' || one.state === 'processing'))
      .reduce((sum, { slots }) => sum + slots, 0)
  }

  async #step(order: Placed, state: Placed['state']) {
    if (order.state === 'succeed' || order.state === 'failed') return
    order.state = state
    order.updatedAt = Date.now()
    await this.onChange(order)
  }
  #end = (order: Placed) => this.#step(order, order.deeds.some(({ does }) => does === 'fail') ? 'failed' : 'succeed')

  /** Ends tasks: all that run, or one by its id or name. */
  async finish(which?: string) {
    for (const order of this.orders.values())
      if (which === undefined || order.id === which || order.name === which) await this.#end(order)
  }
  /** One step further, for all that were submitted. */
  async begin() {
    for (const order of this.orders.values()) if (order.state === 'submitted') await this.#step(order, 'processing')
  }

  #named = (name: string) => [...this.orders.values()].find((one) => one.name === name)

  /** Elements and voices that the account does not have. Presets are ids below a thousand. */
  #strangers(body: Bag): string | undefined {
    const ids = [...JSON.stringify(body).matchAll(/"(element_id|voice_id|element_voice_id)":"?(\w+)"?/g)]
    for (const [, field, id = ''] of ids) {
      const known = [...this.orders.values()].some(({ made, deleted }) => made.includes(id) && !deleted)
      if (!known && !/^\d{1,3}$/.test(id)) return `${field} ${id} not found`
    }
  }

  #read(path: string, query: URLSearchParams): Answer {
    if (path === '/account/costs') return this.#costs(query)
    if (path === '/tasks') return this.#many(query)
    if (path === '/v1/general/advanced-presets-elements')
      return fine([
        {
          task_result: {
            elements: [{ element_id: '101', element_name: 'A preset', owned_by: 'kling', status: 'succeed' }],
          },
        },
      ])
    if (path === '/v1/general/presets-voices')
      return fine([{ task_result: { voices: [{ voice_id: '201', voice_name: 'A preset voice', owned_by: 'kling' }] } }])
    if (isKnown(path)) {
      const page = number(query.get('pageNum') ?? '1')
      const size = number(query.get('pageSize') ?? '30')
      if (!(page >= 1 && page <= 1000)) return no('pageNum must lie between 1 and 1000')
      if (!(size >= 1 && size <= (path.endsWith('voices') ? 1000 : 500)))
        return no('pageSize must lie between 1 and 500')
      const all = [...this.orders.values()].filter((one) => one.path === path && !one.deleted).reverse()
      return fine(all.slice((page - 1) * size, page * size).map((one) => printed(one, this.#to)))
    }
    const at = path.lastIndexOf('/')
    const [own, asked] = [path.slice(0, at), path.slice(at + 1)]
    if (!isKnown(own)) return no('Not found', 1202)
    const byName = /lip-sync$/.test(own) ? undefined : this.#named(asked)
    const found = this.orders.get(asked) ?? byName
    if (!found || found.path !== own) return no(`Task not found by id/external id: ${asked}`)
    return fine(printed(found, this.#to))
  }

  #many(query: URLSearchParams): Answer {
    const ids = (query.get('task_ids') ?? '').split(',').filter(Boolean)
    const names = (query.get('external_task_ids') ?? '').split(',').filter(Boolean)
    if (ids.length + names.length > 20) return no('task_ids takes at most 20')
    const found = [...ids.map((id) => this.orders.get(id)), ...names.map(this.#named)]
    return fine(found.flatMap((one) => (one ? [printed({ ...one, newer: true }, this.#to)] : [])))
  }

  #page({ limit = 100 }: Bag): Answer {
    const all = [...this.orders.values()].reverse().slice(0, number(limit))
    const result = all.map((one) => printed({ ...one, newer: true }, this.#to))
    return fine({ result, count: result.length, has_more: false })
  }

  #delete(path: string, body: Bag): Answer {
    const field = path.endsWith('voices') ? 'voice_id' : 'element_id'
    const id = String(body[field] ?? '')
    const order = [...this.orders.values()].find(({ made, deleted }) => made.includes(id) && !deleted)
    if (!order) return no(`${field} ${id} not found`)
    order.deleted = true
    return fine({ task_id: order.id })
  }

  #costs(query: URLSearchParams): Answer {
    const [from, to] = [number(query.get('start_time') ?? ''), number(query.get('end_time') ?? '')]
    if (!(from > 1e12 && to > from)) return no('start_time and end_time are needed, in milliseconds')
    const now = Date.now()
    const day = 86_400_000
    const pack = (name: string, total: number, left: number, status: string) => ({
      resource_pack_name: name,
      resource_pack_id: `pack-${name.length}${total}`,
      resource_pack_type: 'decreasing_total',
      total_quantity: total,
      remaining_quantity: left,
      purchase_time: now - 30 * day,
      effective_time: now - 30 * day,
      invalid_time: now + 60 * day,
      status,
    })
    const packs = [
      pack('Video Generation - 1000 Units', 1000, this.options.units ?? 812.5, 'online'),
      pack('Image Generation - 100 Units', 100, 0, 'runOut'),
    ]
    return fine({ code: 0, msg: 'SUCCEED', resource_pack_subscribe_infos: packs })
  }

  #select(path: string, body: Bag): Answer {
    const said = this.looks.select(path, body, this.next, (name, as) => `${this.origin}/files/${name}.${as}?sign=now`)
    if (!said) return no('Not found', 1202)
    return 'refused' in said ? no(said.refused) : fine(said.data)
  }

  #immediate(path: string, body: Bag): Answer | undefined {
    const id = this.next()
    const url = (name: string, as: string) => `${this.origin}/files/${name}.${as}?sign=now`
    if (path === '/v1/audio/tts')
      return fine({
        task_id: id,
        task_status: 'succeed',
        task_result: { audios: [{ id, url: url(id, 'mp3'), duration: '2.000' }] },
      })
    if (path === '/v1/videos/identify-face') return fine(facesOf(id, url))
    if (path === '/v1/videos/image-recognize')
      return fine({
        images: ['object_seg', 'head_seg', 'face_seg', 'cloth_seg'].map((type) => ({
          type,
          is_contain: text(body.image) !== undefined && type !== 'cloth_seg',
          ...(type === 'cloth_seg' ? {} : { url: url(`${type.slice(0, 4)}${id}`, 'png') }),
        })),
      })
  }

  later(ms: number, work: () => void) {
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      work()
    }, ms)
    this.#timers.add(timer)
  }
  stop() {
    for (const timer of this.#timers) clearTimeout(timer)
  }
}
