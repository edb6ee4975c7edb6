// The service behind both doors: a list of tasks in, items and errors out. Knows nothing of HTTP or sockets.
import { randomUUID } from 'node:crypto'
import type { OrderDeed } from './fault'
import { Faults } from './fault'
import { made } from './film'
import { judge } from './judge'
import { end, failed, type Placed, place, printed, shapeOf } from './order'
import type { Bag, Verdict } from './verdict'

export type Options = {
  /** The one key that is accepted. */
  key?: string
  /** Milliseconds until the first result; `held` until `finish` is called. */
  runMs?: number | 'held'
  /** Milliseconds by which orders differ in that, at random. */
  spreadMs?: number
  /** Judge orders by the pages. Default yes. */
  strict?: boolean
  failuresIn?: 'errors' | 'data'
  unknown?: 'silent' | 'not-found'
  webhooks?: 'flat' | 'wrapped'
  balance?: number
  /** Films of each order in colours of their own, and of this share of the size that was asked for. */
  distinct?: { share: number }
}

export type Answer = { data: Bag[]; errors: Bag[] }
type Upload = { ref: string; bytes: number; key: string; content: Buffer }

export class Service {
  readonly faults = new Faults()
  readonly orders = new Map<string, Placed>()
  readonly uploads: Upload[] = []
  readonly rehearsed: Bag[] = []
  /** How often an inference arrived under a uuid, bought or not. */
  readonly arrivals = new Map<string, number>()
  /** Every look at results that reached it, by either door: when, and for how many orders. */
  readonly looks: { at: number; door: 'http' | 'socket'; orders: number }[] = []
  readonly #forgotten = new Set<string>()
  readonly #timers = new Set<NodeJS.Timeout>()
  origin = ''
  /** Told of every result that ends. */
  onEnd: (order: Placed, at: number) => Promise<void> = async () => {}

  constructor(readonly options: Options) {}

  /** An uploaded file that the service no longer has. */
  forget(ref: string) {
    this.#forgotten.add(ref)
  }

  async handle(task: Bag, key: string): Promise<Answer> {
    const work = this.#works[String(task.taskType)]
    if (!work) return this.#no(task, { code: 'invalidTaskType', message: 'Unknown taskType.', parameter: 'taskType' })
    if (typeof task.taskUUID !== 'string' && task.taskType !== 'ping')
      return this.#no(task, { code: 'missingTaskUUID', message: 'taskUUID is missing.', parameter: 'taskUUID' })
    return work(task, key)
  }

  /** Says what an order would be told, and buys nothing. */
  rehearse(task: Bag): Answer {
    if (!/Inference$/.test(String(task.taskType)))
      return this.#no(task, { code: 'invalidTaskType', message: 'Only inference can be rehearsed.' })
    this.rehearsed.push(task)
    const refusals = this.faults.takeForOrder(task).flatMap((deed) => (deed.does === 'refuse' ? [spoken(deed)] : []))
    const verdicts = [...refusals, ...judge(task), ...this.#lost(task, '')]
    if (verdicts.length) return this.#no(task, ...verdicts)
    return { data: [{ taskType: task.taskType, taskUUID: task.taskUUID }], errors: [] }
  }

  /** Ends results: all that run, or `count` of one order. Resolves when everybody who wants to know was told. */
  async finish(uuid?: string, count = Number.POSITIVE_INFINITY) {
    const told: Promise<void>[] = []
    for (const order of this.orders.values()) {
      if (uuid !== undefined && order.uuid !== uuid) continue
      if (order.deeds.some(({ does }) => does === 'never')) continue
      let left = count
      for (const [at, piece] of order.pieces.entries()) {
        if (piece.state !== 'processing' || left-- <= 0) continue
        end(order, at)
        told.push(this.onEnd(order, at))
      }
    }
    await Promise.all(told)
  }

  stop() {
    for (const timer of this.#timers) clearTimeout(timer)
  }

  readonly #works: Record<string, (task: Bag, key: string) => Promise<Answer> | Answer> = {
    videoInference: (task, key) => this.#infer(task, key),
    imageInference: (task, key) => this.#infer(task, key),
    getResponse: (task, key) => this.#look(task, key),
    mediaStorage: (task, key) => this.#store(task, key),
    imageUpload: (task, key) => this.#store({ ...task, operation: 'upload', media: task.image }, key),
    accountManagement: (task) => this.#account(task),
    getTaskDetails: (task) => this.#details(task),
    ping: () => ({ data: [{ taskType: 'ping', pong: true }], errors: [] }),
  }

  #no(task: Bag, ...verdicts: (Partial<Verdict> & { code: string; message: string })[]): Answer {
    const errors = verdicts.map((one) => ({
      ...one,
      ...(task.taskType === undefined ? {} : { taskType: task.taskType }),
      ...(task.taskUUID === undefined ? {} : { taskUUID: task.taskUUID }),
      documentation: 'https://runware.ai/docs/en/getting-started/errors',
    }))
    return { data: [], errors }
  }

