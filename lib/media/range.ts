// What a Range header asks of a file (RFC 9110 §14).

/** A part (both ends included), the whole ('all': none asked, several, or unreadable), or a part that is not there ('none'). */
export function readRange(header: string | null, size: number): { start: number; end: number } | 'all' | 'none' {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '')
  if (!asked || (asked[1] === '' && asked[2] === '')) return 'all'
  const [from, to] = [asked[1] === '' ? undefined : Number(asked[1]), asked[2] === '' ? undefined : Number(asked[2])]
  if (from === undefined) return to ? { start: Math.max(0, size - to), end: size - 1 } : 'none'
  if (to !== undefined && to < from) return 'all'
  return from < size ? { start: from, end: Math.min(to ?? size - 1, size - 1) } : 'none'
}

/** Whether an If-None-Match header names this tag. */
export const matches = (header: string | null, tag: string): boolean =>
  header?.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === tag) ?? false

/** RFC 6266 and 5987: a plain name for old readers, the true one beside it. */
export function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const exact = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`
}
