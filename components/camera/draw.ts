// One frame of the camera preview on a canvas.
import { onPicture, type Pose, type Spot, seenFrom } from './pose'
import { faces, floorLines } from './scene'

const near = 0.2

/** What lies behind the lens is cut off along its plane. */
function ahead(spots: readonly Spot[], closed: boolean): Spot[] {
  const cut: Spot[] = []
  for (const [at, spot] of spots.entries()) {
    if (spot.z >= near) cut.push(spot)
    const next = spots[at + 1] ?? (closed ? spots[0] : undefined)
    if (!next || spot.z >= near === next.z >= near) continue
    const share = (near - spot.z) / (next.z - spot.z)
    cut.push({ x: spot.x + (next.x - spot.x) * share, y: spot.y + (next.y - spot.y) * share, z: near })
  }
  return cut
}

type Colours = { ground: string; line: string; block: string; subject: string }

/** The colours of the stage that the canvas stands on. */
export function coloursOf(canvas: HTMLCanvasElement): Colours {
  const style = getComputedStyle(canvas)
  const token = (name: string) => style.getPropertyValue(`--color-${name}`)
  return { ground: token('monitor'), line: token('line'), block: token('edge'), subject: token('accent') }
}

/** Fills the whole canvas. */
export function draw(canvas: HTMLCanvasElement, pose: Pose, { ground, line, block, subject }: Colours) {
  const pen = canvas.getContext('2d')
  if (!pen) return
  const { width, height } = canvas
  const half = height / 2
  const trace = (spots: readonly Spot[]) => {
    pen.beginPath()
    for (const [at, spot] of spots.entries()) {
      const { x, y } = onPicture(pose, spot)
      if (at === 0) pen.moveTo(width / 2 + x * half, half + y * half)
      else pen.lineTo(width / 2 + x * half, half + y * half)
    }
  }
  pen.globalAlpha = 1
  pen.fillStyle = ground
  pen.fillRect(0, 0, width, height)
  pen.strokeStyle = line
  pen.lineWidth = height / 180
  for (const ends of floorLines) {
    const shown = ahead(
      ends.map((spot) => seenFrom(pose, spot)),
      false,
    )
    if (shown.length < 2) continue
    trace(shown)
    pen.stroke()
  }
  const seen = faces
    .map(({ corners, ...face }) => ({ ...face, corners: corners.map((spot) => seenFrom(pose, spot)) }))
    .map((face) => ({ ...face, far: face.corners.reduce((sum, { x, y, z }) => sum + Math.hypot(x, y, z), 0) }))
    .sort((a, b) => b.far - a.far)
  for (const { corners, tone, subject: isSubject } of seen) {
    const shown = ahead(corners, true)
    if (shown.length < 3) continue
    trace(shown)
    pen.closePath()
    // Over the ground colour, so that what stands behind does not shine through.
    pen.globalAlpha = 1
    pen.fillStyle = ground
    pen.fill()
    pen.globalAlpha = isSubject ? 0.5 + tone / 2 : 0.25 + tone * 0.55
    pen.fillStyle = isSubject ? subject : block
    pen.fill()
    pen.globalAlpha = 1
    pen.strokeStyle = ground
    pen.stroke()
  }
}