  async #infer(task: Bag, key: string): Promise<Answer> {
    const uuid = String(task.taskUUID)
    this.arrivals.set(uuid, (this.arrivals.get(uuid) ?? 0) + 1)
    const conflict = {
      code: 'conflictTaskUUID',
      message: `The taskUUID ${uuid} was used before.`,
      parameter: 'taskUUID',
    }
    if (this.orders.has(uuid)) return this.#no(task, conflict)
    const deeds = this.faults.takeForOrder(task)
    const refusals = deeds.flatMap((deed) => (deed.does === 'refuse' ? [deed] : []))
    if (refusals.length) return this.#no(task, ...refusals.map(spoken))
    const verdicts = this.options.strict === false ? [] : judge(task)
    const lost = this.#lost(task, '')
    if (verdicts.length || lost.length) return this.#no(task, ...verdicts, ...lost)
    const { distinct } = this.options
    const order = place(task, key, deeds, distinct ? { ...distinct, tint: (this.orders.size * 67) % 360 } : {})
    this.orders.set(uuid, order)
    void made(shapeOf(order))
    const { runMs = 50, spreadMs = 0 } = this.options
    const late = Math.random() * spreadMs
    if (order.sync) void this.finish(uuid)
    // The call comes first: the answer to the order waits until it was delivered, but not for ever.
    else if (deeds.some(({ does }) => does === 'call-early'))
      await Promise.race([this.finish(uuid), this.#pause(1_000)])
    else if (runMs !== 'held')
      for (const at of order.pieces.keys()) this.#later(runMs * (1 + at / 2) + late, () => void this.finish(uuid, 1))
    if (order.sync) return this.#told(order, false)
    return { data: [{ taskType: task.taskType, taskUUID: uuid }], errors: [] }
  }

  /** Media ids in the order that the service no longer has. */
  #lost(value: unknown, at: string): Verdict[] {
    if (typeof value === 'string')
      return this.#forgotten.has(value)
        ? [{ code: 'mediaNotFound', message: `No media with the id ${value}.`, parameter: at }]
        : []
    if (typeof value !== 'object' || value === null) return []
    return Object.entries(value).flatMap(([key, inner]) =>
      this.#lost(inner, Array.isArray(value) ? `${at}[${key}]` : at ? `${at}.${key}` : key),
    )
  }

  #look(task: Bag, key: string): Answer {
    const order = this.orders.get(String(task.taskUUID))
    if (!order || order.key !== key) {
      if (this.options.unknown !== 'not-found') return { data: [], errors: [] }
      return this.#no(task, {
        code: 'taskNotFound',
        message: 'There is no task with this taskUUID.',
        parameter: 'taskUUID',
      })
    }
    order.polls += 1
    return this.#told(order, true)
  }

  #told(order: Placed, status: boolean): Answer {
    const answer: Answer = { data: [], errors: [] }
    const shares = order.deeds.find((deed) => deed.does === 'progress')
    const share =
      shares?.does === 'progress' ? shares.shares[Math.min(order.polls, shares.shares.length) - 1] : undefined
    for (const piece of order.pieces) {
      if (piece.state === 'success') answer.data.push(printed(order, piece, this.origin, status))
      else if (piece.state === 'error') {
        const { code, message, ...outer } = failed(order, piece)
        if (this.options.failuresIn === 'data') answer.data.push({ ...outer, error: { code, message } })
        else answer.errors.push({ ...outer, code, message })
      } else {
        const { taskType } = order.task
        const progress = share === undefined ? {} : { progress: share }
        answer.data.push({ taskType, taskUUID: order.uuid, status: 'processing', ...progress })
      }
    }
    return answer
  }

  #store(task: Bag, key: string): Answer {
    const { taskType, taskUUID, operation, media } = task
    const deeds = this.faults.takeForOrder(task).flatMap((deed) => (deed.does === 'refuse' ? [deed] : []))
    if (deeds.length) return this.#no(task, ...deeds.map(spoken))
    if (typeof media !== 'string' || media === '')
      return this.#no(task, { code: 'missingMedia', message: 'media is missing.', parameter: 'media' })
    if (operation === 'delete') {
      this.#forgotten.add(media)
      return { data: [{ taskType, taskUUID, operation, mediaUUID: media }], errors: [] }
    }
    const content = Buffer.from(media.replace(/^data:[^,]*,/, ''), 'base64')
    const ref = randomUUID()
    this.uploads.push({ ref, bytes: content.length, key, content })
    const word = taskType === 'imageUpload' ? 'image' : 'media'
    const item = { taskType, taskUUID, [`${word}UUID`]: ref, [`${word}URL`]: `${this.origin}/media/${ref}` }
    return { data: [word === 'media' ? { ...item, operation } : item], errors: [] }
  }

  #account(task: Bag): Answer {
    const { taskType, taskUUID, operation } = task
    if (operation !== 'getDetails')
      return this.#no(task, { code: 'invalidOperation', message: 'Unknown operation.', parameter: 'operation' })
    const balance = { amount: this.options.balance ?? 12.5, freeBalance: 0, currency: 'USD' }
    const organization = { organizationName: 'Fake', organizationUUID: '4e1f6e5a-0c7b-4b7e-9a53-6f8c2a3b1d00' }
    return { data: [{ taskType, taskUUID, operation, ...organization, balance, team: [] }], errors: [] }
  }

  #details(task: Bag): Answer {
    const order = this.orders.get(String(task.taskUUID))
    if (!order) return this.#no(task, { code: 'taskNotFound', message: 'There is no task with this taskUUID.' })
    const { data, errors } = this.#told(order, true)
    const response = errors.length ? { errors } : { data }
    return {
      data: [{ taskType: 'getTaskDetails', taskUUID: order.uuid, request: [order.task], response }],
      errors: [],
    }
  }

  #pause(ms: number): Promise<void> {
    return new Promise((on) => this.#later(ms, on))
  }

  #later(ms: number, work: () => void) {
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      work()
    }, ms)
    this.#timers.add(timer)
  }
}

type Refusal = OrderDeed & { does: 'refuse' }
const spoken = ({ code, message, parameter, allowedValues }: Refusal) => ({
  code,
  message,
  ...(parameter === undefined ? {} : { parameter }),
  ...(allowedValues ? { allowedValues } : {}),
})
