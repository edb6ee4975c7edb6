// Puts a film together, a process of its own: reads one job from stdin, copies the takes where that can be done and codes
// all of it anew where it cannot, and tells how far it is.
import { writeFile } from 'node:fs/promises'
import { join, judge } from '../../media/join.mjs'
import { runsOf } from '../../media/run.mjs'
import { encode } from './render/encode.mjs'
import { frames } from './render/film.mjs'
import { settleLength } from './render/header.mjs'
import { begin } from './render/house.mjs'
import { framesOf, lookOf, writeSound } from './render/part.mjs'
import { still } from './render/picture.mjs'
import { views } from './render/view.mjs'

const { job, inFolder, say, onStop } = await begin()
const runs = runsOf(job.pieces)
const copied = runs.every(({ film }) => film !== undefined) && (await judge(runs)).length === 0
await (copied ? copy() : code())
await say({ done: true })
process.exit(0)

async function copy() {
  await join(runs, inFolder('film.mp4'), (share) => void say({ drawn: share, of: 1 }))
  const [first] = runs
  const one = { path: first.film, from: first.from, frames: 1, shown: 1 }
  for await (const frame of framesOf({ ...one, ...sizeOf(), fps: job.fps, ...(await lookOf(first.film)) }))
    await writeFile(inFolder('poster.webp'), await still(job, (buffer) => buffer.set(frame)))
}

function sizeOf() {
  return { width: job.width, height: job.height }
}

async function code() {
  for (const run of runs) if (run.film) Object.assign(run, await lookOf(run.film))
  const sound = runs.some((run) => run.sound) ? inFolder('sound.wav') : undefined
  // Sound is decoded several times as fast as pictures.
  const of = frameAt(runs.at(-1).end)
  const heard = sound ? of / 8 : 0
  if (sound)
    await writeSound(sound, runs, (second) => void say({ drawn: (heard * frameAt(second)) / of, of: of + heard }))
  const shots = runs.map(({ start, end }) => ({ frames: frameAt(end) - frameAt(start) }))
  const encoder = encode({ ...job, shots, crf: 16, sound: '192k' }, sound, inFolder('film.mp4'))
  onStop(encoder.stop)
  const good = Math.min(of - 1, Math.round(job.fps))
  let drawn = 0
  let told = 0
  for (const [index, run] of runs.entries())
    for await (const draw of drawing(run, index, shots[index].frames)) {
      await encoder.take(draw)
      if (drawn === good) await writeFile(inFolder('poster.webp'), await still(job, draw))
      drawn++
      if (Date.now() - told < 200) continue
      told = Date.now()
      say({ drawn: drawn + heard, of: of + heard })
    }
  if (drawn !== of) throw new Error(`${drawn} frames were made of ${of}.`)
  await encoder.end()
  if (sound) await settleLength(inFolder('film.mp4'))
}

/** Rounded from the start of the film, so that no error adds up. */
function frameAt(second) {
  return Math.round(second * job.fps)
}

async function* drawing(run, index, count) {
  if (count === 0) return
  if (run.film) {
    const shown = Math.max(1, Math.min(count, Math.round(run.lasts * job.fps)))
    const part = { path: run.film, from: run.from, frames: count, shown, matrix: run.matrix, full: run.full }
    for await (const frame of framesOf({ ...part, ...sizeOf(), fps: job.fps })) yield (buffer) => buffer.set(frame)
  } else if (run.pictures.length > 0 && run.words === undefined) yield* views(job, index, run.pictures[0], count)
  else {
    const shot = { prompt: run.words ?? '', frames: count, pictures: run.pictures }
    yield* frames({ ...job, bare: true, first: run.number, shots: [shot] })
  }
}
