// The frames of a film of ours, small, so that a test can say what is seen when.
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import ffmpeg from '@ffmpeg-installer/ffmpeg'

/** Red, green and blue of the middle of every frame, each 0–255. */
async function colours(film: Uint8Array): Promise<[number, number, number][]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'reelboard-frames-'))
  const file = path.join(folder, 'film.mp4')
  try {
    await writeFile(file, film)
    const form = ['-vf', 'crop=iw/4:ih/4,scale=1:1:flags=area', '-pix_fmt', 'rgb24', '-f', 'rawvideo', '-']
    const { stdout } = await promisify(execFile)(
      ffmpeg.path,
      ['-nostdin', '-v', 'error', '-i', file, '-map', '0:v:0', '-vsync', '0', ...form],
      { encoding: 'buffer', maxBuffer: 1 << 20 },
    )
    return Array.from({ length: stdout.length / 3 }, (_, at) => [
      stdout[at * 3] ?? 0,
      stdout[at * 3 + 1] ?? 0,
      stdout[at * 3 + 2] ?? 0,
    ])
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The strongest colour of a frame. */
function named([red, green, blue]: readonly [number, number, number]): string {
  const most = Math.max(red, green, blue)
  const strong = [red, green, blue].map((one) => one > most * 0.6)
  return most < 40
    ? 'dark'
    : strong
        .map((one, at) => (one ? ['red', 'green', 'blue'][at] : ''))
        .filter(Boolean)
        .join('+')
}

/** What is seen, one word for each run of frames that show the same; single odd frames are told, too. */
export async function story(film: Uint8Array): Promise<{ seen: string; frames: number }[]> {
  const runs: { seen: string; frames: number }[] = []
  for (const colour of await colours(film)) {
    const seen = named(colour)
    const last = runs.at(-1)
    if (last?.seen === seen) last.frames++
    else runs.push({ seen, frames: 1 })
  }
  return runs
}
