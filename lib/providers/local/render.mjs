// The renderer, a process of its own: reads one job from stdin, draws every frame, hands them to ffmpeg, tells how far it is.
import { writeFile } from 'node:fs/promises'
import { bed } from './render/bed.mjs'
import { encode } from './render/encode.mjs'
import { frames } from './render/film.mjs'
import { settleLength } from './render/header.mjs'
import { begin } from './render/house.mjs'
import { still } from './render/picture.mjs'

const { job, inFolder, say, onStop } = await begin()
await writeFile(inFolder('bed.wav'), bed(job))
const encoder = encode(job, inFolder('bed.wav'), inFolder('film.mp4'))
onStop(encoder.stop)

const of = job.shots.reduce((sum, shot) => sum + shot.frames, 0)
const good = Math.min(of - 1, job.fps)
let drawn = 0
let told = 0
for await (const draw of frames(job)) {
  await encoder.take(draw)
  if (drawn === good) await writeFile(inFolder('poster.webp'), await still(job, draw))
  drawn++
  if (Date.now() - told < 200) continue
  told = Date.now()
  say({ drawn, of })
}
await encoder.end()
await settleLength(inFolder('film.mp4'))
await say({ drawn, of })
await say({ done: true })
process.exit(0)
