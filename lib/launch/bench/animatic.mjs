// A film of ten seconds: our renderer from its start to the finished file, beside ffmpeg encoding as many raw frames from a file.
import { execFile, spawn } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import { words } from '../../providers/local/render/encode.mjs'
import { at } from '../tool.mjs'
import { round, scratch, wipe } from './studio.mjs'

const run = promisify(execFile)
const rounds = 3

/** The same order of choice as the studio's. */
async function findFfmpeg() {
  if (process.env.FFMPEG_PATH) return process.env.FFMPEG_PATH
  const found = await run('ffmpeg', ['-hide_banner', '-v', 'error', '-encoders']).catch(() => ({ stdout: '' }))
  return found.stdout.includes(' libx264 ') ? 'ffmpeg' : createRequire(import.meta.url)('@ffmpeg-installer/ffmpeg').path
}

async function timed(work) {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

function render(job) {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [at('lib/providers/local/render.mjs')], {
      stdio: ['pipe', 'ignore', 'inherit'],
    })
    child.once('error', fail)
    child.once('exit', (code) => (code === 0 ? done() : fail(new Error(`the renderer ended with ${code}`))))
    child.stdin.write(`${JSON.stringify(job)}\n`)
  })
}

const middle = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]

export async function animatic() {
  const folder = await scratch()
  const shot = (seconds, prompt, still) => ({
    frames: seconds * 24,
    prompt,
    pictures: [at(`public/samples/${still}.jpg`)],
  })
  const job = {
    folder: path.join(folder, 'film'),
    ffmpeg: await findFfmpeg(),
    seed: 'bench',
    width: 1280,
    height: 720,
    fps: 24,
    shots: [
      shot(3, 'A white lighthouse stands alone on black rock, its lamp still turning.', 'lighthouse'),
      shot(4, 'Straight down a spiral stair, lamplight rising from below.', 'stair'),
      shot(3, 'The great lens turns once.', 'lens'),
    ],
  }
  await mkdir(job.folder)
  const [film, bed] = [path.join(job.folder, 'film.mp4'), path.join(job.folder, 'bed.wav')]
  const raw = path.join(folder, 'frames.yuv')
  await render(job)
  await run(job.ffmpeg, ['-v', 'error', '-i', film, '-f', 'rawvideo', '-pix_fmt', 'yuv420p', raw])
  const [ours, theirs] = [[], []]
  for (let round = 0; round < rounds; round++) {
    theirs.push(await timed(() => run(job.ffmpeg, words(job, bed, path.join(folder, 'plain.mp4'), raw))))
    ours.push(await timed(() => render(job)))
  }
  await wipe(folder)
  const [seconds, ffmpegSeconds] = [middle(ours), middle(theirs)]
  return {
    seconds: round(seconds),
    frames: 240,
    fasterThanRealTime: round(10 / seconds),
    ratio: { toFfmpeg: round(seconds / ffmpegSeconds) },
    aim: { toFfmpeg: 1.3 },
    ffmpeg: { seconds: round(ffmpegSeconds) },
  }
}
