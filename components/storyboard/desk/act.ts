'use client'
// What can be done with the shots of a board: one object, for cards, inspector, keys and menus alike.
import { useMemo } from 'react'
import { say } from '@/components/ui/toast'
import {
  addShot,
  duplicateShots,
  lengthenShots,
  moveBorder,
  moveShots,
  placeShots,
  removeShots,
  type ShotChange,
  setShot,
  setShots,
  splitShot,
} from '@/lib/storyboard/edits'
import type { BoardShot, Seam, Wishes } from '@/lib/storyboard/storyboard'
import {
  authoredLength,
  choose,
  keepTake,
  lock,
  meet,
  share,
  startAt,
  unlock,
  wishBreak,
  wishLengths,
} from '@/lib/storyboard/wish'
import type { Desk } from './desk'
import type { Draft } from './draft'
import { withNamed } from './named'

export type Act = ReturnType<typeof useAct>

/** `edit` puts the caret into the shot's words; `how` adds it to those that are selected, or all up to it. */
export type Select = (id: string, edit?: boolean, how?: 'toggle' | 'range') => void

/** Seconds of a shot that is added by hand. */
const usual = 4

type Selecting = { select: Select; many: (ids: readonly string[]) => void; selected: () => readonly string[] }

/** @param known names of the library's elements. */
export function useAct(desk: Desk, selecting: Selecting, known: readonly string[]) {
  return useMemo(() => {
    const { edit } = desk
    const { select, many: selectMany, selected } = selecting
    const shots = () => desk.read().history.now.shots
    const removed = (words: string) => say({ words, action: { label: 'Undo', onClick: desk.undo } })
    return {
      select,
      selectMany,
      add(after?: string) {
        const id = crypto.randomUUID()
        const before = shots().find((shot) => shot.id === after) ?? shots().at(-1)
        const scene = before?.scene === undefined ? {} : { scene: before.scene }
        edit((draft) => addShot(draft, { id, prompt: '', duration: usual, ...scene }, after))
        select(id, true)
      },
      set: (id: string, change: ShotChange, key?: string) =>
        edit((draft) => setShot(draft, id, change), key && `${id} ${key}`),
      /** What is called by @name in the words is on the shot. */
      words: (id: string, prompt: string) =>
        edit(
          (draft) =>
            setShot(
              draft,
              id,
              withNamed(
                draft.shots.find((shot) => shot.id === id),
                prompt,
                known,
              ),
            ),
          `${id} words`,
        ),
      /** Pinned ones keep what they have; one alone is changed all the same. */
      setMany(ids: readonly string[], change: ShotChange, key?: string) {
        const [only = '', ...others] = ids
        edit(
          (draft) => (others.length > 0 ? setShots(draft, ids, change) : setShot(draft, only, change)),
          key && `${ids.join(' ')} ${key}`,
        )
      },
      seconds: (id: string, duration: number) =>
        edit((draft) => setShot(draft, id, { duration, fromScript: undefined }), `${id} seconds`),
      longer: (ids: readonly string[], by: number) =>
        edit((draft) => lengthenShots(draft, ids, by), `${ids.join(' ')} seconds`),
      border: (id: string, by: number) => edit((draft) => moveBorder(draft, id, by), `${id} border`),
      move: (ids: readonly string[], by: 1 | -1) => edit((draft) => moveShots(draft, ids, by)),
      /** To the place that another shot has now. */
      moveTo: (ids: readonly string[], other: string) => edit((draft) => placeShots(draft, ids, other)),
      /** A shot dragged onto another; the selected ones go with it. */
      drop(id: string, other: string) {
        const ids = selected()
        edit((draft) => placeShots(draft, ids.includes(id) ? ids : [id], other))
      },
      duplicate(ids: readonly string[]) {
        const copies = ids.map(() => crypto.randomUUID())
        edit((draft) => duplicateShots(draft, ids, copies))
        selectMany(copies)
      },
      /** In half, words at the end of the sentence nearest to their middle. */
      split(id: string) {
        const shot = shots().find((one) => one.id === id)
        if (!shot) return
        if (shot.duration < 2) return say({ words: 'A shot of less than 2 s cannot be split.' })
        edit((draft) => splitShot(draft, id, middle(shot.prompt), crypto.randomUUID()))
      },
      remove(ids: readonly string[]) {
        const all = shots()
        const first = all.findIndex((shot) => ids.includes(shot.id))
        if (first < 0) return
        const rest = all.filter((shot) => !ids.includes(shot.id))
        edit((draft) => removeShots(draft, ids))
        const next = rest[first] ?? rest.at(-1)
        if (next) select(next.id)
        removed(ids.length === 1 ? `Shot ${number(first)} removed` : `${ids.length} shots removed`)
      },
      wishBreak: (id: string, how: 'join' | 'split' | undefined) => edit((draft) => wishBreak(draft, id, how)),
      /** How the block that begins with this shot meets the one before. */
      meet: (id: string, seam: Seam) => edit((draft) => meet(draft, id, seam)),
      share: (id: string, picture: BoardShot['firstFrame']) => edit((draft) => share(draft, id, picture)),
      /** The take of the shot before is chosen with it, so that a later one does not take its place unseen. */
      startAt: (id: string, before: string, { task, at }: { task: string; at?: number }) =>
        edit((draft) =>
          at === undefined ? startAt(draft, id, undefined) : startAt(choose(draft, before, task), id, { task, at }),
        ),
      /** What a shot brings itself gives way to the picture of its seam. */
      seamPicture(id: string, which: 'firstFrame' | 'lastFrame') {
        const at = shots().findIndex((shot) => shot.id === id)
        edit((draft) => setShot(draft, id, { [which]: undefined }))
        removed(`The ${which === 'firstFrame' ? 'first' : 'last'} picture of shot ${number(at)} was taken out`)
      },
      /** A picture of one's own becomes the one that the seam before `id` shares, and is the shot's alone no more. */
      shareOwn: (id: string, owner: string, which: 'firstFrame' | 'lastFrame') =>
        edit((draft) =>
          setShot(share(draft, id, draft.shots.find((shot) => shot.id === owner)?.[which]), owner, {
            [which]: undefined,
          }),
        ),
      lock: (ids: readonly string[]) => edit((draft) => lock(draft, ids)),
      unlock: (ids: readonly string[]) => edit((draft) => unlock(draft, ids)),
      lengths: (lengths: NonNullable<Wishes['lengths']>) => edit((draft) => wishLengths(draft, lengths)),
      authored: (id: string) => edit((draft) => authoredLength(draft, id)),
      choose: (id: string, taskId: string) => edit((draft) => choose(draft, id, taskId)),
      keepTake: (id: string, taskId: string, as: string) => edit((draft) => keepTake(draft, id, taskId, as)),
      settings: (change: Partial<Record<keyof NonNullable<Draft['settings']>, unknown>>) =>
        edit((draft) => ({ ...draft, settings: stated({ ...draft.settings, ...change }) })),
    }
  }, [desk, selecting, known])
}

/** Without what was taken away. */
const stated = (settings: object): NonNullable<Draft['settings']> =>
  Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined))

/** 01, 02 … */
export const number = (at: number) => String(at + 1).padStart(2, '0')

function middle(text: string): number {
  const ends = [...text.matchAll(/[.!?。！？]\s+/gu)].map((hit) => hit.index + hit[0].length)
  const half = text.length / 2
  return ends.sort((a, b) => Math.abs(a - half) - Math.abs(b - half))[0] ?? text.length
}
