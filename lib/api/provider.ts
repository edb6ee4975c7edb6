// The part of the contract that speaks of who renders for us.
import * as z from 'zod'
import { providerId } from '../models/check/provider'
import { nameFields } from '../models/vocabulary'
import { address } from './address'
import type { Entry } from './entry'
import { health } from './shape'

const byId = z.object({ id: providerId })

/** What was bought before and is used up. */
const pack = z.object({
  id: z.string(),
  name: z.string(),
  total: z.number(),
  left: z.number(),
  from: z.string().optional(),
  until: z.string().optional(),
  state: z.string().meta({ description: 'In the provider’s own word.' }),
})
export type Pack = z.infer<typeof pack>

export const providerContract = {
  resumeProvider: {
    ...address.resumeProvider,
    summary: 'Takes up a provider again that was paused, such as after credit was added; its orders go on.',
    params: byId,
    answers: { 200: health.shape.providers.element },
    refusals: ['not-found'],
  },
  readBalance: {
    ...address.readBalance,
    summary: 'What is left at the provider, asked of it now.',
    params: byId,
    answers: {
      200: z.object({
        balance: z
          .object({ amount: z.number(), currency: z.string(), packs: z.array(pack).optional() })
          .nullable()
          .meta({ description: 'null: it answered without a sum.' }),
      }),
    },
    refusals: ['not-found', 'not-ready', 'provider', 'unreachable'],
  },
  readNames: {
    ...address.readNames,
    summary: 'Words of the provider’s own for a field: those that a setting lists, and those of earlier orders.',
    params: byId,
    query: z.strictObject({ field: z.enum(nameFields) }),
    answers: { 200: z.object({ names: z.array(z.string()) }) },
    refusals: ['not-found', 'invalid'],
  },
} as const satisfies Record<string, Entry>
