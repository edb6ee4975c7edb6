// Our words ↔ the body of POST /v1/videos, as one gateway wants it.
import { isDeepStrictEqual } from 'node:util'
import type { Gateway } from '../../env.gateway.server'
import { numbered } from '../../models/handles'
import { shotSeconds } from '../../models/shot'
import type { Order } from '../provider'
import { type Bag, get, inward, type Media, merge, put, without, write } from '../wire'
import { cellsOf, keysOf, sceneOf } from './cells'
import { pack, unpack } from './extra'
import { besideFields } from './native'

const packed = ['metadata', 'ext_info']

/** The body exactly as it is sent. `media` says the public address of a file of ours. */
export function body(order: Pick<Order, 'row' | 'workflow' | 'input'>, gateway: Gateway, media: Media): Bag {
  const { row, workflow, input } = order
  const scene = sceneOf(workflow)
  const said = write(cellsOf(workflow, gateway), numbered(workflow, input), media)
  const total = shotSeconds(input)
  const timed = total === undefined || input.duration !== undefined ? said : put(said, ['seconds'], String(total))
  const staged = scene === undefined ? timed : put(timed, ['metadata', 'scene_type'], scene)
  // An imported billing name stands in place of the row's own.
  const { model = row.model, ...beside } = input.extra ?? {}
  const text = get(beside, packed)
  const told = typeof text === 'string' ? unpack(text) : undefined
  const written = typeof told === 'object' ? told.bag : undefined
  const own = keysOf(workflow)
  const carried = written
    ? put(
        beside,
        packed,
        besideFields(written, (key) => own.has(key)),
      )
    : beside
  const whole = merge({ model, ...staged }, carried) as Bag
  const placed = gateway.firstFrame === 'file_infos' ? asFile(whole, order) : whole
  // A text that says all of it goes out as it was written.
  if (written && isDeepStrictEqual(get(placed, packed), written)) return put(placed, packed, text)
  const extras = pack(get(placed, packed), gateway.extInfo)
  return extras === undefined ? without(placed, packed) : put(placed, packed, extras)
}

/** A first frame as a typed file that says so, for gateways that take a plain image for a reference. */
function asFile(whole: Bag, { workflow, input }: Pick<Order, 'workflow' | 'input'>): Bag {
  const { image, ...others } = whole
  const typed = ['file_infos', 'scene_type'].some((key) => get(whole, ['metadata', key]) !== undefined)
  if (workflow.id !== 'image-to-video' || !input.firstFrame || typed) return whole
  const ref = 'ref' in input.firstFrame
  const item = { type: ref ? 'File' : 'Url', category: 'Image', [ref ? 'file_id' : 'url']: image, usage: 'FirstFrame' }
  return put(others, ['metadata', 'file_infos'], [item])
}

/** The field that a gateway's error names → our dotted path; undefined when it is none of our words. */
export function fieldPath({ workflow }: Pick<Order, 'workflow'>, gateway: Gateway, param: string): string | undefined {
  return inward(cellsOf(workflow, gateway), param)
}
