// Films put one after the other by copying their packets: nothing is coded anew, nothing is lost. `judge` says what is in
// the way. Runs come from `runsOf`; the end of one may lie up to a few frames before its film's end.
import { stat } from 'node:fs/promises'
import {
  EncodedAudioPacketSource,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  FilePathSource,
  FilePathTarget,
  Input,
  MP4,
  Mp4OutputFormat,
  Output,
  QTFF,
} from 'mediabunny'
import { inBand } from './parameter-set.mjs'

/** Frames beyond the wanted end that are shown so briefly that nobody sees them; providers add one or two. */
const surplus = 3

/** Bytes of footage up to which a film is put together in memory, so that its head comes first; a larger one ends with it. */
const small = 256 * 2 ** 20

const bytesOf = (part) =>
  part ? Buffer.from(part.buffer ?? part, part.byteOffset ?? 0, part.byteLength) : Buffer.alloc(0)

async function openRun({ film, from, start: begins, end: ends, lasts }) {
  const to = from + ends - begins
  const input = new Input({ formats: [MP4, QTFF], source: new FilePathSource(film) })
  const readable = await input.canRead().catch(() => false)
  const video = readable ? await input.getPrimaryVideoTrack() : null
  if (!video) return { input }
  const audio = await input.getPrimaryAudioTrack()
  const sink = new EncodedPacketSink(video)
  const start = Math.max(0, await video.getFirstTimestamp())
  const { underlyingFrameRate, averageFrameRate } = await video.computeFrameRateMetrics()
  const config = await video.getDecoderConfig()
  return {
    ...{ input, from, to, lasts, video, audio, sink, start, config },
    fps: underlyingFrameRate ?? averageFrameRate ?? 24,
    end: (await video.computeDuration()) - start,
    codec: await video.getCodec(),
    width: await video.getDisplayWidth(),
    height: await video.getDisplayHeight(),
    rotation: await video.getRotation(),
    description: bytesOf(config?.description),
    sound: audio && (await audio.getDecoderConfig()),
    soundCodec: audio && (await audio.getCodec()),
  }
}

/** The key packet that is shown at this second of the film, if there is one. */
async function keyAt({ sink, start, fps }, second) {
  const key = await sink.getKeyPacket(start + second + 0.5 / fps, { verifyKeyPackets: true })
  return key && Math.abs(key.timestamp - start - second) < 0.5 / fps ? key : undefined
}

/** Packets of the run in the order of decoding; nothing where it cannot be cut without coding anew. `bare`: without their bytes. */
async function packetsOf(run, bare = false) {
  const options = { metadataOnly: bare }
  const { sink, start, fps, from, to, end } = run
  const first = await keyAt(run, from)
  if (!first) return
  const whole = to > end - (surplus + 0.5) / fps
  const stop = whole ? undefined : await keyAt(run, to)
  if (!whole && !stop) return
  const packets = []
  for await (const packet of sink.packets(first, undefined, options)) {
    if (stop && packet.sequenceNumber >= stop.sequenceNumber) break
    // Shown before the run begins, or after the next run of frames has: they belong to both sides of the cut.
    if (packet.timestamp < first.timestamp || (stop && packet.timestamp >= stop.timestamp)) return
    packets.push(packet)
  }
  if (stop)
    for await (const packet of sink.packets(stop, undefined, { metadataOnly: true })) {
      if (packet.timestamp < stop.timestamp) return
      if (packet.sequenceNumber > stop.sequenceNumber && packet.type === 'key') break
    }
  return { packets, origin: start + from }
}

const same = (a, b) => a.length === b.length && a.equals(b)

/** Why these runs of films cannot be joined as they are: `{ at, code, is, others }`, `at` the run. Nothing: they can. */
export async function judge(list) {
  const runs = await Promise.all(list.map(openRun))
  try {
    const found = []
    const [head] = runs
    for (const [at, run] of runs.entries()) {
      const say = (code, is = '', others = '') => found.push({ at, code, is, others })
      if (!run.video || !run.config) say('format')
      else if (!head?.video || !head.config) continue
      else if (run.width !== head.width || run.height !== head.height || run.rotation !== head.rotation)
        say('size', `${run.width}×${run.height}`, `${head.width}×${head.height}`)
      else if (run.codec !== head.codec || run.config.codec !== head.config.codec)
        say('codec', run.config.codec, head.config.codec)
      else if (Math.abs(run.fps - head.fps) > 0.01) say('fps', rounded(run.fps), rounded(head.fps))
      else if (!same(run.description, head.description) && run.codec !== 'avc') say('codec')
      else if (!run.sound !== !head.sound) say(run.sound ? 'sound' : 'silent')
      else if (run.sound && head.sound && !sameSound(run, head)) say('sound-codec')
      else if (tooShort(run)) say('short', rounded(Math.min(run.lasts, run.end - run.from)), rounded(run.to - run.from))
      else if (!(await packetsOf(run, true))) say('inside')
    }
    return found
  } finally {
    for (const { input } of runs) input.dispose()
  }
}

