// Prices of blocks and of sums of them, in words.
import { price } from '@/components/ui/figure'
import type { Block, Plan } from '@/lib/storyboard/plan'

export function priceWords(said: Block['price']): string {
  if (!said) return 'price not known'
  return said.basis === 'free' ? 'free' : price(said.amount)
}

/** What cannot be ordered as it stands has no price. */
export const blockPrice = ({ ready, price: said }: Pick<Block, 'ready' | 'price'>) =>
  ready ? priceWords(said) : 'not yet possible'

/** "$5.38, 2 of 6 blocks not counted". */
export function totalWords({ blocks, total, left }: Pick<Plan, 'blocks' | 'total' | 'left'>): string {
  if (blocks.length > 0 && left === blocks.length) return 'not yet possible'
  return left === 0 ? priceWords(total) : `${priceWords(total)}, ${left} of ${blocks.length} blocks not counted`
}

/** Of blocks that are ordered together: there is no price while one of them cannot be. */
export const blocksPrice = (blocks: readonly Block[]) =>
  blocks.every(({ ready }) => ready) ? priceWords(sumOf(blocks)) : 'not yet possible'

/** Of those that can be ordered; free only where there are such. Null: the price of one of them is not known. */
export function sumOf(blocks: readonly Block[]): Block['price'] {
  const ready = blocks.filter((block) => block.ready)
  if (ready.some(({ price: said }) => said === null)) return null
  const amount = Math.round(ready.reduce((sum, block) => sum + (block.price?.amount ?? 0), 0) * 1e6) / 1e6
  return {
    amount,
    currency: 'USD',
    basis: ready.length > 0 && ready.every(({ price: said }) => said?.basis === 'free') ? 'free' : 'sum',
  }
}
