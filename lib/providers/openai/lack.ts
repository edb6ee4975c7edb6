// What an order cannot be placed with at a gateway as it is set up, at its field, with the way out.
import type { Gateway } from '../../env.gateway.server'
import type { Issue } from '../../errors'
import { type Input, mediaOf } from '../../models/input'

/** @param reached whether a file of ours has an address that the gateway can fetch it from. */
export function lacks(input: Input, { name, insists }: Gateway, reached: (asset: string) => boolean): Issue[] {
  const files = mediaOf(input).flatMap(({ path, medium }): Issue[] => {
    if ('asset' in medium && !reached(medium.asset))
      return [
        {
          path,
          message: `${name} fetches files by address, and this one has none outside this computer: set PUBLIC_URL, or give an https:// address of it.`,
        },
      ]
    const inline = 'url' in medium && /^data:/i.test(medium.url)
    return inline ? [{ path, message: `${name} takes addresses only: give an https:// address.` }] : []
  })
  const worded = input.prompt || input.shots?.length || input.extra?.prompt
  return insists && !worded ? [...files, { path: 'prompt', message: `${name} insists on words: write some.` }] : files
}
