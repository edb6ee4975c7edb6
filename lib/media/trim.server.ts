// Cuts a film or sound to a length by copying its packets: nothing is encoded anew, nothing is lost.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import {
  ADTS,
  AdtsOutputFormat,
  Conversion,
  FilePathSource,
  FilePathTarget,
  FLAC,
  FlacOutputFormat,
  Input,
  MATROSKA,
  MkvOutputFormat,
  MovOutputFormat,
  MP3,
  MP4,
  Mp3OutputFormat,
  Mp4OutputFormat,
  OGG,
  OggOutputFormat,
  Output,
  type OutputFormat,
  QTFF,
  WAVE,
  WavOutputFormat,
  WEBM,
  WebMOutputFormat,
} from 'mediabunny'
import { StudioError } from '../errors'
import type { Asset } from './asset'
import { type FormatId, formatOf, formats, stemOf } from './format'
import type { Library } from './library.server'
import { probe } from './probe.server'

// What the library keeps, and no playlists.
const readable = [MP4, QTFF, WEBM, MATROSKA, WAVE, MP3, ADTS, FLAC, OGG]

const writers: { [F in FormatId]?: () => OutputFormat } = {
  mp4: () => new Mp4OutputFormat({ fastStart: 'in-memory' }),
  m4a: () => new Mp4OutputFormat({ fastStart: 'in-memory' }),
  mov: () => new MovOutputFormat({ fastStart: 'in-memory' }),
  mkv: () => new MkvOutputFormat(),
  webm: () => new WebMOutputFormat(),
  weba: () => new WebMOutputFormat(),
  mp3: () => new Mp3OutputFormat(),
  wav: () => new WavOutputFormat(),
  flac: () => new FlacOutputFormat(),
  ogg: () => new OggOutputFormat(),
  aac: () => new AdtsOutputFormat(),
}

/** Seconds; about as long as a frame of film or a packet of sound is. */
const onePacket = 0.045

type Part = { from: number; to: number }

const wrong = (field: keyof Part, message: string) =>
  new StudioError('invalid', message, [{ path: `trim.${field}`, message }])

/** Never longer than asked: packets that would stand over the end are left out. Throws StudioError('invalid'). */
export async function trim(library: Library, file: Asset, part: Part): Promise<Asset> {
  const lasts = file.duration
  if (lasts === undefined) throw wrong('to', `${file.name} has no length that could be cut.`)
  if (part.to > lasts) throw wrong('to', `${file.name} lasts ${lasts} s.`)
  if (part.from >= part.to) throw wrong('from', 'The start must lie before the end.')
  const source = await library.path(file.id)
  const folder = await mkdtemp(path.join(tmpdir(), 'reelboard-trim-'))
  try {
    const made = await cut(source, folder, file, part)
    return await library.keepFile(made, `${stemOf(file.name)} ${part.from}–${part.to} s${path.extname(made)}`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Films keep the frames that others are built from, so the first cut may last a few frames longer than asked. */
async function cut(source: string, folder: string, file: Asset, { from, to }: Part): Promise<string> {
  let end = to
  for (let round = 1; round <= 4 && end > from; round++) {
    const made = path.join(/* turbopackIgnore: true */ folder, `${round}.${endingOf(file)}`)
    await copy(source, made, file, { from, to: end })
    const over = ((await probe(made)).duration ?? 0) - (to - from)
    if (over <= 0.001) return made
    end -= Math.max(over, onePacket)
  }
  throw wrong('to', `${file.name} cannot be cut to ${to - from} s without coding it anew; cut it in an editor.`)
}

const endingOf = (file: Asset) => {
  const format = formatOf(file.mime)
  return format ? formats[format].extension : 'bin'
}

async function copy(source: string, made: string, file: Asset, { from, to }: Part): Promise<void> {
  const format = formatOf(file.mime)
  const writer = format && writers[format]
  if (!writer) throw wrong('to', `${file.name} cannot be cut.`)
  const input = new Input({ formats: readable, source: new FilePathSource(source) })
  try {
    const output = new Output({ format: writer(), target: new FilePathTarget(made) })
    const work = await Conversion.init({ input, output, trim: { start: from, end: to }, showWarnings: false })
    if (!work.isValid)
      throw wrong(
        'from',
        `${file.name} can only be cut at its end, because its sound or picture would have to be coded anew.`,
      )
    await work.execute()
  } finally {
    input.dispose()
  }
}
