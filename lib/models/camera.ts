// A movement of the camera: by the provider's name, or along one axis of six.
import * as z from 'zod/mini'
import { camera, cameraAxes } from './input'
import type { Limits } from './limits'

/** The one that moves along an axis of one's choice; the others are whole movements. */
const simple = 'simple'

export function cameraCheck({ types, most }: Limits['camera']): z.ZodMiniType {
  const shape = z.extend(camera, {
    type: z.custom<string>((value) => types.some((type) => type === value), {
      error: types.length === 1 ? `Only ${types[0]} can be chosen.` : `Choose one of ${types.join(', ')}.`,
    }),
  })
  return shape.check(
    z.superRefine(({ type, config }, at) => {
      const say = (path: string[], message: string) => at.addIssue({ code: 'custom', path, message })
      if (type !== simple) {
        if (config) say(['config'], `${type} is a whole movement; only ${simple} takes axes.`)
        return
      }
      const moved = cameraAxes.filter((axis) => config?.[axis])
      if (moved.length !== 1)
        say(['config'], `Exactly one of ${cameraAxes.join(', ')} must be other than 0; ${moved.length} are.`)
      for (const axis of moved)
        if (Math.abs(config?.[axis] ?? 0) > most)
          say(['config', axis], `${config?.[axis]} is outside ${-most}–${most}.`)
    }),
  )
}
