import { expect, test } from '@playwright/test'
import type { Draft } from '../../../components/storyboard/desk/draft'
import { keepUndo, keptUndo, resumed } from '../../../components/storyboard/desk/undo'
import { begin, edited, type History, redone, undone } from '../../../lib/storyboard/history'

/** A tab's storage that holds so many characters. */
function storage(room = 5_000_000) {
  const held = new Map<string, string>()
  return () => ({
    getItem: (key: string) => held.get(key) ?? null,
    setItem(key: string, value: string) {
      if (value.length > room) throw new DOMException('full', 'QuotaExceededError')
      held.set(key, value)
    },
    removeItem: (key: string) => void held.delete(key),
    get size() {
      return [...held.values()].reduce((sum, one) => sum + one.length, 0)
    },
  })
}

const draft: Draft = {
  title: 'Keeper',
  look: 'Grain.',
  settings: { model: 'animatic' },
  wishes: { breaks: { s3: 'split' } },
  shots: Array.from({ length: 200 }, (_, at) => ({
    id: `s${at}`,
    prompt: `Shot ${at}. ${'Salt. '.repeat(40)}`,
    duration: 4,
  })),
}
const written = (now: Draft, at: number, prompt: string): Draft => ({
  ...now,
  shots: now.shots.map((shot, index) => (index === at ? { ...shot, prompt } : shot)),
})
const steps = (count: number): History<Draft> => {
  let history = begin(draft)
  for (let step = 0; step < count; step++) history = edited(history, written(history.now, step % 200, `Step ${step}`))
  return history
}

test('every step comes back after a reload, on a long board too, each part of it written once', () => {
  const place = storage()
  const history = undone(undone(steps(500)))
  keepUndo('b', { history, shortened: false }, place)
  const kept = keptUndo('b', place)
  expect(kept).toEqual({ history: { past: history.past, now: history.now, future: history.future }, shortened: false })
  expect(keptUndo('another', place)).toBeUndefined()
  expect(place().size).toBeLessThan(1_000_000)
  const back = kept && resumed(kept.history, structuredClone(draft))
  expect(back?.past.at(-1)).toEqual(history.now)
})

test('what the tab cannot hold is let go from the far ends, and said', () => {
  const place = storage(200_000)
  const history = steps(400)
  keepUndo('b', { history, shortened: false }, place)
  const kept = keptUndo('b', place)
  expect(kept?.shortened).toBe(true)
  expect(kept?.history.past.length).toBeGreaterThan(10)
  expect(kept?.history.past.at(-1)).toEqual(history.past.at(-1))
  const tiny = storage(100)
  keepUndo('b', { history, shortened: false }, tiny)
  expect(keptUndo('b', tiny)).toBeUndefined()
})

test('a board that stands as it was left goes on where it was; one that was changed elsewhere meanwhile has that as a step', () => {
  const history = undone(steps(3))
  const same = structuredClone(history.now)
  const on = resumed(history, same)
  expect(on.now).toBe(same)
  expect([undone(on).now, redone(on).now]).toEqual([history.past.at(-1), history.future[0]])
  const theirs = written(history.now, 7, 'Theirs')
  const after = resumed(history, theirs)
  expect(after.now).toBe(theirs)
  expect(undone(after).now).toEqual(history.now)
})
