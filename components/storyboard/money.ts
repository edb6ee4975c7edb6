// Prices of blocks and of sums of them, in words.
import { price } from '@/components/ui/figure'
import type { Block } from '@/lib/storyboard/plan'

export function priceWords(said: Block['price']): string {
  if (!said) return 'price not known'
  return said.basis === 'free' ? 'free' : price(said.amount)
}

/** Null: the price of one of them is not known. */
export function sumOf(blocks: readonly Block[]): Block['price'] {
  if (blocks.some((block) => block.price === null)) return null
  const amount = Math.round(blocks.reduce((sum, block) => sum + (block.price?.amount ?? 0), 0) * 1e6) / 1e6
  return { amount, currency: 'USD', basis: blocks.every((block) => block.price?.basis === 'free') ? 'free' : 'sum' }
}
