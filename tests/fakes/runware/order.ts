// The orders that the fake has taken: bought once per uuid, finished one result after the other.
import { randomInt, randomUUID } from 'node:crypto'
import type { OrderDeed } from './fault'
import type { Shape } from './film'
import { type Bag, bag } from './verdict'

export type Piece = {
  uuid: string
  seed: number
  state: 'processing' | 'success' | 'error'
  error?: { code: string; message: string }
  doneAt?: number
}

export type Placed = {
  uuid: string
  task: Bag
  key: string
  image: boolean
  sync: boolean
  deeds: OrderDeed[]
  pieces: Piece[]
  polls: number
  acceptedAt: number
  /** What makes its film differ from others of the same shape. */
  look: Pick<Shape, 'tint' | 'share'>
}

export function place(task: Bag, key: string, deeds: OrderDeed[], look: Placed['look'] = {}): Placed {
  const image = task.taskType === 'imageInference'
  return {
    uuid: String(task.taskUUID),
    task,
    key,
    image,
    sync: image && task.deliveryMethod !== 'async',
    deeds,
    pieces: Array.from({ length: Number(task.numberResults ?? 1) }, () => ({
      uuid: randomUUID(),
      seed: randomInt(1, 2 ** 31),
      state: 'processing',
    })),
    polls: 0,
    acceptedAt: Date.now(),
    look,
  }
}

/** Ends one result, well or as the faults say. */
export function end(order: Placed, at: number) {
  const piece = order.pieces[at]
  if (piece?.state !== 'processing') return
  const fails = order.deeds.find((deed) => deed.does === 'fail' && (deed.only === undefined || deed.only === at))
  piece.doneAt = Date.now()
  piece.state = fails ? 'error' : 'success'
  if (fails?.does === 'fail') piece.error = { code: fails.code, message: fails.message }
}

export function shapeOf({ task, image, look }: Placed): Shape {
  const shots = bag(bag(task.providerSettings).klingai).multiPrompt
  const summed = Array.isArray(shots) ? shots.reduce<number>((sum, one) => sum + Number(bag(one).duration), 0) : 5
  return {
    kind: image ? 'image' : 'video',
    width: Number(task.width ?? 1280),
    height: Number(task.height ?? 720),
    seconds: Number(task.duration ?? summed),
    format: String(task.outputFormat ?? (image ? 'JPG' : 'MP4')),
    ...look,
  }
}

/** USD. Not the real list: it only has to be a sum that differs by order. */
const costOf = (order: Placed) => (order.image ? 0.028 : Math.round(shapeOf(order).seconds * 84) / 1000)

/** A finished result as the answer and the webhook print it. */
export function printed(order: Placed, piece: Piece, origin: string, status: boolean): Bag {
  const word = order.image ? 'image' : 'video'
  const extension = shapeOf(order).format.toLowerCase()
  return {
    taskType: order.task.taskType,
    taskUUID: order.uuid,
    ...(status ? { status: 'success' } : {}),
    [`${word}UUID`]: piece.uuid,
    [`${word}URL`]: `${origin}/files/${piece.uuid}.${extension}`,
    seed: piece.seed,
    ...(order.task.includeCost === true ? { cost: costOf(order) } : {}),
  }
}

export function failed(order: Placed, piece: Piece): Bag {
  return {
    ...piece.error,
    taskType: order.task.taskType,
    taskUUID: order.uuid,
    status: 'error',
    documentation: 'https://runware.ai/docs/en/getting-started/errors',
  }
}
