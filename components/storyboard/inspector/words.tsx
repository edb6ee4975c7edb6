'use client'
import { memo, useMemo } from 'react'
import type { Handle } from '@/components/form/handle'
import { Prose } from '@/components/form/prose'
import { cx } from '@/components/ui/cx'
import { useElements } from '@/lib/api/element-query'
import type { Element } from '@/lib/elements/element'
import { charactersOf } from '@/lib/storyboard/pack'
import type { BoardShot } from '@/lib/storyboard/storyboard'
import type { Act } from '../desk/act'
import type { ShotView } from '../shot/view'

export const wordsId = (id: string) => `words-${id}`

const none: Element[] = []
const handleOf = ({ name, description, frontalImage }: Element): Handle => ({
  name,
  about: description ?? 'element',
  ...(frontalImage ? { picture: frontalImage } : {}),
})

type Props = { shot: BoardShot; at: number; act: Act } & Pick<ShotView, 'characters' | 'limit'>

/** The words of a shot and their budget: its own, what the look takes, and what the model has room for. */
export const Words = memo(function Words({ shot, at, characters, limit, act }: Props) {
  const own = charactersOf(shot, undefined)
  const look = characters - own
  const over = limit === undefined ? 0 : characters - limit
  const near = limit !== undefined && over <= 0 && characters >= limit * 0.9
  const tone = over > 0 ? 'text-failed' : near ? 'text-stale' : 'text-ink'
  const { data: library = none } = useElements()
  const handles = useMemo(
    () => [
      ...library.map(handleOf),
      ...(shot.referenceImages ?? []).map(
        (picture, index): Handle => ({ name: `image_${index + 1}`, about: `reference ${index + 1}`, picture }),
      ),
    ],
    [library, shot.referenceImages],
  )
  const counter = `budget-${shot.id}`
  return (
    <div className="flex flex-col gap-1.5">
      <Prose
        key={shot.id}
        id={wordsId(shot.id)}
        label={`Words of shot ${at + 1}`}
        value={shot.prompt}
        onChange={(prompt) => act.words(shot.id, prompt)}
        handles={handles}
        rows={3}
        invalid={over > 0}
        describedBy={counter}
        placeholder="What is seen and what happens"
        className={cx(
          'rounded-control border bg-raised px-3 py-2 text-13 [--prose-pad:18px] touch:text-14',
          over > 0 ? 'border-failed' : 'border-edge',
        )}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          // Its card may not be drawn yet; the words are left all the same.
          event.currentTarget.blur()
          document.querySelector<HTMLElement>(`[data-shot="${shot.id}"] [data-open]`)?.focus()
        }}
      />
      <p id={counter} className="flex justify-between gap-3 text-12 text-ink-3 tabular-nums">
        <span>{handles.length > 0 ? '@ inserts an element' : ''}</span>
        <span>
          {look > 0 && `${own} + look ${look} = `}
          <span className={tone}>
            {characters}
            {limit === undefined ? '' : ` / ${limit}`}
            {over > 0 ? `, ${over} too many` : near ? `, ${-over} left` : ''}
          </span>
        </span>
      </p>
    </div>
  )
})
