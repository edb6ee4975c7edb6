// JSON whose whole numbers may be longer than a number can hold: ids of eighteen digits, as providers print them bare.

const token = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g
const whole = /^-?\d+$/
/** Nothing shorter can be beyond what is kept exactly. */
const long = /[[{:,\s]-?\d{16}/

/** As JSON.parse, but a whole number beyond 2^53 becomes the text of its digits, so that none is lost. */
export function parseExact(text: string): unknown {
  if (!long.test(text)) return JSON.parse(text)
  const quoted = text.replace(token, (part) =>
    whole.test(part) && !Number.isSafeInteger(Number(part)) ? `"${part}"` : part,
  )
  // What is wrong with a text is told of the text as it came.
  try {
    return JSON.parse(quoted)
  } catch {
    return JSON.parse(text)
  }
}