const tooShort = ({ from, to, lasts, end, fps }) => to > end + 0.5 / fps || lasts < to - from - 0.5 / fps

const rounded = (value) => String(Math.round(value * 1000) / 1000)

const sameSound = (run, head) =>
  run.soundCodec === head.soundCodec &&
  run.sound.sampleRate === head.sound.sampleRate &&
  run.sound.numberOfChannels === head.sound.numberOfChannels &&
  same(bytesOf(run.sound.description), bytesOf(head.sound.description))

/** Writes runs that `judge` found nothing against. @param told is called with the share that is done. @param most bytes held in memory. */
export async function join(list, film, told, most = small) {
  const runs = await Promise.all(list.map(openRun))
  const [head] = runs
  const total = list.at(-1).end
  const sizes = await Promise.all([...new Set(list.map((run) => run.film))].map(async (one) => (await stat(one)).size))
  const inMemory = sizes.reduce((sum, size) => sum + size, 0) <= most
  const format = new Mp4OutputFormat({ fastStart: inMemory && 'in-memory' })
  const output = new Output({ format, target: new FilePathTarget(film) })
  const picture = new EncodedVideoPacketSource(head.codec)
  output.addVideoTrack(picture, { rotation: head.rotation })
  const sound = head.audio ? new EncodedAudioPacketSource(head.soundCodec) : undefined
  if (sound) output.addAudioTrack(sound)
  await output.start()
  const differ = runs.some(({ description }) => !same(description, head.description))
  let at = 0
  for (const run of runs) {
    const found = await packetsOf(run)
    if (!found) throw new Error('A film changed while it was joined.')
    // Once one differs all repeat theirs: the head's would not come back by themselves.
    const own = differ ? inBand(run.description) : (data) => data
    const length = run.to - run.from
    const times = timesOf(found, length, run.fps)
    for (const [place, packet] of found.packets.entries()) {
      const data = packet.type === 'key' ? own(packet.data) : packet.data
      const moved = packet.clone({ data, timestamp: at + times[place].at, duration: times[place].lasts })
      await picture.add(moved, { decoderConfig: head.config })
    }
    if (sound) await soundOf(run, at, length, sound, head)
    at += length
    told(at / total)
  }
  picture.close()
  sound?.close()
  await output.finalize()
  for (const { input } of runs) input.dispose()
}

/** Seconds from the start of the run. What would stand over the end is pressed into the last frame's time. */
function timesOf({ packets, origin }, length, fps) {
  const shown = packets.map(({ timestamp }) => timestamp - origin).sort((a, b) => a - b)
  const inside = shown.filter((time) => time < length - 0.5 / fps)
  const last = inside.at(-1) ?? 0
  const over = shown.length - inside.length
  const placed = new Map(
    shown.map((time, place) => {
      const beyond = place - inside.length + 1
      return [time, beyond > 0 ? last + ((length - last) * beyond) / (over + 1) : Math.max(0, time)]
    }),
  )
  const ordered = [...placed.values(), length].sort((a, b) => a - b)
  return packets.map(({ timestamp }) => {
    const at = placed.get(timestamp - origin)
    return { at, lasts: (ordered.find((time) => time > at + 1e-9) ?? length) - at }
  })
}

async function soundOf({ audio, start, from }, at, length, sound, head) {
  const sink = new EncodedPacketSink(audio)
  const origin = start + from
  const first = (await sink.getPacket(origin)) ?? (await sink.getFirstPacket())
  for await (const packet of sink.packets(first ?? undefined)) {
    const time = packet.timestamp - origin
    // A packet that begins before the cut would be heard under the shot before.
    if (time < -packet.duration / 2) continue
    if (time >= length - packet.duration / 2) break
    await sound.add(packet.clone({ timestamp: Math.max(at, at + time) }), { decoderConfig: head.sound })
  }
}
