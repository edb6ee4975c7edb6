// Undo over a reload of the tab: every step that was left, each part of it written once. Another tab has its own.
import { edited, type History } from '@/lib/storyboard/history'
import { type Draft, sameDraft } from './draft'

/** `shortened`: the storage of the tab did not hold all of it; the oldest steps are in the earlier versions alone. */
type KeptUndo = { history: History<Draft>; shortened: boolean }

type Step = Omit<Draft, 'shots' | 'settings' | 'wishes'> & { shots: number[]; settings?: number; wishes?: number }
type Packed = { parts: unknown[]; past: Step[]; now: Step; future: Step[]; shortened: boolean }
type Place = () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const tab: Place = () => sessionStorage
const keyOf = (board: string) => `reelboard.undo.${board}`

function packed({ history: { past, now, future }, shortened }: KeptUndo): Packed {
  const parts: unknown[] = []
  const places = new Map<unknown, number>()
  const at = (part: unknown): number => {
    const known = places.get(part)
    if (known !== undefined) return known
    places.set(part, parts.length)
    return parts.push(part) - 1
  }
  const step = ({ shots, settings, wishes, ...rest }: Draft): Step => ({
    ...rest,
    shots: shots.map(at),
    ...(settings ? { settings: at(settings) } : {}),
    ...(wishes ? { wishes: at(wishes) } : {}),
  })
  return { past: past.map(step), now: step(now), future: future.map(step), parts, shortened }
}

function unpacked({ parts, past, now, future, shortened }: Packed): KeptUndo {
  const step = ({ shots, settings, wishes, ...rest }: Step): Draft => ({
    ...rest,
    shots: shots.map((one) => parts[one] as Draft['shots'][number]),
    ...(settings === undefined ? {} : { settings: parts[settings] as NonNullable<Draft['settings']> }),
    ...(wishes === undefined ? {} : { wishes: parts[wishes] as NonNullable<Draft['wishes']> }),
  })
  return { history: { past: past.map(step), now: step(now), future: future.map(step) }, shortened }
}

/** What does not fit into the storage of the tab is let go from its far ends, half by half. */
export function keepUndo(board: string, kept: KeptUndo, place = tab): void {
  let { past, future } = kept.history
  let { shortened } = kept
  while (past.length + future.length > 0) {
    const history = { past, now: kept.history.now, future }
    try {
      place().setItem(keyOf(board), JSON.stringify(packed({ history, shortened })))
      return
    } catch {
      shortened = true
      past = past.slice(Math.ceil(past.length / 2))
      future = future.slice(0, Math.floor(future.length / 2))
    }
  }
  try {
    place().removeItem(keyOf(board))
  } catch {
    return
  }
}

export function keptUndo(board: string, place = tab): KeptUndo | undefined {
  try {
    const found: Packed | null = JSON.parse(place().getItem(keyOf(board)) ?? 'null')
    return found ? unpacked(found) : undefined
  } catch {
    return
  }
}

/** The history goes on with the board as it stands by now: what was changed elsewhere meanwhile is a step of its own. */
export const resumed = (history: History<Draft>, now: Draft): History<Draft> =>
  sameDraft(history.now, now) ? { past: history.past, now, future: history.future } : edited(history, now)
