// JSON of providers whose ids have more digits than a number can hold.
import { parse } from 'lossless-json'

/** JSON with every number as it was meant: an integer that a number cannot hold stays text. */
export function exactly(text: string): unknown {
  return parse(text, undefined, (digits) => {
    const value = Number(digits)
    return /^-?\d+$/.test(digits) && !Number.isSafeInteger(value) ? digits : value
  })
}
