// Films and sounds on the server: recognised, measured and read to their end, never decoded.
import {
  ADTS,
  EncodedPacketSink,
  FilePathSource,
  FLAC,
  Input,
  type InputTrack,
  type InputVideoTrack,
  MATROSKA,
  MP3,
  MP4,
  OGG,
  QTFF,
  WAVE,
  WEBM,
} from 'mediabunny'
import { StudioError } from '../errors'
import { type FormatId, formats } from './format'

// HLS is left out on purpose: a playlist names further files and addresses to read.
export const readable = [MP4, QTFF, WEBM, MATROSKA, WAVE, MP3, ADTS, FLAC, OGG]

const containers = new Map<unknown, { video?: FormatId; audio: FormatId }>([
  [MP4, { video: 'mp4', audio: 'm4a' }],
  [QTFF, { video: 'mov', audio: 'm4a' }],
  [WEBM, { video: 'webm', audio: 'weba' }],
  [MATROSKA, { video: 'mkv', audio: 'weba' }],
  [WAVE, { audio: 'wav' }],
  [MP3, { audio: 'mp3' }],
  [ADTS, { audio: 'aac' }],
  [FLAC, { audio: 'flac' }],
  [OGG, { audio: 'ogg' }],
])

const thousandth = (value: number) => Math.round(value * 1000) / 1000

const cutOff = (cause?: unknown) =>
  new StudioError('broken', 'The file ends before its content does; save or send it again.', undefined, { cause })

/** Seconds, pixels as seen, frames per second, codecs. Throws StudioError('unknown-kind' | 'broken'). */
export async function readFilm(path: string) {
  const input = new Input({ formats: readable, source: new FilePathSource(path) })
  try {
    // A file of a few bytes makes some of the recognisers stumble.
    if (!(await input.canRead().catch(() => false))) throw unknown()
    const container = containers.get(await input.getFormat())
    const video = await input.getPrimaryVideoTrack()
    const audio = await input.getPrimaryAudioTrack()
    const main = video ?? audio
    if (!main || !container) throw cutOff()
    const seconds = await lasting(main)
    if (video && audio) await lasting(audio)
    const format = video ? container.video : container.audio
    if (!format) throw unknown()
    const { kind, mime } = formats[format]
    const codec = [video, audio].filter((track) => track !== null).map(codecOf)
    return {
      kind,
      mime,
      duration: thousandth(seconds),
      codec: (await Promise.all(codec)).join(', '),
      ...(video ? await seen(video) : {}),
    }
  } catch (cause) {
    throw cause instanceof StudioError ? cause : cutOff(cause)
  } finally {
    input.dispose()
  }
}

const unknown = () =>
  new StudioError(
    'unknown-kind',
    `The studio reads ${[...new Set(Object.values(formats).map(({ label }) => label))].join(', ')}.`,
  )

/** How long a track plays, proved by reading its last packet: a cut-off file declares more than it holds. */
async function lasting(track: InputTrack): Promise<number> {
  const last = await new EncodedPacketSink(track).getPacket(Number.POSITIVE_INFINITY)
  if (!last) throw cutOff()
  const end = await track.computeDuration()
  const declared = (await track.getDurationFromMetadata()) ?? end
  if (declared > end * 1.05 + 0.5) throw cutOff()
  const seconds = end - Math.max(0, await track.getFirstTimestamp())
  if (!(seconds > 0)) throw new StudioError('broken', 'The file holds nothing to play.')
  return seconds
}

async function codecOf(track: InputTrack): Promise<string> {
  const known = await track.getCodecParameterString()
  if (known) return known
  throw new StudioError(
    'unknown-kind',
    `It is coded as “${String(await track.getInternalCodecId())}”, which the studio cannot read; H.264 with AAC always works.`,
  )
}

async function seen(track: InputVideoTrack) {
  const [width, height] = [await track.getDisplayWidth(), await track.getDisplayHeight()]
  if (width < 1 || height < 1) throw new StudioError('broken', 'The film has no picture size.')
  const { underlyingFrameRate, averageFrameRate } = await track.computeFrameRateMetrics()
  const fps = underlyingFrameRate ?? averageFrameRate
  return { width, height, ...(Number.isFinite(fps) && fps > 0 ? { fps: thousandth(fps) } : {}) }
}
