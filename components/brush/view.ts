// Which part of the picture the stage shows, and how large.
import type { Point, Size } from './geometry'

/** `scale`: screen pixels per pixel of the picture. `x`, `y`: where its top left corner lies on the stage. */
export type View = { scale: number; x: number; y: number }

/** The whole picture in the middle, with some room around it. */
export function fit(picture: Size, stage: Size, room = 12): View {
  const scale = Math.max(
    0.01,
    Math.min((stage.width - 2 * room) / picture.width, (stage.height - 2 * room) / picture.height),
  )
  return {
    scale,
    x: (stage.width - picture.width * scale) / 2,
    y: (stage.height - picture.height * scale) / 2,
  }
}

export const toPicture = ({ scale, x, y }: View, at: Point): Point => ({ x: (at.x - x) / scale, y: (at.y - y) / scale })
export const toStage = ({ scale, x, y }: View, at: Point): Point => ({ x: at.x * scale + x, y: at.y * scale + y })

export const moved = (view: View, by: Point): View => ({ ...view, x: view.x + by.x, y: view.y + by.y })

/** Larger or smaller around a point of the stage, which stays where it is. */
export function zoomed(view: View, factor: number, around: Point): View {
  const scale = Math.min(16, Math.max(0.02, view.scale * factor))
  const ratio = scale / view.scale
  return { scale, x: around.x - (around.x - view.x) * ratio, y: around.y - (around.y - view.y) * ratio }
}
