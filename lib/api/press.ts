// One press, one order: it is kept in this tab until the studio has answered, and sent again under the same id after silence.
import { StudioError } from '../errors'

/** Milliseconds between the attempts. */
const waits = [500, 1000, 2000, 4000]
/** Milliseconds: what follows a press as closely is the same press, made twice by a hand or over and over by a held key. */
const oneGo = 600

/** Asked at every press: whether it is one of its own. Answers are quick, so without this a held key orders again and again. */
export function openPresses(now = () => performance.now()): () => boolean {
  let last = Number.NEGATIVE_INFINITY
  return () => {
    const at = now()
    const isNew = at - last > oneGo
    last = at
    return isNew
  }
}

/** @param place in the storage of the tab: a reload in the middle of a press neither loses the order nor makes a second one. */
export const keptPress = <T extends { id: string }>(place: string) => ({
  read(): T | undefined {
    try {
      const found: T | null = JSON.parse(sessionStorage.getItem(place) ?? 'null')
      return found && typeof found.id === 'string' ? found : undefined
    } catch {
      return
    }
  },
  write(order: T | undefined) {
    try {
      if (order) sessionStorage.setItem(place, JSON.stringify(order))
      else sessionStorage.removeItem(place)
    } catch {
      // Without storage the order is kept in memory for as long as the page stands.
    }
  },
})

/** Sends again only after silence; every answer, a refusal too, ends it. Throws the StudioError of the last attempt. */
export async function untilAnswered<T>(send: () => Promise<T>): Promise<T> {
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
