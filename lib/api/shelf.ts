// The part of the contract that speaks of what a provider keeps between orders: elements and voices, ours and its presets.
import * as z from 'zod'
import { providerId } from '../models/check/provider'
import { address } from './address'
import type { Entry } from './entry'

const byId = z.object({ id: providerId })
export const keptKind = z.enum(['element', 'voice'], { error: 'Choose one of element, voice.' })
const refusals = ['malformed', 'invalid', 'not-found', 'not-ready', 'provider', 'unreachable'] as const

export const kept = z.object({
  id: z.string().meta({ description: 'Text, always: it may exceed what a number holds.' }),
  name: z.string(),
  own: z.boolean().meta({ description: 'Made by this account; otherwise one of the provider’s presets.' }),
  description: z.string().optional(),
  sampleUrl: z.string().optional(),
})

const standing = {
  provider: providerId,
  label: z.string(),
  ready: z.boolean(),
  reason: z.string().optional().meta({ description: 'Why it is not ready.' }),
}

export const shelfContract = {
  listKeepers: {
    ...address.listKeepers,
    summary: 'The providers that keep elements and voices between orders, and whether they can be asked.',
    answers: { 200: z.object({ keepers: z.array(z.object(standing)) }) },
    refusals: [],
  },
  listKept: {
    ...address.listKept,
    summary: 'The elements or voices that the provider keeps for this account, and its presets, asked of it now.',
    params: byId,
    query: z.strictObject({ what: keptKind }),
    answers: { 200: z.object({ items: z.array(kept) }) },
    refusals,
  },
  keepThere: {
    ...address.keepThere,
    summary:
      'Makes an element of the library, or its voice, known at the provider: the same parts are made once and have one id. The provider may charge for it.',
    params: byId,
    body: z.strictObject({
      what: keptKind,
      element: z.uuid({ error: 'The id of an element of the library is needed.' }),
    }),
    answers: { 200: z.object({ id: z.string() }) },
    refusals,
  },
  dropThere: {
    ...address.dropThere,
    summary: 'Has the provider delete an element or a voice of this account.',
    params: byId,
    query: z.strictObject({ what: keptKind, kept: z.string().min(1).max(200) }),
    answers: { 204: { raw: '', says: 'It is gone there.' } },
    refusals,
  },
  whereKnown: {
    ...address.whereKnown,
    summary:
      'Where an element of the library, with the parts that it has now, is known, and under which id. Nobody is asked.',
    params: z.object({ id: z.uuid({ error: 'An element’s id is a UUID.' }) }),
    answers: {
      200: z.object({
        places: z.array(
          z.object({
            ...standing,
            element: z.string().optional(),
            voice: z.string().optional(),
          }),
        ),
      }),
    },
    refusals: ['not-found'],
  },
} as const satisfies Record<string, Entry>
