'use client'
// The session as the provider holds it and as it is shown: every point is asked for, and kept only once it was taken.
import { useCallback, useRef, useState } from 'react'
import { address } from '@/lib/api/address'
import { addressOf, api } from '@/lib/api/client'
import type { ProviderId } from '@/lib/models/row'
import { keepSession, type Session, type Spot, withSpots } from './session'

/** `picture`: a data address, light where the subject is. */
export type Outline = { subject: string; picture: string }

export function useSession(provider: ProviderId, start: Session | undefined) {
  const [session, setSession] = useState(start)
  const [outlines, setOutlines] = useState<Readonly<Record<number, readonly Outline[]>>>({})
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string>()
  // One question after the other: the answer to an earlier click must not paint over a later one.
  const line = useRef<Promise<unknown>>(Promise.resolve())
  const ask = useCallback(<T>(work: () => Promise<T>): Promise<T | undefined> => {
    const turn = line.current.then(async () => {
      setBusy(true)
      setRefused(undefined)
      try {
        return await work()
      } catch (error) {
        setRefused(error instanceof Error ? error.message : 'The provider did not answer.')
        return undefined
      } finally {
        setBusy(false)
      }
    })
    line.current = turn
    return turn
  }, [])
  // A second click may be made before the first is answered: what is kept builds on the answer, not on the click.
  const latest = useRef(start)
  const keep = (next: Session) => {
    latest.current = next
    keepSession(next)
    setSession(next)
    return next
  }
  const at = (one: Session) => ({ id: provider, session: one.session })

  const open = (film: string) =>
    ask(async () => {
      const found = await api.openSelection({ params: { id: provider }, body: { film: { asset: film } } })
      setOutlines({})
      return keep({ ...found, film, openedAt: Date.now(), points: {} })
    })
  const point = (one: Session, act: 'set' | 'drop', frame: number, spot: Spot) =>
    ask(async () => {
      const answer = await api.pointSelection({ params: at(one), body: { act, frame, points: [spot] } })
      setOutlines((before) => ({ ...before, [frame]: answer.outlines }))
      const now = latest.current ?? one
      const own = now.points[frame] ?? []
      const spots = act === 'set' ? [...own, spot] : own.filter(({ x, y }) => x !== spot.x || y !== spot.y)
      return keep(withSpots(now, frame, spots))
    })
  const clear = (one: Session) =>
    ask(async () => {
      await api.clearSelection({ params: at(one) })
      setOutlines({})
      return keep({ ...one, points: {} })
    })
  const show = (one: Session) =>
    ask(async () => {
      const response = await fetch(addressOf(address.showSelection, { params: at(one) }))
      if (!response.ok) throw new Error((await response.json()).detail ?? 'The preview did not come.')
      return URL.createObjectURL(await response.blob())
    })
  return { session, outlines, busy, refused, open, point, clear, show }
}
