// Words of an address: always text when they come, checked into what they mean.
import * as z from 'zod'

/** A whole number written in digits. */
export const count = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,15}$/, { error: 'A whole number is needed.' })
    .transform(Number)
    .pipe(
      z
        .number()
        .int()
        .min(min, { error: `At least ${min}.` })
        .max(max, { error: `At most ${max}.` }),
    )

/** Several of a closed list, with commas between. */
export const someOf = <const T extends readonly [string, ...string[]]>(options: T) =>
  z
    .string()
    .transform((text) => text.split(',').map((word) => word.trim()))
    .pipe(z.array(z.enum(options, { error: `Choose from ${options.join(', ')}.` })).min(1))

export const paging = {
  limit: count(1, 200).optional().meta({ description: 'How many at most; 50 when unsaid.' }),
  cursor: z.string().min(1).optional().meta({ description: 'The nextCursor of the page before.' }),
}
