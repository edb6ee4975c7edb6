import { expect, test } from '@playwright/test'
import { withNamed } from '../../../components/storyboard/desk/named'
import { blocksPrice, sumOf } from '../../../components/storyboard/plan/money'
import { isPressed, spokenKeys } from '../../../components/ui/keys'
import type { Block } from '../../../lib/storyboard/plan'
import type { BoardShot } from '../../../lib/storyboard/storyboard'

const shot = (prompt: string, elements?: string[]): BoardShot => ({
  id: 'a',
  prompt,
  duration: 4,
  ...(elements ? { elements } : {}),
})
const known = ['keeper', 'kee', 'boat']

test('an element that is called in the words is on the shot, and goes with its name', () => {
  expect(withNamed(shot(''), '@kee', known).elements).toEqual(['kee'])
  expect(withNamed(shot('@kee', ['kee']), '@keeper waits', known).elements).toEqual(['keeper'])
  expect(withNamed(shot('@keeper waits', ['keeper']), 'He waits', known).elements).toBeUndefined()
  expect(withNamed(shot('He waits', ['boat']), 'He waits.', known).elements).toEqual(['boat'])
  expect(withNamed(shot(''), 'mail@keeper @@boat @nobody', known).elements).toBeUndefined()
})

const key = (key: string, more: Partial<KeyboardEvent> = {}) =>
  ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, code: '', ...more }) as KeyboardEvent

test('keys are told apart by what is held with them, on either keyboard', () => {
  expect(isPressed('Mod+Z', key('z', { ctrlKey: true }))).toBe(true)
  expect(isPressed('Mod+Z', key('z', { metaKey: true }))).toBe(true)
  expect(isPressed('Mod+Z', key('Z', { ctrlKey: true, shiftKey: true }))).toBe(false)
  expect(isPressed('B', key('b'))).toBe(true)
  expect(isPressed('B', key('B', { shiftKey: true }))).toBe(false)
  expect(isPressed('Shift+B', key('B', { shiftKey: true }))).toBe(true)
  expect(isPressed('?', key('?', { shiftKey: true }))).toBe(true)
  expect(isPressed('Alt+ArrowLeft', key('ArrowLeft', { altKey: true }))).toBe(true)
  expect(isPressed('Alt+ArrowLeft', key('ArrowLeft', { altKey: true, shiftKey: true }))).toBe(false)
  expect(isPressed('Space', key(' '))).toBe(true)
  expect(spokenKeys('Mod+K')).toBe('Control+K Meta+K')
})

test('what cannot be ordered is not called free, and a price is told only where all can be', () => {
  const block = (ready: boolean, price: Block['price']) => ({ ready, price }) as Block
  const free = block(true, { amount: 0, currency: 'USD', basis: 'free' })
  const paid = block(true, { amount: 1.5, currency: 'USD', basis: 'list' })
  const not = block(false, null)
  expect(blocksPrice([not])).toBe('not yet possible')
  expect(blocksPrice([free, not])).toBe('not yet possible')
  expect(sumOf([not])?.basis).not.toBe('free')
  expect(blocksPrice([free, free])).toBe('free')
  expect(blocksPrice([free, paid])).toBe('$1.50')
  expect(blocksPrice([paid, block(true, null)])).toBe('price not known')
})
