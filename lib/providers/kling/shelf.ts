// Elements and voices that the account has at Kling: own ones and the presets.
import { z } from 'zod'
import { StudioError } from '../../errors'
import { HttpFailure } from '../http'
import { type Io, type Kept, type KeptKind, type Shelf, StartFailure } from '../provider'
import { ask, patience } from './client'
import { elementAt, elementMark, elementPath, voiceAt, voiceMark, voicePath } from './element'
import { sentence } from './error'
import { keptElement, keptVoice } from './keep'

const presets = { element: '/v1/general/advanced-presets-elements', voice: '/v1/general/presets-voices' } as const
const own = { element: elementPath, voice: voicePath } as const
const deletes = { element: '/v1/general/delete-elements', voice: '/v1/general/delete-voices' } as const

/** A page of each list; the longest that both kinds allow. */
const pageSize = 500
const mostPages = 20

const bag = z.looseObject({})
const holder = z.looseObject({ task_result: bag.optional().catch(undefined) })

async function listed(what: KeptKind, isOwn: boolean, io: Io): Promise<Kept[]> {
  const found: Kept[] = []
  for (let pageNum = 1; pageNum <= mostPages; pageNum += 1) {
    const path = isOwn ? own[what] : presets[what]
    const data = await said({ method: 'GET', path, query: { pageNum, pageSize } }, io)
    const list = Array.isArray(data) ? data : []
    found.push(...list.flatMap((one) => keptIn(what, one, isOwn)))
    if (list.length < pageSize) break
  }
  return found
}

/** A list holds tasks whose results hold the things, or the things themselves. */
function keptIn(what: KeptKind, one: unknown, isOwn: boolean): Kept[] {
  const inside = holder.safeParse(one).data?.task_result?.[what === 'element' ? 'elements' : 'voices']
  return (Array.isArray(inside) ? inside : [one]).flatMap((thing): Kept[] => {
    if (what === 'voice') {
      const voice = keptVoice.safeParse(thing).data
      if (!voice) return []
      const { voice_id: id, voice_name: name, trial_url: sampleUrl } = voice
      return [{ id, name, own: isOwn, ...(sampleUrl ? { sampleUrl } : {}) }]
    }
    const element = keptElement.safeParse(thing).data
    if (!element || element.status === 'deleted') return []
    const { element_id: id, element_name: name, element_description: description } = element
    return [{ id, name, own: isOwn, ...(description ? { description } : {}) }]
  })
}

/** The data of an answer. Throws StudioError with Kling's words. */
async function said(question: Pick<Parameters<typeof ask>[0], 'method' | 'path' | 'query' | 'body'>, io: Io) {
  const reply = await ask({ ...question, timeoutMs: patience.poll }, io).catch((cause: unknown) => {
    if (cause instanceof HttpFailure) throw new StudioError('unreachable', cause.message, undefined, { cause })
    throw cause
  })
  if (reply.code === 0) return reply.data
  throw new StudioError('provider', `Kling: ${sentence(reply)}`)
}

/** No order stands behind it here, so a refusal is told as one. */
async function told<T>(work: Promise<T>, prefix: string): Promise<T> {
  return work.catch((cause: unknown) => {
    if (!(cause instanceof StartFailure)) throw cause
    const issues = cause.issues?.map(({ path, message }) => ({ path: path.replace(prefix, ''), message }))
    throw new StudioError(cause.outcome === 'refused' ? 'invalid' : 'provider', cause.message, issues)
  })
}

export const shelf: Shelf = {
  list: async (what, io) => [...(await listed(what, true, io)), ...(await listed(what, false, io))],
  keep: (what, element, io) => {
    const [voice] = element.voices ?? []
    if (what === 'element') return told(elementAt(element, 'elements.0', io), 'input.elements.0.')
    if (!voice)
      throw new StudioError('invalid', 'It has no voice.', [{ path: 'voices', message: 'A sound is needed.' }])
    return told(voiceAt(voice, 'voices.0', io, element.id), 'input.')
  },
  known: async (what, element, io) => {
    const [voice] = element.voices ?? []
    if (what === 'element') return io.copies.get(elementMark(element))
    return voice && io.copies.get(voiceMark(voice))
  },
  drop: async (what, id, io) => {
    await said({ method: 'POST', path: deletes[what], body: { [`${what}_id`]: id } }, io)
    await io.copies.drop(id)
  },
}
