'use client'
// In place of the grid when there is nothing: what bars every take and how many come without it, or where to begin.
import { useQueries } from '@tanstack/react-query'
import Link from 'next/link'
import { modelName } from '@/components/media/telling'
import { Button } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { taskCounts } from '@/lib/api/queries'
import { useBoardName } from './choice'
import { countFilter, type Filter, type Narrowing, narrowings, useFilter, wide } from './filter'
import { Sample } from './sample'
import { countOf, pills } from './show'

export function Nothing({ filter }: { filter: Filter }) {
  return narrowings(filter).length > 0 ? <Barred filter={filter} /> : <Begin />
}

function Barred({ filter }: { filter: Filter }) {
  const [, setFilter] = useFilter()
  const words = useWords(filter)
  const bars = narrowings(filter)
  const without = bars.map((one): Filter => ({ ...filter, [one]: wide[one] }))
  const counts = useQueries({ queries: without.map((rest) => taskCounts(countFilter(rest))) })
  const ways = bars.flatMap((one, at) => {
    const [rest, known] = [without[at], counts[at]?.data]
    const count = rest && known ? countOf(rest.show, known) : 0
    return count > 0 ? [{ one, count }] : []
  })
  return (
    <div className="m-auto flex max-w-[480px] flex-col items-center gap-3 px-4 py-16 text-center">
      <p role="status" className="break-words text-ink-2">
        No take fits {bars.length > 1 && 'all of '}
        {listed(bars.map((one) => `“${words[one]}”`))}.
      </p>
      <div className="flex flex-wrap justify-center gap-2">
        {bars.length > 1 &&
          ways.map(({ one, count }) => (
            <Button
              key={one}
              onClick={() => setFilter({ [one]: null })}
              className="max-w-full"
              price={<span className="tabular-nums">{count}</span>}
            >
              <span className="truncate">Clear “{words[one]}”</span>
            </Button>
          ))}
        <Button kind={bars.length > 1 ? 'quiet' : 'plain'} onClick={() => setFilter(wide)}>
          Show all
        </Button>
      </div>
    </div>
  )
}

function useWords({ show, q, board, model, shape }: Filter): Record<Narrowing, string> {
  const title = useBoardName(board)
  return {
    show: pills.find((pill) => pill.show === show)?.word ?? show,
    star: 'Starred',
    q: q.trim(),
    board: title ?? 'that storyboard',
    model: model ? modelName(model) : '',
    shape: shape ?? '',
  }
}

/** "a, b and c"; what is sought may have commas of its own. */
const listed = (words: readonly string[]) =>
  [words.slice(0, -1).join(', '), ...words.slice(-1)].filter(Boolean).join(' and ')

function Begin() {
  return (
    <div className="m-auto w-full max-w-[420px] px-4 pb-16">
      <div className="rounded-group border border-line bg-panel px-6">
        <Empty
          title="No takes yet"
          words="Start from a finished board of three shots. It renders on this computer in a few seconds."
          next={<Sample />}
          quiet={
            <Link href="/" className="room rounded-picture font-medium text-ink-2 hover:text-ink">
              Write your own
            </Link>
          }
        />
      </div>
    </div>
  )
}
