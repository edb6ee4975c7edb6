// Recognises, measures and reads to their end films and sounds, one after the other, never decoding them. A thread of its own, because a broken
// index can keep a reader busy for ever. Answers each path with { facts } or { refusal: 'unknown' | 'cut off' | 'nothing' | 'codec', said }.
import { createRequire } from 'node:module'
import { parentPort } from 'node:worker_threads'

// Its one file is read twice as fast as its hundred modules.
const { ADTS, EncodedPacketSink, FilePathSource, FLAC, Input, MATROSKA, MP3, MP4, OGG, QTFF, WAVE, WEBM } =
  createRequire(import.meta.url)('mediabunny')

// HLS is left out on purpose: a playlist names further files and addresses to read.
const containers = new Map([
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

class Refusal extends Error {
  constructor(refusal, said = '') {
    super(said)
    this.refusal = refusal
  }
}

const thousandth = (value) => Math.round(value * 1000) / 1000

/** How long a track plays, proved by reading its last packet: a cut-off file declares more than it holds. */
async function lasting(track) {
  const last = await new EncodedPacketSink(track).getPacket(Number.POSITIVE_INFINITY)
  if (!last) throw new Refusal('cut off')
  const end = await track.computeDuration()
  const declared = (await track.getDurationFromMetadata()) ?? end
  if (declared > end * 1.05 + 0.5) throw new Refusal('cut off')
  const seconds = end - Math.max(0, await track.getFirstTimestamp())
  if (!(seconds > 0 && seconds < Number.POSITIVE_INFINITY)) throw new Refusal('nothing')
  return seconds
}

async function codecOf(track) {
  const known = await track.getCodecParameterString()
  if (known) return known
  throw new Refusal('codec', String(await track.getInternalCodecId()))
}

async function seen(track) {
  const [width, height] = [await track.getDisplayWidth(), await track.getDisplayHeight()]
  if (width < 1 || height < 1) throw new Refusal('nothing')
  const { underlyingFrameRate, averageFrameRate } = await track.computeFrameRateMetrics()
  const fps = underlyingFrameRate ?? averageFrameRate
  return { width, height, ...(Number.isFinite(fps) && fps > 0 ? { fps: thousandth(fps) } : {}) }
}

async function read(path) {
  const input = new Input({ formats: [...containers.keys()], source: new FilePathSource(path) })
  try {
    return await measured(input)
  } finally {
    // The thread may end before its rubbish is collected, and a file left open then is complained of.
    input.dispose()
  }
}

async function measured(input) {
  // A file of a few bytes makes some of the recognisers stumble.
  if (!(await input.canRead().catch(() => false))) throw new Refusal('unknown')
  const container = containers.get(await input.getFormat())
  const video = await input.getPrimaryVideoTrack()
  const audio = await input.getPrimaryAudioTrack()
  const main = video ?? audio
  if (!main) throw new Refusal('cut off')
  const format = video ? container.video : container.audio
  if (!format) throw new Refusal('unknown')
  const seconds = await lasting(main)
  if (video && audio) await lasting(audio)
  const codecs = []
  for (const track of [video, audio]) if (track) codecs.push(await codecOf(track))
  return { format, duration: thousandth(seconds), codec: codecs.join(', '), ...(video ? await seen(video) : {}) }
}

parentPort.on('message', (path) =>
  read(path).then(
    (facts) => parentPort.postMessage({ facts }),
    (error) => parentPort.postMessage({ refusal: error.refusal ?? 'cut off', said: error.message }),
  ),
)
