// Draws one frame of a film as it is seen, without loss. The film is a stranger's, so it is decoded by a WebAssembly
// build, which reaches nothing but its own memory, in a thread of its own that can be ended. Only the packets that the
// frame is built from are given to it. Asked { path, at }: seconds, or absent for the last frame. Answers
// { png, second } or { refusal: 'none' | 'codec' | 'broken', said }.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import {
  BufferTarget,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  FilePathSource,
  Input,
  MATROSKA,
  MkvOutputFormat,
  MP4,
  Output,
  QTFF,
  WEBM,
} from 'mediabunny'
import { matrixOf } from './colour.mjs'

class Refusal extends Error {
  constructor(refusal, said = '') {
    super(said)
    this.refusal = refusal
  }
}

/** Those that a frame is built from, those of the same run after it, and its place among them as they are shown. */
async function packetsOf(sink, track, at) {
  const last = await lastShown(sink)
  const wanted = at === undefined ? last : await sink.getPacket(at + Math.max(0, await track.getFirstTimestamp()))
  if (!last || !wanted) throw new Refusal('none')
  const key = wanted.type === 'key' ? wanted : await sink.getKeyPacket(wanted.timestamp, { verifyKeyPackets: true })
  if (!key) throw new Refusal('broken', 'no key frame')
  const packets = []
  for await (const packet of sink.packets(key)) {
    // A later run begins: nothing of it is shown before the frame.
    if (packet.type === 'key' && packet.timestamp > wanted.timestamp) break
    packets.push(packet)
  }
  const place = packets.filter(({ timestamp }) => timestamp >= key.timestamp && timestamp < wanted.timestamp).length
  // Those shown before the key frame need the run before it; without them the count begins at the key frame.
  return { packets: packets.filter(({ timestamp }) => timestamp >= key.timestamp), place, second: wanted.timestamp }
}

async function lastShown(sink) {
  return sink.getPacket(Number.POSITIVE_INFINITY)
}

async function clipOf(track, packets) {
  const config = await track.getDecoderConfig()
  const codec = await track.getCodec()
  if (!config || !codec) throw new Refusal('codec', String(await track.getInternalCodecId()))
  const target = new BufferTarget()
  const output = new Output({ format: new MkvOutputFormat(), target })
  const source = new EncodedVideoPacketSource(codec)
  output.addVideoTrack(source, { rotation: await track.getRotation() })
  await output.start()
  const [first] = packets
  for (const packet of packets)
    await source.add(packet.clone({ timestamp: packet.timestamp - first.timestamp }), { decoderConfig: config })
  await output.finalize()
  return new Uint8Array(target.buffer)
}

async function draw(clip, place, { matrix, full, width, height }) {
  const require = createRequire(import.meta.url)
  globalThis.self = globalThis
  globalThis.location = { href: '' }
  const core = await require('@ffmpeg/core')({ wasmBinary: await readFile(require.resolve('@ffmpeg/core/wasm')) })
  const said = []
  core.setLogger(({ message }) => said.push(message))
  core.FS.writeFile('clip.mkv', clip)
  const range = full ? 'pc' : 'tv'
  const flags = 'bicubic+accurate_rnd+full_chroma_int+full_chroma_inp'
  const scale = `scale=${width}:${height}:in_color_matrix=${matrix}:in_range=${range}:out_range=pc:flags=${flags}`
  const filter = `select=eq(n\\,${place}),${scale},format=rgb24`
  core.exec('-loglevel', 'error', '-i', 'clip.mkv', '-vf', filter, '-frames:v', '1', '-update', '1', 'frame.png')
  if (!core.FS.analyzePath('frame.png').exists) throw new Refusal('broken', said.join(' ').slice(0, 300))
  return core.FS.readFile('frame.png')
}

async function read({ path, at }) {
  const input = new Input({ formats: [MP4, QTFF, WEBM, MATROSKA], source: new FilePathSource(path) })
  const track = await input.getPrimaryVideoTrack()
  if (!track) throw new Refusal('none')
  const { packets, place, second } = await packetsOf(new EncodedPacketSink(track), track, at)
  const { fullRange } = await track.getColorSpace()
  const look = {
    matrix: await matrixOf(track),
    full: fullRange === true,
    width: await track.getDisplayWidth(),
    height: await track.getDisplayHeight(),
  }
  return { png: await draw(await clipOf(track, packets), place, look), second }
}

read(workerData).then(
  (answer) => parentPort.postMessage(answer),
  (error) => parentPort.postMessage({ refusal: error.refusal ?? 'broken', said: String(error.message ?? error) }),
)
