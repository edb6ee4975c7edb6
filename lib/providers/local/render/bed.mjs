// A bed of room tone under the picture: soft, dark noise that swells slowly. Exactly as long as the film.
import { chance } from './random.mjs'

const rate = 48000
const loudest = 0.02

/** A stereo WAV file of 16 bits. */
export function bed({ seed, shots, fps }) {
  const length = Math.round((shots.reduce((sum, shot) => sum + shot.frames, 0) / fps) * rate)
  const file = Buffer.alloc(44 + length * 4)
  header(file, length * 4)
  const random = chance(`${seed}/bed`)
  const ramp = rate * 0.6
  const low = [0, 0]
  const lower = [0, 0]
  for (let at = 0; at < length; at++) {
    const ends = Math.min(1, at / ramp, (length - at) / ramp)
    const swell = 0.75 + 0.25 * Math.sin(((at / rate) * Math.PI * 2) / 7)
    for (let side = 0; side < 2; side++) {
      // Two gentle filters in a row take away everything that hisses.
      low[side] += 0.035 * (random() * 2 - 1 - low[side])
      lower[side] += 0.035 * (low[side] - lower[side])
      file.writeInt16LE(Math.round(lower[side] * 8 * loudest * ends * swell * 32767), 44 + at * 4 + side * 2)
    }
  }
  return file
}

export function header(file, bytes) {
  file.write('RIFF', 0)
  file.writeUInt32LE(36 + bytes, 4)
  file.write('WAVEfmt ', 8)
  file.writeUInt32LE(16, 16)
  file.writeUInt16LE(1, 20)
  file.writeUInt16LE(2, 22)
  file.writeUInt32LE(rate, 24)
  file.writeUInt32LE(rate * 4, 28)
  file.writeUInt16LE(4, 32)
  file.writeUInt16LE(16, 34)
  file.write('data', 36)
  file.writeUInt32LE(bytes, 40)
}
