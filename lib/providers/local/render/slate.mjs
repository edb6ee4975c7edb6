// What stands in for a picture that does not exist yet: a big number on a dim wall, and the lines of a viewfinder.
import { createCanvas } from '@napi-rs/canvas'
import { spare } from './camera.mjs'
import { amber } from './caption.mjs'
import { lay, planes, stencil } from './plane.mjs'
import { chance } from './random.mjs'
import { setFont } from './type.mjs'

const grey = (value, alpha = 1) => `rgba(${value},${value},${value},${alpha})`

/** The wall and the number, where there is one, a little larger than the frame, for the camera to travel over. */
export function slate(frame, number) {
  const width = Math.ceil((frame.width * spare) / 8) * 8
  const height = Math.ceil((frame.height * spare) / 2) * 2
  const made = wall(width, height)
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  const size = Math.round(Math.min(width, height) * 0.5)
  setFont(context, 'numeral', size)
  context.textAlign = 'center'
  context.textBaseline = 'alphabetic'
  context.fillStyle = grey(118)
  if (number !== undefined) context.fillText(String(number), width / 2, height * 0.43 + size * 0.355)
  lay(made, stencil(context.getImageData(0, 0, width, height).data, width, height))
  return made
}

/** Light falls on its middle. So few greys in so much room would show as rings; a little chance between them hides that. */
function wall(width, height) {
  const made = planes(width, height)
  const [y, u, v] = made.list.map((plane) => plane.bytes)
  u.fill(128)
  v.fill(128)
  const random = chance('wall')
  const far = Math.hypot(width, height) * 0.6
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const out = Math.min(1, Math.hypot(column - width * 0.5, row - height * 0.4) / far)
      const light = 28 + 28 * (1 - out * out * (3 - 2 * out))
      y[row * width + column] = light + random() + random() - 0.5
    }
  return made
}

/** The viewfinder, which stays still while the camera moves: corners, thirds, and one amber mark. */
export function viewfinder({ width, height }) {
  return (context) => {
    const unit = Math.min(width, height) / 720
    const line = Math.max(1, Math.round(1.5 * unit))
    const inset = Math.round(36 * unit)
    const arm = Math.round(30 * unit)
    context.fillStyle = grey(255, 0.05)
    for (const third of [1, 2]) {
      context.fillRect(Math.round((width * third) / 3), inset, line, height - inset * 2)
      context.fillRect(inset, Math.round((height * third) / 3), width - inset * 2, line)
    }
    context.fillStyle = grey(255, 0.34)
    for (const right of [false, true])
      for (const low of [false, true]) {
        const x = right ? width - inset : inset
        const y = low ? height - inset : inset
        context.fillRect(right ? x - arm : x, low ? y - line : y, arm, line)
        context.fillRect(right ? x - line : x, low ? y - arm : y, line, arm)
      }
    context.fillStyle = amber
    context.fillRect(inset + arm, inset, arm, line)
  }
}
