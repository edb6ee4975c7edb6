'use client'
// Before it is made: what stands for the shots, what is missing, and whether all is coded anew.
import { Check, Film, History, Image, RectangleHorizontal, TriangleAlert } from 'lucide-react'
import { ErrorLine } from '@/components/ui/field'
import { Switch } from '@/components/ui/switch'
import type { FilmFacts } from '@/lib/api/film'
import type { Cut } from '@/lib/storyboard/cut'
import type { Draft } from '../desk/draft'

type Props = {
  draft: Draft
  cut: Cut
  /** How many of the takes are out of date. */
  stale: number
  facts: FilmFacts | undefined
  error: Error | null
  slates: boolean
  onSlates: (slates: boolean) => void
}

const many = (count: number, one: string, more = `${one}s`) => `${count} ${count === 1 ? one : more}`

export function CutPlan({ draft, cut, stale, facts, error, slates, onSlates }: Props) {
  const takes = cut.pieces.filter(({ film }) => film).length
  const missing = cut.missing.length
  const pictures = cut.pieces.length - takes - missing
  const numbers = cut.missing.map((id) => draft.shots.findIndex((shot) => shot.id === id) + 1)
  return (
    <div className="flex flex-col gap-2">
      <ul aria-label="Made of" className="flex flex-wrap gap-x-4 gap-y-1 tabular-nums [&_svg]:size-4">
        {takes > 0 && (
          <li className="flex items-center gap-1.5">
            <Film aria-hidden className="text-ink-2" />
            {many(takes, 'shot')} of footage
          </li>
        )}
        {stale > 0 && (
          <li className="flex items-center gap-1.5 text-stale">
            <History aria-hidden />
            {many(stale, 'shot')} out of date
          </li>
        )}
        {pictures > 0 && (
          <li className="flex items-center gap-1.5">
            <Image aria-hidden className="text-ink-2" />
            {many(pictures, 'picture')} of your own
          </li>
        )}
        {missing > 0 && (
          <li className="flex items-center gap-1.5 text-stale">
            <RectangleHorizontal aria-hidden />
            {many(missing, 'shot')} missing
          </li>
        )}
      </ul>
      {missing > 0 && (
        <div className="flex flex-col gap-2 rounded-control border border-line p-2.5">
          <p>
            {missing === 1 ? 'Shot' : 'Shots'} {listed(numbers)} {missing === 1 ? 'has' : 'have'} neither a take nor a
            picture.
          </p>
          <span className="flex items-center gap-2.5 touch:min-h-11">
            <Switch id="cut-slates" checked={slates} onChange={onSlates} />
            <label htmlFor="cut-slates">Put slates in their place</label>
          </span>
        </div>
      )}
      {error && <ErrorLine>{error.message}</ErrorLine>}
      {facts && takes > 0 && (
        <div className="flex gap-2 text-12 text-ink-2">
          {facts.way === 'copy' ? (
            <>
              <Check aria-hidden className="mt-px size-4 shrink-0 text-done" />
              <p>The takes are joined as they are: nothing is coded anew, nothing is lost.</p>
            </>
          ) : (
            <>
              <TriangleAlert aria-hidden className="mt-px size-4 shrink-0 text-stale" />
              <div>
                <p>The takes cannot be joined as they are, so all of it is coded anew in high quality.</p>
                <ul className="mt-0.5">
                  {facts.why.slice(0, 6).map((why) => (
                    <li key={why}>{why}</li>
                  ))}
                  {facts.why.length > 6 && <li>And {facts.why.length - 6} more.</li>}
                </ul>
              </div>
            </>
          )}
        </div>
      )}
    </div>
  )
}

function listed(numbers: readonly number[]): string {
  if (numbers.length > 12) return `${numbers.slice(0, 12).join(', ')} and ${numbers.length - 12} more`
  return numbers.length > 1 ? `${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}` : `${numbers[0]}`
}
