// Our frames and our sound → H.264 and AAC in an MP4 that starts at once. ffmpeg never sees a file that we did not make:
// only bare frames and bare sound.
import { spawn } from 'node:child_process'
import { once } from 'node:events'

const held = 4

/** Seconds at which shots begin: each gets a key frame, so that jumping to a shot is exact and quick. */
const cuts = ({ shots, fps }) => {
  let at = 0
  return shots.slice(0, -1).map((shot) => {
    at += shot.frames
    return (at / fps).toFixed(6)
  })
}

/** ffmpeg's arguments; `frames` is a file of raw frames, or the pipe. Without `sound` the film is silent. */
export function words(job, sound, film, frames = 'pipe:0') {
  const tags = ['-color_range', 'tv', '-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709']
  const picture = ['-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-s', `${job.width}x${job.height}`, '-r', String(job.fps)]
  const marks = cuts(job)
  return [
    ['-v', 'error', '-nostdin', '-y', '-threads', '0'],
    [...picture, '-i', frames, ...(sound ? ['-i', sound] : []), '-map', '0:v:0', ...(sound ? ['-map', '1:a:0'] : [])],
    ['-c:v', 'libx264', '-preset', 'faster', '-crf', String(job.crf ?? 19)],
    ['-profile:v', 'high', '-g', String(Math.round(job.fps * 2))],
    marks.length ? ['-force_key_frames', marks.join(',')] : [],
    [...tags, '-pix_fmt', 'yuv420p'],
    sound ? ['-c:a', 'aac', '-b:a', job.sound ?? '128k', '-ar', '48000', '-ac', '2'] : [],
    ['-movflags', '+faststart', '-map_metadata', '-1', '-f', 'mp4', film],
  ].flat()
}

/** `take` waits for room before it draws, so memory stays flat; `end` waits for the finished file. Both throw ffmpeg's last words. */
export function encode(job, sound, film) {
  const child = spawn(job.ffmpeg, words(job, sound, film), { stdio: ['pipe', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk) => {
    said = (said + chunk).slice(-2000)
  })
  // A closed pipe is told by the exit below, with the reason.
  child.stdin.on('error', () => {})
  const ended = new Promise((done, fail) => {
    child.once('error', fail)
    child.once('close', (code, signal) => {
      if (code === 0) done()
      else fail(new Error(said.trim() || `ffmpeg ended with ${signal ?? code}.`))
    })
  })
  ended.catch(() => {})

  const free = Array.from({ length: held }, () => new Uint8Array((job.width * job.height * 3) / 2))
  const room = new EventTarget()
  return {
    async take(draw) {
      while (free.length === 0) await Promise.race([once(room, 'room'), ended])
      const buffer = free.pop()
      draw(buffer)
      child.stdin.write(buffer, () => {
        free.push(buffer)
        room.dispatchEvent(new Event('room'))
      })
    },
    async end() {
      child.stdin.end()
      await ended
    },
    stop: () => child.kill('SIGKILL'),
  }
}
