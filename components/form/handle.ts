// Names that words may point at: @keeper, @voice_1. They stay names here; numbers are written only on sending.
import { castAs } from '@/lib/elements/cast'
import type { Element } from '@/lib/elements/element'
import type { Medium } from '@/lib/media/medium'
import type { ElementUse, Input } from '@/lib/models/input'
import type { Workflow } from '@/lib/models/row'
import { whyNot } from './cast'

const lists = [
  { key: 'voices', word: 'voice', what: 'voice' },
  { key: 'referenceImages', word: 'image', what: 'reference picture' },
] as const

/** `adds`: it is not in the draft yet; taking it puts it there. */
export type Handle = { name: string; about: string; picture?: Medium; adds?: ElementUse }

/** What may be named in this workflow just now: its elements, and the numbered media that its sentences allow. */
export function handlesOf(workflow: Workflow, input: Input): Handle[] {
  const elements = (input.elements ?? []).map(({ id, description, frontalImage, images }): Handle => {
    const picture = frontalImage ?? images?.[0]
    return { name: id, about: description ?? 'element', ...(picture ? { picture } : {}) }
  })
  const numbered = lists.flatMap(({ key, word, what }): Handle[] =>
    workflow.fields[key]
      ? (input[key] ?? []).map((medium, at) => ({
          name: `${word}_${at + 1}`,
          about: `${what} ${at + 1}`,
          ...(word === 'image' ? { picture: medium } : {}),
        }))
      : [],
  )
  return [...elements, ...numbered]
}

/** Elements of the library that this workflow could take besides those it has. */
export function offeredBy(workflow: Workflow, names: readonly string[], library: readonly Element[]): Handle[] {
  const limits = workflow.fields.elements?.limits
  if (!limits) return []
  return library.flatMap((element): Handle[] => {
    if (whyNot(limits, names, element) !== undefined) return []
    const { name, description, frontalImage } = element
    const about = description ? `from the library · ${description}` : 'from the library'
    return [{ name, about, adds: castAs(element), ...(frontalImage ? { picture: frontalImage } : {}) }]
  })
}

const part = /[\p{L}\p{N}_-]/u
export type Ask = { from: number; to: number; word: string }

/** The name being written at the caret: what follows the nearest @ that begins a word. */
export function askedAt(text: string, caret: number): Ask | undefined {
  let from = caret
  while (from > 0 && part.test(text[from - 1] ?? '')) from--
  if (text[from - 1] !== '@' || part.test(text[from - 2] ?? '')) return
  return { from: from - 1, to: caret, word: text.slice(from, caret).toLowerCase() }
}

export function matching(handles: readonly Handle[], word: string): Handle[] {
  return handles.filter(({ name }) => name.toLowerCase().startsWith(word))
}

/** The words cut into plain pieces and pieces that name something known. */
export function pieces(text: string, handles: readonly Handle[]): { text: string; handle?: Handle; at: number }[] {
  const found: { text: string; handle?: Handle; at: number }[] = []
  let last = 0
  for (const hit of text.matchAll(/(?<![\p{L}\p{N}_@])@([\p{L}\p{N}_]+(?:-+[\p{L}\p{N}_]+)*)/gu)) {
    const handle = handles.find(({ name, adds }) => name === hit[1] && !adds)
    if (!handle) continue
    if (hit.index > last) found.push({ text: text.slice(last, hit.index), at: last })
    found.push({ text: hit[0], handle, at: hit.index })
    last = hit.index + hit[0].length
  }
  if (last < text.length) found.push({ text: text.slice(last), at: last })
  return found
}
