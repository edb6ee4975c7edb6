// Checks of single texts, numbers and choices, in sentences that name the limit.
import * as z from 'zod/mini'
import { isBlank, length, type Span } from '../measure'

const list = (options: readonly (string | number)[]) => options.join(', ')

/** True when `value` lies on the grid of `step` that begins at `min`. */
const onStep = (value: number, min: number, step: number) => {
  const steps = (value - min) / step
  return Math.abs(steps - Math.round(steps)) < 1e-6
}

export function words({ min = 0, max = Infinity }: { min?: number; max?: number }) {
  return z.string({ error: 'Words are needed.' }).check(
    z.superRefine((text, at) => {
      const count = length(text)
      const say = (message: string) => at.addIssue({ code: 'custom', message })
      if (isBlank(text)) return say('Words are needed; blanks alone say nothing.')
      if (count > max)
        say(`${count - max} ${count - max === 1 ? 'character' : 'characters'} too many; at most ${max} can be used.`)
      if (count === 0 && min > 0) say('Words are needed.')
      else if (count < min) say(`At least ${min} ${min === 1 ? 'character is' : 'characters are'} needed.`)
    }),
  )
}

export function number({ min, max = Infinity, step, unit: word }: Span, whole: boolean) {
  const unit = word ? ` ${word}` : ''
  return z.number({ error: 'A number is needed.' }).check(
    z.superRefine((value, at) => {
      const say = (message: string) => at.addIssue({ code: 'custom', message })
      if (value < min || value > max)
        say(
          max === Infinity
            ? `${value}${unit} is too little; at least ${min}${unit}.`
            : `${value}${unit} is outside ${min}–${max}${unit}.`,
        )
      else if (whole && !Number.isInteger(value)) say('A whole number is needed.')
      else if (step && !onStep(value, min, step))
        say(
          step === 1
            ? `Whole ${word === 's' ? 'seconds' : 'numbers'} from ${min} can be used.`
            : `Steps of ${step}${unit} from ${min} can be used.`,
        )
    }),
  )
}

export const oneOf = (options: readonly (string | number)[]) =>
  z.custom<string | number>((value) => options.some((option) => option === value), {
    error: options.length === 1 ? `Only ${list(options)} can be chosen.` : `Choose one of ${list(options)}.`,
  })

/** Whole numbers that a computer holds exactly; what is none is not measured further. */
export const whole = (error: string) => z.refine<number>((value) => Number.isSafeInteger(value), { error, abort: true })
