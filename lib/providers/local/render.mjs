// The renderer, a process of its own: reads one job from stdin, draws every frame, hands them to ffmpeg, tells how far it is.
import { rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { bed } from './render/bed.mjs'
import { encode } from './render/encode.mjs'
import { frames } from './render/film.mjs'
import { settleLength } from './render/header.mjs'
import { still } from './render/picture.mjs'

/** Every line is one JSON object: `{ drawn, of }` while it runs, `{ done: true }` at the end. */
const say = (line) => new Promise((told) => process.stdout.write(`${JSON.stringify(line)}\n`, told))

/** The first line of stdin. It stays open for as long as the studio lives and wants the film. */
function readJob(gone) {
  return new Promise((read) => {
    let text = ''
    process.stdin.setEncoding('utf8')
    process.stdin.on('data', (chunk) => {
      text += chunk
      if (text.endsWith('\n')) read(JSON.parse(text))
    })
    process.stdin.on('end', gone)
    process.stdin.on('error', gone)
  })
}

// The last words, for the studio to pass on; a trace would only be noise there.
process.on('uncaughtException', (error) => {
  undo()
  process.stderr.write(`${error.message}\n`, () => process.exit(1))
})

let undo = () => {}
const job = await readJob(() => {
  undo()
  process.exit(3)
})
// Without the studio nobody wants this film, and nobody else would clean up.
undo = () => rmSync(job.folder, { recursive: true, force: true })

const inFolder = (name) => path.join(job.folder, name)
await writeFile(inFolder('bed.wav'), bed(job))
const encoder = encode(job, inFolder('bed.wav'), inFolder('film.mp4'))
undo = () => {
  encoder.stop()
  rmSync(job.folder, { recursive: true, force: true })
}

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
