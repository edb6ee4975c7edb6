// What the renderer's processes share: one job from stdin, lines of JSON to stdout, and an end that leaves nothing behind.
import { rmSync } from 'node:fs'
import path from 'node:path'

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

/** Without the studio nobody wants the film, and nobody else would clean up. `onStop` ends what was started meanwhile. */
export async function begin() {
  let undo = () => {}
  // The last words, for the studio to pass on; a trace would only be noise there.
  process.on('uncaughtException', (error) => {
    undo()
    process.stderr.write(`${error.message}\n`, () => process.exit(1))
  })
  const job = await readJob(() => {
    undo()
    process.exit(3)
  })
  const clear = () => rmSync(job.folder, { recursive: true, force: true })
  undo = clear
  const onStop = (stop) => {
    undo = () => {
      stop()
      clear()
    }
  }
  return { job, inFolder: (name) => path.join(job.folder, name), say, onStop }
}
