'use client'
// Orders the blocks of a board once: the key stands before the first attempt and is kept until the studio has answered.
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import { say } from '@/components/ui/toast'
import { api } from '@/lib/api/client'
import { keys } from '@/lib/api/keys'
import { keptPress, openPresses, untilAnswered } from '@/lib/api/press'
import { StudioError } from '@/lib/errors'
import type { Row } from '@/lib/models/row'
import type { Desk } from '../desk/desk'

/** Shots are named, so that the same order asked again is the same order. */
export type Scope = 'all' | string[]
type Order = {
  id: string
  /** That of the board as it was seen; what somebody saves meanwhile is not ordered unseen. */
  version: number
  provider: Row['provider']
  model: string
  scope: Scope
  blocks?: { shotIds: string[] }[]
}
export type Placing = 'idle' | 'sending' | 'unanswered'

const keptFor = (board: string) => keptPress<Order>(`reelboard.render.${board}`)

export function useRender(desk: Desk) {
  const client = useQueryClient()
  const [placing, setPlacing] = useState<Placing>('idle')
  const open = useRef<Order>(undefined)
  const busy = useRef(false)
  const saving = useRef(false)
  const [isNewPress] = useState(openPresses)

  const deliver = useCallback(async () => {
    const order = open.current
    if (!order || busy.current) return
    busy.current = true
    setPlacing('sending')
    const settle = () => {
      open.current = undefined
      keptFor(desk.id).write(undefined)
    }
    try {
      const { tasks } = await untilAnswered(() => api.renderStoryboard({ params: { id: desk.id }, body: order }))
      settle()
      say({ words: tasks.length === 1 ? '1 block is on its way' : `${tasks.length} blocks are on their way` })
      // Until the board knows what is on its way, it would offer the same again.
      await client.invalidateQueries({ queryKey: keys.tasks })
      setPlacing('idle')
    } catch (error) {
      if (!(error instanceof StudioError) || error.code === 'unreachable') setPlacing('unanswered')
      else {
        settle()
        setPlacing('idle')
        say({ words: error.message, stays: true })
        if (error.code === 'conflict') void desk.look()
        if (error.code === 'over-cap') void client.invalidateQueries({ queryKey: keys.spend })
      }
    } finally {
      busy.current = false
    }
  }, [client, desk])

  const place = async ({ provider, model }: Row, { scope, runs }: { scope: Scope; runs?: string[][] }) => {
    // A press beside another would be kept as an order of its own, and go out with the next one.
    if (!isNewPress() || busy.current || saving.current) return
    if (!open.current) {
      saving.current = true
      setPlacing('sending')
      // The studio orders what it has; so it must have what stands here.
      const seen = desk.read().history.now
      const saved = await desk.save()
      saving.current = false
      // What came in meanwhile was not priced for anybody.
      const isSeen = desk.read().history.now === seen
      if (!saved || !isSeen) {
        setPlacing('idle')
        const why = saved ? 'The board was changed right after the press' : 'The board is not saved yet'
        return say({ words: `${why}, so nothing was ordered.`, stays: true })
      }
      const blocks = runs ? { blocks: runs.map((shotIds) => ({ shotIds })) } : {}
      open.current = { id: crypto.randomUUID(), version: desk.version(), provider, model, scope, ...blocks }
      keptFor(desk.id).write(open.current)
    }
    await deliver()
  }

  const resume = useEffectEvent(() => {
    open.current ??= keptFor(desk.id).read()
    void deliver()
  })
  useEffect(() => resume(), [])
  return { placing, place }
}
