// The part of the contract that speaks of money.
import * as z from 'zod'
import { caps, spend } from '../tasks/cap'
import { address } from './address'
import type { Entry } from './entry'

const line = spend.extend({
  key: z
    .string()
    .meta({ description: 'A day (YYYY-MM-DD), “provider model”, or a storyboard’s id; empty: no storyboard.' }),
  estimated: z.number(),
  orders: z.number().int(),
})

export const moneyContract = {
  readSpend: {
    ...address.readSpend,
    summary: 'What was billed and is on its way today and this month, in USD, and the caps.',
    answers: { 200: z.object({ caps, day: spend, month: spend }) },
    refusals: [],
  },
  setCaps: {
    ...address.setCaps,
    summary: 'Sets the caps, in USD; null lifts one. Orders that would go over are refused before they are placed.',
    body: caps,
    answers: { 200: caps },
    refusals: ['malformed', 'invalid'],
  },
  readLedger: {
    ...address.readLedger,
    summary: 'Paid orders summed by day, model or storyboard, estimates against bills.',
    query: z.strictObject({
      by: z.enum(['day', 'model', 'storyboard']).default('day'),
      since: z.iso.datetime({ offset: true }).optional().meta({ description: 'Default: 30 days ago.' }),
    }),
    answers: { 200: z.object({ since: z.string(), lines: z.array(line) }) },
    refusals: ['invalid'],
  },
} as const satisfies Record<string, Entry>
