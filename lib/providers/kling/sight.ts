// What Kling says of a task, in either of its two generations and as loosely as it says it.
import { z } from 'zod'
import type { Progress, Result } from '../provider'

/** Ids come as text or as numbers; an empty text is nothing. */
const id = z.union([z.string(), z.number()]).transform(String).pipe(z.string().min(1))
const text = z.string().min(1).optional().catch(undefined)
const amount = z.coerce.number().finite().nonnegative().optional().catch(undefined)
const bags = z.array(z.looseObject({})).optional().catch(undefined)

const own = z.looseObject({ external_task_id: text }).optional().catch(undefined)
const legacy = z.looseObject({
  task_id: id,
  task_status: z.string(),
  task_status_msg: text,
  task_info: own,
  task_result: z.looseObject({}).optional().catch(undefined),
  final_unit_deduction: z.union([z.string(), z.number()]).optional().catch(undefined),
  final_balance_deduction: z.looseObject({ quota: amount, currency: text }).optional().catch(undefined),
  created_at: z.unknown().optional(),
})
const newer = z.looseObject({
  id,
  status: z.string(),
  message: text,
  external_id: text,
  outputs: bags,
  billing: bags,
  create_time: z.unknown().optional(),
})

export type Sight = {
  id: string
  /** Our name of it, where Kling repeats it. */
  name?: string
  status: string
  message?: string
  /** Milliseconds since 1970, Kling's clock. */
  createdAt?: number
  results: Result[]
  cost?: NonNullable<Progress['cost']>
}

/** undefined: it speaks of no task. */
export function taskOf(data: unknown): Sight | undefined {
  const old = legacy.safeParse(data)
  if (old.success) {
    const { task_id, task_status, task_status_msg, task_info, task_result, ...one } = old.data
    return sight(task_id, task_status, task_info?.external_task_id, task_status_msg, {
      createdAt: moment(one.created_at),
      results: resultsIn(task_result),
      cost: deducted(one.final_unit_deduction),
    })
  }
  const young = newer.safeParse(data)
  if (!young.success) return
  const { id: own, status, external_id, message, outputs = [], billing = [], create_time } = young.data
  return sight(own, status, external_id, message, {
    createdAt: moment(create_time),
    results: outputs.flatMap((one, at) => marked(one, at, outputs.length)),
    cost: billed(billing),
  })
}

type Rest = { createdAt: number | undefined; results: Result[]; cost: Sight['cost'] }

function sight(own: string, status: string, name: string | undefined, message: string | undefined, rest: Rest): Sight {
  const { createdAt, results, cost } = rest
  return {
    id: own,
    status: status.trim().toLowerCase(),
    results,
    ...(name === undefined ? {} : { name }),
    ...(message === undefined ? {} : { message }),
    ...(createdAt === undefined ? {} : { createdAt }),
    ...(cost ? { cost } : {}),
  }
}

/** Seconds or milliseconds since 1970, as number or text: the vendor’s own pages show both. */
export function moment(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  if (typeof number !== 'number' || !Number.isFinite(number) || number <= 0) return
  return number < 1e11 ? number * 1000 : number
}

/** Units as text; an empty one says nothing. */
function deducted(value: string | number | undefined): Sight['cost'] {
  if (value === undefined || value === '') return
  const units = Number(value)
  return Number.isFinite(units) && units >= 0 ? { amount: units, currency: 'units' } : undefined
}

/** Only one kind of money can be told; where both were taken, the units are, for they are what packs count in. */
function billed(lines: readonly Record<string, unknown>[]): Sight['cost'] {
  const sums = new Map<string, number>()
  for (const { charge_type, currency, amount: said } of lines) {
    const value = Number(said)
    if (said === '' || said === null || said === undefined || !Number.isFinite(value)) continue
    const word = charge_type === 'cash' && typeof currency === 'string' && currency ? currency : 'units'
    sums.set(word, (sums.get(word) ?? 0) + value)
  }
  const [first] = [...sums].sort(([a], [b]) => Number(b === 'units') - Number(a === 'units'))
  return first && { amount: Math.round(first[1] * 1e6) / 1e6, currency: first[0] }
}

const lists = ['videos', 'images', 'series_images', 'audios', 'voices', 'elements', 'face_data'] as const

/** Every file that an answer names, each under a key that stays the same from one look to the next. */
export function resultsIn(answer: unknown): Result[] {
  const bag = z.looseObject({}).safeParse(answer)
  if (!bag.success) return []
  if (bag.data.task_result !== undefined) return resultsIn(bag.data.task_result)
  return lists.flatMap((list) => {
    const all = bags.parse(bag.data[list]) ?? []
    // A plain film or picture is known by its place alone; what stands beside it says what it is.
    const prefix = list === 'videos' || list === 'images' ? '' : `${list} `
    return all.flatMap((one, at) => marked(one, at, all.length, prefix))
  })
}

/** The words of the pages for an address, and what is said of it in its key. */
const addresses: readonly (readonly [field: string, said: string])[] = [
  ['url', ''],
  ['url_1', ' a'],
  ['url_2', ' b'],
  ['url_3', ' c'],
  ['url_mp3', ' mp3'],
  ['url_wav', ' wav'],
  ['mp3_url', ' mp3'],
  ['wav_url', ' wav'],
  ['watermark_url', ' watermark'],
  ['trial_url', ''],
  ['face_image', ''],
]

function marked(one: Record<string, unknown>, place: number, many: number, prefix = ''): Result[] {
  const at = typeof one.index === 'number' ? one.index : place
  const name = typeof one.type === 'string' ? ` ${one.type}` : ''
  const ref = id.safeParse(one.id)
  return addresses.flatMap(([field, said]): Result[] => {
    const url = one[field]
    if (typeof url !== 'string' || !/^https?:/i.test(url)) return []
    const key = `${prefix}${at}${name}${said}`
    return [{ key, url, ...(ref.success && said === '' && many > 0 ? { ref: ref.data } : {}) }]
  })
}
