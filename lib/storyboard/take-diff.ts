// Two texts word by word: what stands in both, what was taken out, what came in.

export type Bit = { kind: 'same' | 'out' | 'in'; text: string }

/** Words with the gap behind them; Chinese and Japanese, letter by letter. */
const bitsOf = (text: string) =>
  text.match(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]\s*|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+\s*|\s+/gu,
  ) ?? []

/** Joined, `same` and `out` are the first text, `same` and `in` the second, but for gaps at the seams. */
export function difference(before: string, after: string): Bit[] {
  const [a, b] = [bitsOf(before), bitsOf(after)]
  // How long the longest common run of words is, from every pair of places to the ends.
  const common = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  const at = (row: number, column: number) => common[row]?.[column] ?? 0
  const equal = (row: number, column: number) => a[row]?.trimEnd() === b[column]?.trimEnd()
  for (let row = a.length - 1; row >= 0; row--)
    for (let column = b.length - 1; column >= 0; column--) {
      const line = common[row]
      if (line)
        line[column] = equal(row, column)
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1))
    }
  const bits: Bit[] = []
  const put = (kind: Bit['kind'], text = '') => {
    const last = bits.at(-1)
    if (last?.kind === kind) last.text += text
    else if (text) bits.push({ kind, text })
  }
  let [row, column] = [0, 0]
  while (row < a.length || column < b.length) {
    if (row < a.length && column < b.length && equal(row, column)) {
      put('same', b[column])
      row++
      column++
    } else if (column >= b.length || (row < a.length && at(row + 1, column) >= at(row, column + 1)))
      put('out', a[row++])
    else put('in', b[column++])
  }
  return bits
}
