'use client'
// The plan of the board as it stands, made in the browser; and the facts of the files that it asks for.
import { replaceEqualDeep, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useRef } from 'react'
import { assetKey, remember } from '@/components/media/fact'
import { api } from '@/lib/api/client'
import { useElements } from '@/lib/api/element-query'
import { castAs } from '@/lib/elements/cast'
import { type Element, elementMedia } from '@/lib/elements/element'
import type { Asset } from '@/lib/media/asset'
import type { Row } from '@/lib/models/row'
import { type Around, type Block, type Plan, plan } from '@/lib/storyboard/plan'
import type { Tails } from '@/lib/storyboard/seam'
import { type Board, boardMedia } from '@/lib/storyboard/storyboard'

type Files = Readonly<Record<string, Asset>>
export type Planned = Plan & {
  /** Files of the board are still being looked up; nothing can be said of them yet. */
  waiting: boolean
  around: Around
  /** Names of the library's elements. */
  known: readonly string[]
  /** The block of a shot, by the shot's id. */
  of: ReadonlyMap<string, Block>
}

/**
 * A block in which nothing changed is the same object as before, so that nothing of it need be drawn again.
 * @param tails what the films before the board's seams give.
 */
export function usePlan(board: Board, row: Row, tails: Tails): Planned {
  const { data: library = nobody, isPending } = useElements()
  const { files, waiting: looking } = useFiles(board, library)
  const waiting = looking || isPending
  const around = useMemo((): Around => {
    const cast = new Map(library.map((element) => [element.name, castAs(element)]))
    return { cast: (name) => cast.get(name), file: (id) => files[id], tails }
  }, [files, library, tails])
  const known = useMemo(() => library.map(({ name }) => name), [library])
  const before = useRef<Block[]>([])
  return useMemo(() => {
    const made = plan(board, row, around)
    const blocks = replaceEqualDeep(before.current, made.blocks)
    before.current = blocks
    return {
      ...made,
      blocks,
      issues: waiting ? [] : made.issues,
      waiting,
      around,
      known,
      of: new Map(blocks.flatMap((block) => block.shotIds.map((id) => [id, block] as const))),
    }
  }, [board, row, around, known, waiting])
}

const none: Files = {}
const nobody: Element[] = []

function useFiles({ shots, wishes }: Board, library: readonly Element[]): { files: Files; waiting: boolean } {
  const client = useQueryClient()
  const ids = useMemo(() => {
    const named = new Set(shots.flatMap(({ elements = [] }) => elements))
    const cast = library.filter(({ name }) => named.has(name)).flatMap(elementMedia)
    const media = [...boardMedia({ shots, wishes }), ...cast.map(({ medium }) => medium)]
    return [...new Set(media.flatMap((one) => ('asset' in one ? [one.asset] : [])))].sort().join(' ')
  }, [shots, wishes, library])
  const { data, isPending, isPlaceholderData } = useQuery({
    queryKey: ['board-files', ids],
    queryFn: async ({ signal }) => {
      const found: Record<string, Asset> = {}
      const wanted = new Set(ids.split(' ').filter(Boolean))
      const take = (asset: Asset) => {
        if (wanted.delete(asset.id)) found[asset.id] = asset
      }
      for (const id of [...wanted]) {
        const held = client.getQueryData<Asset | null>(assetKey(id))
        if (held) take(held)
      }
      for (let cursor: string | undefined; wanted.size > 0; ) {
        const page = await api.listMedia({ query: { limit: 200, ...(cursor ? { cursor } : {}) } }, { signal })
        for (const asset of page.items) {
          remember(client, asset)
          take(asset)
        }
        if (!page.nextCursor) break
        cursor = page.nextCursor
      }
      return found
    },
    staleTime: Infinity,
    placeholderData: (before) => before,
  })
  return { files: data ?? none, waiting: isPending || isPlaceholderData }
}

/** Characters that the chosen model takes for this shot, as its block stands. */
export function limitOf(row: Row, block: Block | undefined): number | undefined {
  const workflow = row.workflows.find(({ id }) => id === block?.workflow)
  // Cut by the model, several shots are one text, as long as the words of one.
  const inOne = block !== undefined && block.input.prompt !== undefined
  if (!inOne) return workflow?.fields.shots?.limits.words.max
  return workflow?.fields.prompt?.limits.max
}

export type Readiness = 'ready' | 'word' | 'blocked'

/** Whether a block can be ordered: it can, after a choice of the person, or not as it stands. */
export function readiness(block: Block, { issues }: Plan): Readiness {
  const own = issues.filter(({ shotId }) => shotId !== undefined && block.shotIds.includes(shotId))
  if (own.length === 0) return 'ready'
  return own.every(({ choices, seams }) => choices?.length || seams?.length) ? 'word' : 'blocked'
}
