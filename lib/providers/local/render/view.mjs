// A picture of one's own for as long as its shot lasts, with a slow move and without words.
import { move } from './camera.mjs'
import { picture } from './picture.mjs'
import { look, planes } from './plane.mjs'

/** Yields, for every frame, a function that draws it. `index` makes neighbours move in different ways. */
export async function* views(job, index, file, frames) {
  const source = await picture(file, job)
  const camera = move({
    seed: job.seed,
    index,
    seconds: frames / job.fps,
    frame: job,
    width: source.width,
    height: source.height,
  })
  for (let at = 0; at < frames; at++)
    yield (buffer) => look(source, planes(job.width, job.height, buffer), camera(at / Math.max(1, frames - 1)))
}
