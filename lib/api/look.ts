// The part of the contract that looks into a film before an order is written: faces, and subjects chosen by clicking.
import * as z from 'zod'
import { medium } from '../media/medium'
import { providerId } from '../models/check/provider'
import { face } from '../models/check/shape'
import { address } from './address'
import type { Entry } from './entry'

const byId = z.object({ id: providerId })
const session = z.string().regex(/^[\w.~:-]{1,200}$/, { error: 'The id of a session is needed.' })
const bySession = byId.extend({ session })
const film = z.strictObject({ film: medium })
const share = z.number().min(0, { error: 'From 0 to 1.' }).max(1, { error: 'From 0 to 1.' })

const refusals = ['malformed', 'invalid', 'not-found', 'not-ready', 'provider', 'unreachable'] as const

/** What is chosen in one frame: one picture per subject, light where it is. */
const outlines = z.object({ outlines: z.array(z.object({ subject: z.string(), picture: z.string() })) })

export const lookContract = {
  findFaces: {
    ...address.findFaces,
    summary:
      'Asks the provider whose faces are seen in a film, and when: seconds, with a picture of each as a data address. The provider may charge for every question; what its page names stands in the ledger and counts under the caps.',
    params: byId,
    body: film,
    answers: { 200: z.object({ session: z.string(), faces: z.array(face) }) },
    refusals: [...refusals, 'over-cap'],
  },
  openSelection: {
    ...address.openSelection,
    summary: 'Opens a film in which subjects are chosen by clicking. Frames are counted from 0.',
    params: byId,
    body: film,
    answers: {
      200: z.object({
        session: z.string(),
        fps: z.number(),
        frames: z.number(),
        width: z.number(),
        height: z.number(),
      }),
    },
    refusals,
  },
  pointSelection: {
    ...address.pointSelection,
    summary:
      'Sets points in a frame or takes the very same ones back: 0 to 1 from the top left. Answers with what is chosen in that frame now.',
    params: bySession,
    body: z.strictObject({
      act: z.enum(['set', 'drop'], { error: 'Choose one of set, drop.' }),
      frame: z.number().int().min(0),
      points: z.array(z.strictObject({ x: share, y: share })).min(1),
    }),
    answers: { 200: outlines },
    refusals,
  },
  clearSelection: {
    ...address.clearSelection,
    summary: 'Takes every point of every frame back.',
    params: bySession,
    answers: { 204: { raw: '', says: 'Nothing is chosen.' } },
    refusals,
  },
  showSelection: {
    ...address.showSelection,
    summary: 'A film that shows what is chosen, made by the provider now.',
    params: bySession,
    answers: { 200: { raw: 'video/*', says: 'The film.' } },
    refusals,
  },
} as const satisfies Record<string, Entry>
