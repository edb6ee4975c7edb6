// Words that are not saved yet, kept in this browser: one place per open page, so that two pages never write over each other.
import type { Draft } from './draft'

/** `sent`: what went out from here and was not answered yet; it may stand at the studio. */
export type KeptDraft = { version: number; draft: Draft; sent?: readonly Draft[] }

const placeOf = (board: string) => `reelboard.board.${board}.`

/** False without room or storage: then the words live in this page alone, until they are saved. */
function put(key: string, kept: KeptDraft): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(kept))
    return true
  } catch {
    return false
  }
}

/** A place of this page's own, and a lock on it that lasts as long as the page. */
export function openPlace(board: string) {
  const key = `${placeOf(board)}${crypto.randomUUID()}`
  let leave = () => {}
  const left = new Promise<void>((done) => {
    leave = done
  })
  void navigator.locks?.request(key, () => left)
  return {
    keep({ sent, ...words }: KeptDraft) {
      // The words come first: what was sent may be more than there is room for.
      if (!put(key, { ...words, sent })) put(key, words)
    },
    forget() {
      try {
        localStorage.removeItem(key)
      } catch {
        return
      }
    },
    leave,
  }
}

/** What pages that are gone left unsaved; it is taken out of its place. */
export async function orphans(board: string): Promise<KeptDraft[]> {
  const found: KeptDraft[] = []
  for (const key of keysOf(placeOf(board))) {
    const take = () => {
      try {
        const kept: KeptDraft | null = JSON.parse(localStorage.getItem(key) ?? 'null')
        if (kept && Array.isArray(kept.draft?.shots)) found.push(kept)
        localStorage.removeItem(key)
      } catch {
        return
      }
    }
    if (!navigator.locks) take()
    else await navigator.locks.request(key, { ifAvailable: true }, (lock) => lock && take())
  }
  return found
}

function keysOf(place: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(place))
  } catch {
    return []
  }
}
