'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react'
import { say } from '@/components/ui/toast'
import { api } from '@/lib/api/client'
import { StudioError } from '@/lib/errors'
import { boardsKey } from '../list/query'
import { type Desk, type DeskState, isGone, openDesk } from './desk'
import { type KeptDraft, openPlace, orphans } from './kept'

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
  const loaded = await api.readStoryboard({ params: { id } }).catch(async (error: unknown) => {
    // The board is gone; what this browser holds of it unsaved is not.
    if (isGone(error)) for (const left of await orphans(id)) await asBoard(id, left)
    throw error
  })
  const [left, ...others] = await orphans(id)
  const desk = openDesk(loaded, left)
  for (const other of others) void asBoard(id, other)
  return desk
}

/** What a second page left unsaved becomes a board of its own; until the studio has it, it stays in this browser. */
async function asBoard(id: string, left: KeptDraft) {
  const place = openPlace(id)
  place.keep(left)
  try {
    await api.addStoryboard({
      body: { ...left.draft, title: `${left.draft.title} (found unsaved)`.slice(0, 200) },
    })
    place.forget()
    say({ words: `Words that were left unsaved are a board of their own now: ${left.draft.title} (found unsaved)` })
  } catch (error) {
    const why = error instanceof StudioError ? ` ${error.message}` : ''
    say({
      words: `Words that another tab left unsaved stay in this browser until the studio has them.${why}`,
      stays: true,
    })
  }
  place.leave()
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
