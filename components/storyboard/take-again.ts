'use client'
// A take's own order once more, word for word, whatever the board says by now.
import { useReasons } from '@/components/compose/reason'
import { price } from '@/components/ui/figure'
import { say } from '@/components/ui/toast'
import { useSpend } from '@/lib/api/money-queries'
import { useAddTask } from '@/lib/api/queries'
import { rowOf } from '@/lib/models/catalog'
import { quote } from '@/lib/models/price'
import { barredBy } from '@/lib/tasks/cap'
import type { Task } from '@/lib/tasks/task'
import type { Draft } from './draft'

/** `price` in words, before it is pressed. */
export function useOrderAgain(task: Task, { shots }: Draft) {
  const { mutate, isPending } = useAddTask()
  const { data: spend } = useSpend()
  const closed = useReasons()(task.provider)
  const { provider, model, workflow, input, storyboardId, shotIds = [], after } = task
  const row = rowOf(provider, model)
  const said = row ? quote(row, input) : 'unknown'
  // A price that follows the length of a file is not known here; what was estimated then is.
  const amount = said === 'free' ? 0 : said === 'unknown' ? (task.estimate?.amount ?? null) : said.amount
  const barred = spend && said !== 'free' ? barredBy(spend.caps, spend, amount)?.short : undefined
  const gone = shotIds.some((id) => !shots.some((shot) => shot.id === id))
    ? 'A shot of it is gone from the board'
    : undefined
  return {
    price: said === 'free' ? 'free' : amount === null ? 'price not known' : price(amount),
    reason: row
      ? (gone ?? closed ?? barred ?? (isPending ? 'It is being placed' : undefined))
      : 'The model is not offered any more',
    run() {
      mutate(
        {
          id: crypto.randomUUID(),
          ...{ provider, model, workflow, input, shotIds },
          ...(storyboardId === undefined ? {} : { storyboardId }),
          ...(after && input.firstFrame === undefined ? { after } : {}),
        },
        {
          onSuccess: () => say({ words: 'Ordered again' }),
          onError: (error) => say({ words: error.message, stays: true }),
        },
      )
    },
  }
}
