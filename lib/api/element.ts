// The part of the contract that speaks of elements.
import * as z from 'zod'
import { element, elementTags, newElement, savedElement } from '../elements/element'
import { address } from './address'
import type { Entry } from './entry'
import { paging } from './query'

const byId = z.object({ id: z.uuid({ error: 'An element’s id is a UUID.' }) })

export const elementContract = {
  listElements: {
    ...address.listElements,
    summary: 'Elements, the one changed last first.',
    query: z.strictObject({
      ...paging,
      q: z.string().min(1).max(200).optional().meta({ description: 'A part of the name or of the description.' }),
      tag: z.enum(elementTags, { error: `Choose one of ${elementTags.join(', ')}.` }).optional(),
    }),
    answers: { 200: z.object({ items: z.array(element), nextCursor: z.string().nullable() }) },
    refusals: ['invalid'],
  },
  addElement: {
    ...address.addElement,
    summary: 'Keeps a new element. Its name is what prompts call with @, and is borne once.',
    body: newElement,
    answers: { 201: element },
    refusals: ['malformed', 'invalid', 'conflict', 'too-large'],
  },
  readElement: {
    ...address.readElement,
    summary: 'One element as it stands.',
    params: byId,
    answers: { 200: element },
    refusals: ['not-found'],
  },
  saveElement: {
    ...address.saveElement,
    summary:
      'Saves an element over the version that was seen; a stale one is refused with the element that stands now as `current`.',
    params: byId,
    body: savedElement,
    answers: { 200: element },
    refusals: ['malformed', 'invalid', 'not-found', 'conflict', 'too-large'],
  },
  removeElement: {
    ...address.removeElement,
    summary: 'Removes an element. Orders that were made with it stay as they are.',
    params: byId,
    answers: { 204: { raw: '', says: 'It is gone.' } },
    refusals: ['not-found'],
  },
} as const satisfies Record<string, Entry>
