// Frames and seconds. A frame is shown from n / fps until (n + 1) / fps; its middle is a safe place to seek to.

/** Of an asset whose file does not say: what Kling and our own renderer make. */
export const usualFps = 24

/** The frame seen at this second; a hair of rounding never falls to the frame before. */
export const frameAt = (seconds: number, fps: number) => Math.floor(seconds * fps + 0.001)

export const middleOf = (frame: number, fps: number) => (frame + 0.5) / fps

const two = (value: number) => String(value).padStart(2, '0')

/** hh:mm:ss:ff */
export function timeCode(seconds: number, fps: number): string {
  const whole = Math.round(fps)
  const frame = frameAt(Math.max(0, seconds), fps)
  const full = Math.floor(frame / whole)
  return [Math.floor(full / 3600), Math.floor(full / 60) % 60, full % 60, frame % whole].map(two).join(':')
}

/** m:ss, or h:mm:ss: time that has passed. */
export function elapsed(ms: number): string {
  const full = Math.max(0, Math.floor(ms / 1000))
  const [hours, minutes] = [Math.floor(full / 3600), Math.floor(full / 60) % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(full % 60)}` : `${minutes}:${two(full % 60)}`
}

/** "3 min 08 s", "42 s". */
export function took(ms: number): string {
  const full = Math.round(ms / 1000)
  if (full < 60) return `${full}\u202fs`
  return `${Math.floor(full / 60)}\u202fmin ${two(full % 60)}\u202fs`
}

/** "9:41", in this computer's own time. */
export const clockTime = (at: Date) => `${at.getHours()}:${two(at.getMinutes())}`

/** "12 Nov", with the year when it is another one. */
export const day = (at: Date) =>
  at.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    ...(at.getFullYear() === new Date().getFullYear() ? {} : { year: 'numeric' }),
  })
