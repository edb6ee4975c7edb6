'use client'
// Orders the blocks of a board once: the key stands before the first attempt and is kept until the studio has answered.
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import { say } from '@/components/ui/toast'
import { api } from '@/lib/api/client'
import { keys } from '@/lib/api/keys'
import { StudioError } from '@/lib/errors'
import type { Row } from '@/lib/models/row'
import type { Desk } from './desk'

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

const waits = [500, 1000, 2000, 4000]

/** Per tab, so that a reload in the middle of a press neither loses the order nor makes a second one. */
const keptFor = (board: string) => {
  const place = `reelboard.render.${board}`
  return {
    read(): Order | undefined {
      try {
        return JSON.parse(sessionStorage.getItem(place) ?? 'null') ?? undefined
      } catch {
        return
      }
    },
    write(order: Order | undefined) {
      try {
        if (order) sessionStorage.setItem(place, JSON.stringify(order))
        else sessionStorage.removeItem(place)
      } catch {
        // Without storage it is kept for as long as the page stands.
      }
    },
  }
}

export function useRender(desk: Desk) {
  const client = useQueryClient()
  const [placing, setPlacing] = useState<Placing>('idle')
  const open = useRef<Order>(undefined)
  const busy = useRef(false)
  const saving = useRef(false)

  const deliver = useCallback(async () => {
    const order = open.current
    if (!order || busy.current) return
    busy.current = true
    setPlacing('sending')
    const settle = () => {
      open.current = undefined
      keptFor(desk.id).write(undefined)
      setPlacing('idle')
    }
    try {
      const { tasks } = await untilAnswered(() => api.renderStoryboard({ params: { id: desk.id }, body: order }))
      settle()
      say({ words: tasks.length === 1 ? '1 block is on its way' : `${tasks.length} blocks are on their way` })
      await client.invalidateQueries({ queryKey: keys.tasks })
    } catch (error) {
      if (!(error instanceof StudioError) || error.code === 'unreachable') setPlacing('unanswered')
      else {
        settle()
        say({ words: error.message, stays: true })
        if (error.code === 'conflict') void desk.look()
        if (error.code === 'over-cap') void client.invalidateQueries({ queryKey: keys.spend })
      }
    } finally {
      busy.current = false
    }
  }, [client, desk])

  const place = async ({ provider, model }: Row, { scope, runs }: { scope: Scope; runs?: string[][] }) => {
    if (!open.current) {
      if (saving.current) return
      saving.current = true
      setPlacing('sending')
      // The studio orders what it has; so it must have what stands here.
      const saved = await desk.save()
      saving.current = false
      if (!saved) {
        setPlacing('idle')
        return say({ words: 'The board is not saved yet, so nothing was ordered.', stays: true })
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

async function untilAnswered<T>(send: () => Promise<T>): Promise<T> {
  for (const wait of waits) {
    try {
      return await send()
    } catch (error) {
      if (!(error instanceof StudioError) || error.code !== 'unreachable') throw error
      await new Promise((done) => setTimeout(done, wait))
    }
  }
  return send()
}
