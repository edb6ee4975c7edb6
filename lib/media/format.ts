// Every format of file that the studio keeps: one table for sniffing, serving, naming and the limits of slots.
import type { AssetKind } from './asset'

export const formats = {
  jpeg: { kind: 'image', mime: 'image/jpeg', extension: 'jpg', label: 'JPEG' },
  png: { kind: 'image', mime: 'image/png', extension: 'png', label: 'PNG' },
  webp: { kind: 'image', mime: 'image/webp', extension: 'webp', label: 'WebP' },
  avif: { kind: 'image', mime: 'image/avif', extension: 'avif', label: 'AVIF' },
  gif: { kind: 'image', mime: 'image/gif', extension: 'gif', label: 'GIF' },
  heic: { kind: 'image', mime: 'image/heic', extension: 'heic', label: 'HEIC' },
  mp4: { kind: 'video', mime: 'video/mp4', extension: 'mp4', label: 'MP4' },
  mov: { kind: 'video', mime: 'video/quicktime', extension: 'mov', label: 'MOV' },
  webm: { kind: 'video', mime: 'video/webm', extension: 'webm', label: 'WebM' },
  mkv: { kind: 'video', mime: 'video/x-matroska', extension: 'mkv', label: 'MKV' },
  mp3: { kind: 'audio', mime: 'audio/mpeg', extension: 'mp3', label: 'MP3' },
  m4a: { kind: 'audio', mime: 'audio/mp4', extension: 'm4a', label: 'M4A' },
  wav: { kind: 'audio', mime: 'audio/wav', extension: 'wav', label: 'WAV' },
  aac: { kind: 'audio', mime: 'audio/aac', extension: 'aac', label: 'AAC' },
  flac: { kind: 'audio', mime: 'audio/flac', extension: 'flac', label: 'FLAC' },
  ogg: { kind: 'audio', mime: 'audio/ogg', extension: 'ogg', label: 'Ogg' },
  weba: { kind: 'audio', mime: 'audio/webm', extension: 'weba', label: 'WebM' },
} as const satisfies Record<string, { kind: AssetKind; mime: string; extension: string; label: string }>

export type FormatId = keyof typeof formats

const byMime = new Map<string, FormatId>(
  Object.entries(formats).map(([id, { mime }]) => [mime, id as FormatId] as const),
)

/** Other words for the same, as browsers guess them from a name. */
const aliases: Readonly<Record<string, FormatId>> = {
  'image/jpg': 'jpeg',
  'image/heif': 'heic',
  'video/x-m4v': 'mp4',
  'video/matroska': 'mkv',
  'audio/mp3': 'mp3',
  'audio/m4a': 'm4a',
  'audio/x-m4a': 'm4a',
  'audio/wave': 'wav',
  'audio/x-wav': 'wav',
  'audio/vnd.wave': 'wav',
  'audio/x-aac': 'aac',
  'audio/x-flac': 'flac',
  'video/ogg': 'ogg',
}

export const formatOf = (mime: string): FormatId | undefined => byMime.get(mime) ?? aliases[mime]

const endings = new RegExp(
  `\\.(${[...Object.values(formats).map(({ extension }) => extension), 'jpeg', 'm4v', 'heif', 'oga'].join('|')})$`,
  'i',
)

/** A file's name without the ending that says its kind. */
export const stemOf = (name: string): string => name.replace(endings, '')

/** The name under which a file is saved: its own, with the ending that its content really has, and one dot before it. */
export function fileName(file: { name: string; mime: string }): string {
  const id = formatOf(file.mime)
  const ending = id ? `.${formats[id].extension}` : ''
  const same = ending === '' || file.name.toLowerCase().endsWith(ending) || /\.jpeg$/i.test(file.name)
  const name = same ? file.name : `${stemOf(file.name)}${ending}`
  return name.replace(/(?<=[^.])\.{2,}(?=\w+$)/, '.')
}
