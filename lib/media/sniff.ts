// What kind of picture the first bytes say a file is. Names and declared types are never believed.

export type StillFormat = 'jpeg' | 'png' | 'webp' | 'avif' | 'gif' | 'heic'

const text = (bytes: Uint8Array, from: number, to: number) =>
  String.fromCharCode(...bytes.subarray(from, Math.min(to, bytes.length)))

const starts = (bytes: Uint8Array, ...signature: number[]) => signature.every((byte, at) => bytes[at] === byte)

/** @param head the first 64 bytes or more. */
export function sniffStill(head: Uint8Array): StillFormat | undefined {
  if (starts(head, 0xff, 0xd8, 0xff)) return 'jpeg'
  if (starts(head, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png'
  if (/^GIF8[79]a/.test(text(head, 0, 6))) return 'gif'
  if (text(head, 0, 4) === 'RIFF' && text(head, 8, 12) === 'WEBP') return 'webp'
  if (text(head, 4, 8) !== 'ftyp') return
  const brands: string[] = text(head, 8, 64).match(/.{4}/gs) ?? []
  if (brands[0] === 'avif' || brands[0] === 'avis') return 'avif'
  if (/^(hei[csmx]|hev[cxms])$/.test(brands[0] ?? '')) return 'heic'
  if (brands[0] === 'mif1' || brands[0] === 'msf1') return brands.includes('avif') ? 'avif' : 'heic'
}
