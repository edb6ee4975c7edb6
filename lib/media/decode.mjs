// A part of a film as bare frames or bare sound on stdout. The film may be a stranger's, so it is decoded by a WebAssembly
// build that reaches nothing but its own memory and this one file, read only, in a process of its own.
// The one argument is JSON: { path, from, frames, shown, width, height, fps, matrix, full } or { path, from, samples, shown,
// rate }; `from` is seconds, and of as many as are wanted only the `shown` first come from the film. Frames are yuv420p in
// TV range, contained in the size, the last one held as long as it takes; sound is signed 16 bit, two channels, then silence.
import { fstatSync, openSync, readFileSync, readSync, writeSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const job = JSON.parse(process.argv[2])

/** A device that hands on to stdout; a full pipe is waited for, because inside nothing can be waited for. */
function outlet(FS) {
  const pause = new Int32Array(new SharedArrayBuffer(4))
  const device = FS.makedev(64, 0)
  FS.registerDevice(device, {
    open() {},
    close() {},
    write(_stream, memory, offset, length) {
      for (let at = 0; at < length; ) {
        try {
          at += writeSync(1, memory, offset + at, length - at)
        } catch (error) {
          if (error.code !== 'EAGAIN') process.exit(4)
          Atomics.wait(pause, 0, 0, 2)
        }
      }
      return length
    },
  })
  FS.mkdev('/out', device)
}

/** The one file that is there, read where it lies. */
function inlet(FS, path) {
  const file = openSync(path, 'r')
  const { size } = fstatSync(file)
  const node = FS.createFile('/', 'film', {}, true, false)
  Object.defineProperty(node, 'usedBytes', { get: () => size })
  node.stream_ops = {
    ...node.stream_ops,
    read: (_stream, memory, offset, length, position) =>
      position >= size ? 0 : readSync(file, memory, offset, Math.min(length, size - position), position),
  }
}

function words() {
  // A little before: the first frame wanted is never lost to a rounding.
  const early = job.frames === undefined ? 0 : 0.25 / job.fps
  const input = ['-ss', Math.max(0, job.from - early).toFixed(6), '-i', '/film']
  if (job.frames === undefined) {
    const filter = [
      `aresample=${job.rate}:async=1`,
      `aformat=s16:${job.rate}:stereo`,
      `atrim=end_sample=${job.shown}`,
      `apad=whole_len=${job.samples}`,
    ]
    return [...input, '-map', '0:a:0', '-af', filter.join(','), '-f', 's16le', '/out']
  }
  const { width, height, matrix, full } = job
  const colours = `in_color_matrix=${matrix}:in_range=${full ? 'pc' : 'tv'}:out_color_matrix=bt709:out_range=tv`
  const filter = [
    `fps=${job.fps}`,
    `trim=end_frame=${job.shown}`,
    `scale=${width}:${height}:force_original_aspect_ratio=decrease:force_divisible_by=2:flags=bicubic:${colours}`,
    `pad=${width}:${height}:(ow-iw)/2:(oh-ih)/2`,
    'setsar=1',
    'format=yuv420p',
    'tpad=stop=-1:stop_mode=clone',
  ]
  return [...input, '-map', '0:v:0', '-vf', filter.join(','), '-frames:v', String(job.frames), '-f', 'rawvideo', '/out']
}

globalThis.self = globalThis
globalThis.location = { href: '' }
const core = await require('@ffmpeg/core')({ wasmBinary: readFileSync(require.resolve('@ffmpeg/core/wasm')) })
let said = ''
core.setLogger(({ message }) => {
  said = message
})
outlet(core.FS)
inlet(core.FS, job.path)
const code = core.exec('-v', 'error', ...words())
if (code !== 0) process.stderr.write(said)
process.exit(code === 0 ? 0 : 1)
