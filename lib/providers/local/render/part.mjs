// Parts of films that were made, as bare frames and bare sound: decoded in a sandbox (lib/media/decode.mjs), never by ffmpeg.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { FilePathSource, Input, MATROSKA, MP4, QTFF, WEBM } from 'mediabunny'
import { matrixOf } from '../../../media/colour.mjs'
import { header } from './bed.mjs'

const script = fileURLToPath(new URL('../../../media/decode.mjs', import.meta.url))
const rate = 48000
/** Bytes of a moment of sound: two channels of 16 bits. */
const block = 4

/** How the film's colours are to be read, and whether it has sound. */
export async function lookOf(path) {
  const input = new Input({ formats: [MP4, QTFF, WEBM, MATROSKA], source: new FilePathSource(path) })
  try {
    const video = await input.getPrimaryVideoTrack()
    if (!video) throw new Error('A take holds no picture.')
    const { fullRange } = await video.getColorSpace()
    const sound = (await input.getPrimaryAudioTrack()) !== null
    return { matrix: await matrixOf(video), full: fullRange === true, sound }
  } finally {
    input.dispose()
  }
}

/** Milliseconds without a byte after which nothing more is awaited: a strange film can keep a decoder busy for ever. */
const patience = 300_000

/** What the sandbox writes, as it comes. Throws with its last words when it comes to less than `bytes`. */
async function* decoded(job, bytes) {
  const words = ['--max-old-space-size=1024', script, JSON.stringify(job)]
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk) => {
    said = (said + chunk).slice(-500)
  })
  const ended = once(child, 'close')
  let count = 0
  let late = setTimeout(() => child.kill('SIGKILL'), patience)
  try {
    for await (const chunk of child.stdout) {
      clearTimeout(late)
      count += chunk.length
      yield chunk
      late = setTimeout(() => child.kill('SIGKILL'), patience)
    }
    await ended
  } finally {
    clearTimeout(late)
    child.kill('SIGKILL')
  }
  if (count < bytes) throw new Error(`A take could not be decoded to its end. ${said.trim()}`.trim())
}

/** Frame after frame, each a buffer of planes; the buffer is used again. */
export async function* framesOf(job) {
  const size = (job.width * job.height * 3) / 2
  const frame = new Uint8Array(size)
  let filled = 0
  for await (const chunk of decoded(job, size * job.frames))
    for (let at = 0; at < chunk.length; ) {
      const part = chunk.subarray(at, at + size - filled)
      frame.set(part, filled)
      filled += part.length
      at += part.length
      if (filled < size) continue
      yield frame
      filled = 0
    }
}

/** One WAV file with the sound of all runs, silence where a run has none. `told` hears the seconds that are written. */
export async function writeSound(file, runs, told) {
  const total = samplesAt(runs.at(-1).end)
  const out = createWriteStream(file)
  const write = async (bytes) => {
    if (!out.write(bytes)) await once(out, 'drain')
  }
  const head = Buffer.alloc(44)
  header(head, total * block)
  await write(head)
  for (const { film, sound, from, start, end, lasts } of runs) {
    const samples = samplesAt(end) - samplesAt(start)
    let left = samples * block
    if (film && sound) {
      const shown = Math.min(samples, Math.round(lasts * rate))
      for await (const chunk of decoded({ path: film, from, samples, shown, rate }, 0)) {
        const part = chunk.subarray(0, left)
        left -= part.length
        await write(Buffer.from(part))
      }
    }
    for (; left > 0; left -= Math.min(left, 1 << 20)) await write(Buffer.alloc(Math.min(left, 1 << 20)))
    told(end)
  }
  out.end()
  await once(out, 'finish')
}

const samplesAt = (second) => Math.round(second * rate)
