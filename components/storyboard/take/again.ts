'use client'
// A take's own order once more, word for word, whatever the board says by now.
import { useReasons } from '@/components/compose/reason'
import { price } from '@/components/ui/figure'
import { say } from '@/components/ui/toast'
import { useSpend } from '@/lib/api/money-queries'
import { useAddTask } from '@/lib/api/queries'
import { StudioError } from '@/lib/errors'
import { rowOf } from '@/lib/models/catalog'
import { quote } from '@/lib/models/price'
import { barredBy } from '@/lib/tasks/room'
import type { Task } from '@/lib/tasks/task'
import type { Draft } from '../desk/draft'

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
      const order = {
        id: crypto.randomUUID(),
        ...{ provider, model, workflow, input, shotIds },
        ...(storyboardId === undefined ? {} : { storyboardId }),
      }
      const placed = () => say({ words: 'Ordered again' })
      const refused = (error: Error) => say({ words: error.message, stays: true })
      if (!after) return mutate(order, { onSuccess: placed, onError: refused })
      // The studio draws the same frame of the same film, so that the take is known to continue it.
      const { firstFrame, ...rest } = input
      mutate(
        { ...order, input: rest, after },
        {
          onSuccess: placed,
          onError(error) {
            // That film is gone; its frame is still here.
            const gone = error instanceof StudioError && error.issues?.some(({ path }) => path === 'after.task')
            if (gone && firstFrame) mutate(order, { onSuccess: placed, onError: refused })
            else refused(error)
          },
        },
      )
    },
  }
}
