// Native extras: a bag inside a bag, which gateways want as text in text, as text, or as an object.
import { isSafeNumber, parse } from 'lossless-json'
import type { Gateway } from '../../env.gateway.server'
import { type Bag, isBag } from '../wire'

const inner = 'AdditionalParameters'

/** `packing` is how it was written; undefined where it is none of the three. */
export type Unpacked = { bag: Bag; packing: Gateway['extInfo'] | undefined; notes: string[] }

/** The extras with what is inside `AdditionalParameters` as an object, whatever it was packed in; a sentence when it cannot be read. */
export function unpack(value: unknown): Unpacked | string {
  const notes: string[] = []
  const outer = typeof value === 'string' ? read(value, notes) : value
  if (!isBag(outer)) return 'Native extras are needed as JSON text of an object, or as an object.'
  const text = typeof value === 'string'
  if (!Object.hasOwn(outer, inner)) return { bag: { [inner]: outer }, packing: text ? 'string' : 'object', notes }
  const { [inner]: packed, ...beside } = outer
  const own = typeof packed === 'string' ? read(packed, notes) : packed
  if (!isBag(own)) return `${inner} must be JSON text of an object.`
  const twice = Object.keys(beside).find((key) => Object.hasOwn(own, key))
  if (twice !== undefined) return `${twice} stands both inside ${inner} and beside it; say it once.`
  const packing = text && typeof packed === 'string' ? 'double-string' : undefined
  return { bag: { ...beside, [inner]: own }, packing, notes }
}

/** The other way: nothing is sent where nothing is said. */
export function pack(bag: unknown, packing: Gateway['extInfo']): unknown {
  if (!isBag(bag)) return undefined
  const { [inner]: found, ...beside } = bag
  const own = isBag(found) ? found : {}
  const flat = { ...beside, ...own }
  if (Object.keys(flat).length === 0) return undefined
  if (packing === 'object') return flat
  if (packing === 'string') return JSON.stringify(flat)
  return JSON.stringify(Object.keys(own).length ? { ...beside, [inner]: JSON.stringify(own) } : beside)
}

/** Ids may exceed what a number holds; then their digits are kept as text. */
function read(text: string, notes: string[]): unknown {
  try {
    return parse(text, undefined, (digits) => {
      if (isSafeNumber(digits)) return Number(digits)
      notes.push(`The id ${digits} is sent as text: as a number it would lose digits.`)
      return digits
    })
  } catch {
    return undefined
  }
}
