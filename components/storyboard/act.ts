'use client'
// What can be done with the shots of a board: one object, for cards, inspector, keys and menus alike.
import { useMemo } from 'react'
import { say } from '@/components/ui/toast'
import {
  addShot,
  duplicateShot,
  moveBorder,
  moveShot,
  removeShots,
  type ShotChange,
  setShot,
  splitShot,
} from '@/lib/storyboard/edits'
import type { Wishes } from '@/lib/storyboard/storyboard'
import { authoredLength, choose, lock, unlock, wishBreak, wishLengths } from '@/lib/storyboard/wish'
import type { Desk } from './desk'

export type Act = ReturnType<typeof useAct>

/** Seconds of a shot that is added by hand. */
const usual = 4

/** @param select shows a shot; `edit` puts the caret into its words. */
export function useAct(desk: Desk, select: (id: string, edit?: boolean) => void) {
  return useMemo(() => {
    const { edit } = desk
    const shots = () => desk.read().history.now.shots
    return {
      select,
      add(after?: string) {
        const id = crypto.randomUUID()
        const before = shots().find((shot) => shot.id === after) ?? shots().at(-1)
        const scene = before?.scene === undefined ? {} : { scene: before.scene }
        edit((draft) => addShot(draft, { id, prompt: '', duration: usual, ...scene }, after))
        select(id, true)
      },
      set: (id: string, change: ShotChange, key?: string) =>
        edit((draft) => setShot(draft, id, change), key && `${id} ${key}`),
      seconds: (id: string, duration: number) =>
        edit((draft) => setShot(draft, id, { duration, fromScript: undefined }), `${id} seconds`),
      border: (id: string, by: number) => edit((draft) => moveBorder(draft, id, by), `${id} border`),
      move(id: string, by: number) {
        edit((draft) => moveShot(draft, id, by))
      },
      /** To the place that another shot has now. */
      moveTo(id: string, other: string) {
        const at = (wanted: string) => shots().findIndex((shot) => shot.id === wanted)
        edit((draft) => moveShot(draft, id, at(other) - at(id)))
      },
      duplicate(id: string) {
        const copy = crypto.randomUUID()
        edit((draft) => duplicateShot(draft, id, copy))
        select(copy)
      },
      /** In half, words at the end of the sentence nearest to their middle. */
      split(id: string) {
        const shot = shots().find((one) => one.id === id)
        if (!shot) return
        if (shot.duration < 2) return say({ words: 'A shot of less than 2 s cannot be split.' })
        edit((draft) => splitShot(draft, id, middle(shot.prompt), crypto.randomUUID()))
      },
      remove(id: string) {
        const at = shots().findIndex((shot) => shot.id === id)
        if (at < 0) return
        const next = shots()[at + 1] ?? shots()[at - 1]
        edit((draft) => removeShots(draft, [id]))
        if (next) select(next.id)
        say({ words: `Shot ${number(at)} removed`, action: { label: 'Undo', onClick: desk.undo } })
      },
      wishBreak: (id: string, how: 'join' | 'split' | undefined) => edit((draft) => wishBreak(draft, id, how)),
      lock: (ids: readonly string[]) => edit((draft) => lock(draft, ids)),
      unlock: (ids: readonly string[]) => edit((draft) => unlock(draft, ids)),
      lengths: (lengths: NonNullable<Wishes['lengths']>) => edit((draft) => wishLengths(draft, lengths)),
      authored: (id: string) => edit((draft) => authoredLength(draft, id)),
      choose: (id: string, taskId: string) => edit((draft) => choose(draft, id, taskId)),
      sound: () => edit((draft) => ({ ...draft, settings: { ...draft.settings, sound: true } })),
    }
  }, [desk, select])
}

/** 01, 02 … */
export const number = (at: number) => String(at + 1).padStart(2, '0')

function middle(text: string): number {
  const ends = [...text.matchAll(/[.!?。！？]\s+/gu)].map((hit) => hit.index + hit[0].length)
  const half = text.length / 2
  return ends.sort((a, b) => Math.abs(a - half) - Math.abs(b - half))[0] ?? text.length
}
