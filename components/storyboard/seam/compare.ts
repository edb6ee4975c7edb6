// How strongly two pictures differ, from their own pixels: shape, brightness, colour. Nothing is guessed.

/** Shares of 1; width and height in pixels. `blue` and `red` are how far a picture leans from grey, -0.5..0.5. */
export type Measured = { width: number; height: number; light: number; blue: number; red: number }

/** From here on a change is seen at once when one picture follows the other. */
const strong = { shape: 0.03, light: 0.15, colour: 0.06 }

/** Means over all pixels, as television weighs them (BT.709). @param data RGBA. */
export function measure(data: ArrayLike<number>, width: number, height: number): Measured {
  let [light, blue, red] = [0, 0, 0]
  const count = data.length / 4
  for (let at = 0; at < data.length; at += 4) {
    const [r = 0, g = 0, b = 0] = [data[at], data[at + 1], data[at + 2]]
    const y = 0.2126 * r + 0.7152 * g + 0.0722 * b
    light += y
    blue += (b - y) / 1.8556
    red += (r - y) / 1.5748
  }
  const share = (sum: number) => (count > 0 ? sum / count / 255 : 0)
  return { width, height, light: share(light), blue: share(blue), red: share(red) }
}

const percent = (share: number) => `${Math.round(Math.abs(share) * 100)}\u202f%`
const shapeOf = ({ width, height }: Measured) => `${(width / height).toFixed(2)}:1`

/** What is strongly different, each a sentence; empty when the one may follow the other unseen. */
export function differences(before: Measured, after: Measured): string[] {
  const said: string[] = []
  const shape = before.width / before.height / (after.width / after.height)
  if (Math.abs(shape - 1) > strong.shape) said.push(`Shape: ${shapeOf(before)} before, ${shapeOf(after)} after.`)
  const light = after.light - before.light
  if (Math.abs(light) > strong.light)
    said.push(`Brightness: ${percent(light)} ${light > 0 ? 'brighter' : 'darker'} after.`)
  const [blue, red] = [after.blue - before.blue, after.red - before.red]
  const colour = Math.hypot(blue, red)
  if (colour > strong.colour) said.push(`Colour: ${leaning(blue, red)} after, by ${percent(colour)}.`)
  return said
}

function leaning(blue: number, red: number): string {
  if (red > 0 && blue > 0) return 'more magenta'
  if (red < 0 && blue < 0) return 'greener'
  return red > blue ? 'warmer' : 'cooler'
}

const edge = 96

/** Of a picture or the frame that a film shows. Throws where the browser may not read its pixels. */
export function measureDrawn(source: HTMLImageElement | HTMLVideoElement): Measured | undefined {
  const [width, height] =
    source instanceof HTMLVideoElement
      ? [source.videoWidth, source.videoHeight]
      : [source.naturalWidth, source.naturalHeight]
  if (!width || !height) return
  const canvas = document.createElement('canvas')
  canvas.width = edge
  canvas.height = edge
  const paper = canvas.getContext('2d', { willReadFrequently: true })
  if (!paper) return
  paper.drawImage(source, 0, 0, edge, edge)
  return measure(paper.getImageData(0, 0, edge, edge).data, width, height)
}
