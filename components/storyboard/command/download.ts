'use client'
// The board leaves the studio: as one file with its pictures, or as a script.
import { say } from '@/components/ui/toast'
import { api } from '@/lib/api/client'
import type { Element } from '@/lib/elements/element'
import { StudioError } from '@/lib/errors'
import { fileName, formatOf, formats } from '@/lib/media/format'
import { elementParts, filesOf, hashOf, largestBoard, packBoard } from '@/lib/storyboard/file'
import { type ScriptKind, scripts } from '@/lib/storyboard/script'
import { shotMedia } from '@/lib/storyboard/storyboard'
import type { Draft } from '../desk/draft'

const endings = { fountain: 'fountain', list: 'md', csv: 'csv' } as const

export async function download(draft: Draft, what: 'zip' | ScriptKind) {
  try {
    if (what === 'zip') {
      say({ words: 'Packing the board with its pictures' })
      hand(
        new Blob([(await packed(draft)) as Uint8Array<ArrayBuffer>], { type: 'application/zip' }),
        draft.title,
        'zip',
      )
      return
    }
    const shots = draft.shots.map(({ id: _, ...shot }) => shot)
    const text = scripts[what].write({ title: draft.title, ...(draft.look ? { look: draft.look } : {}), shots })
    hand(new Blob([text], { type: 'text/plain;charset=utf-8' }), draft.title, endings[what])
    const left = leftOut(draft, what)
    if (left.length > 0)
      say({
        words: `Not part of such a script: ${left.join(', ')}. The board as one file keeps everything.`,
        stays: true,
      })
  } catch (error) {
    say({ words: error instanceof Error ? error.message : 'It could not be saved.', stays: true })
  }
}

/** What the shots say and this kind of script has no place for. */
function leftOut({ shots, look }: Draft, kind: ScriptKind): string[] {
  const parts = {
    framing: kind !== 'csv',
    camera: kind !== 'csv',
    dialogue: kind === 'list',
    notes: kind === 'list',
    colour: true,
  } as const
  const keys = Object.keys(parts) as (keyof typeof parts)[]
  const pictures = shots.some((shot) => shotMedia(shot).length > 0)
  return [
    ...keys.filter((key) => parts[key] && shots.some((shot) => shot[key] !== undefined)),
    ...(pictures ? ['pictures'] : []),
    ...(look ? ['the look'] : []),
  ]
}

async function packed(draft: Draft): Promise<Uint8Array> {
  const elements = (await calledBy(draft)).map(elementParts)
  const files: Parameters<typeof packBoard>[0]['files'] = {}
  const bytes = new Map<string, Uint8Array>()
  let total = 0
  for (const id of filesOf({ board: draft, elements })) {
    const answer = await fetch(`/api/media/${encodeURIComponent(id)}`)
    if (!answer.ok)
      throw new StudioError(
        'not-found',
        'A picture of this board is not in the library any more; take it off its shot first.',
      )
    const content = new Uint8Array(await answer.arrayBuffer())
    total += content.length
    if (total > largestBoard.unpacked)
      throw new StudioError('too-large', 'The pictures and films of this board are too large for one file.')
    const mime = answer.headers.get('content-type')?.split(';')[0] ?? ''
    const format = formatOf(mime)
    const name = format ? `${id}.${formats[format].extension}` : id
    files[id] = { path: `files/${name}`, name: fileName({ name, mime }), mime, sha256: await hashOf(content) }
    bytes.set(`files/${name}`, content)
  }
  return packBoard({ board: draft, elements, files }, bytes)
}

async function calledBy({ shots }: Draft): Promise<Element[]> {
  const called = new Set(shots.flatMap(({ elements = [] }) => elements))
  const found: Element[] = []
  for (let cursor: string | undefined; called.size > 0; ) {
    const page = await api.listElements({ query: { limit: 200, ...(cursor ? { cursor } : {}) } })
    for (const one of page.items) if (called.delete(one.name)) found.push(one)
    if (!page.nextCursor) break
    cursor = page.nextCursor
  }
  return found
}

function hand(blob: Blob, title: string, ending: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = `${title.replace(/[\\/:*?"<>|]+/g, ' ').trim() || 'board'}.${ending}`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
