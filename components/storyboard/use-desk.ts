'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react'
import { api } from '@/lib/api/client'
import { StudioError } from '@/lib/errors'
import { type Desk, type DeskState, openDesk } from './desk'
import { orphans } from './kept'
import { boardsKey } from './list-query'

type Opening = { state: 'opening' } | { state: 'refused'; why: string } | { state: 'open'; desk: Desk }

/** Reads the board and what this browser still holds of it; saves for as long as the page stands. */
export function useOpening(id: string): Opening {
  const [opening, setOpening] = useState<Opening>({ state: 'opening' })
  const client = useQueryClient()
  const closed = useEffectEvent(() => void client.invalidateQueries({ queryKey: boardsKey }))
  useEffect(() => {
    let here = true
    let desk: Desk | undefined
    void read(id).then(
      (found) => {
        if (!here) return found.close()
        desk = found
        setOpening({ state: 'open', desk: found })
      },
      (error) => {
        if (here)
          setOpening({ state: 'refused', why: error instanceof StudioError ? error.message : 'It cannot be read.' })
      },
    )
    return () => {
      here = false
      desk?.close()
      closed()
    }
  }, [id])
  return opening
}

async function read(id: string): Promise<Desk> {
  const loaded = await api.readStoryboard({ params: { id } })
  const [left, ...others] = await orphans(id)
  for (const { draft } of others)
    await api.addStoryboard({ body: { ...draft, title: `${draft.title} (found unsaved)`.slice(0, 200) } })
  return openDesk(loaded, left)
}

export const useDeskState = (desk: Desk): DeskState => useSyncExternalStore(desk.watch, desk.read, desk.read)

/** Keeps what is unsaved when the page goes, and looks for what others saved while it stands. */
export function useKeeping(desk: Desk) {
  useEffect(() => {
    const keep = () => desk.rest()
    const look = () => {
      if (document.visibilityState === 'visible') void desk.look()
      else keep()
    }
    const online = () => void desk.save()
    window.addEventListener('pagehide', keep)
    window.addEventListener('online', online)
    document.addEventListener('visibilitychange', look)
    window.addEventListener('focus', look)
    const timer = setInterval(look, 10_000)
    return () => {
      window.removeEventListener('pagehide', keep)
      window.removeEventListener('online', online)
      document.removeEventListener('visibilitychange', look)
      window.removeEventListener('focus', look)
      clearInterval(timer)
    }
  }, [desk])
}
