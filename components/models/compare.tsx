'use client'
// Two models, line against line; what differs is marked, and can be shown alone.
import { ArrowLeft, Diff } from 'lucide-react'
import { useEffect } from 'react'
import type { ProviderId, Row } from '@/lib/models/row'
import { Button, LinkButton } from '../ui/button'
import { cx } from '../ui/cx'
import { Switch } from '../ui/switch'
import { keyOf } from './filter'
import { ModelName, ReadyWords } from './head'
import { Lines } from './lines'
import { composeWith } from './row-actions'
import { sideBySide } from './side'

type Props = {
  a: Row
  b: Row
  only: boolean
  onOnly: (only: boolean) => void
  onBack: () => void
  reasonOf: (provider: ProviderId) => string | undefined
}

export function Compare({ a, b, only, onOnly, onBack, reasonOf }: Props) {
  // On the phone the page scrolls, and stands where the list was left.
  useEffect(() => void scrollTo(0, 0), [])
  const pairs = sideBySide(a, b)
  const differing = pairs.filter(({ differs }) => differs)
  const cell = 'border-b border-line px-3 py-2.5 text-left align-top break-words max-md:px-2'
  return (
    <div className="min-h-0 flex-1 md:scroll-quiet">
      <div className="mx-auto flex max-w-[1120px] flex-col gap-4 px-6 py-5 max-lg:px-4">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <Button kind="quiet" icon={<ArrowLeft aria-hidden className="size-4" />} onClick={onBack} className="-ml-3">
            All models
          </Button>
          <p role="status" className="text-12 text-ink-2 tabular-nums">
            {differing.length} of {pairs.length} differ
          </p>
          <label htmlFor="only" className="flex items-center gap-2.5 text-12 touch:min-h-11">
            Only what differs
            <Switch id="only" checked={only} onChange={onOnly} />
          </label>
        </div>
        <table className="w-full table-fixed border-separate border-spacing-0 text-12">
          <caption className="sr-only">
            {a.name} and {b.name}
          </caption>
          <thead>
            <tr>
              <th scope="col" className={cx(cell, 'w-[190px] font-medium text-ink-2 max-md:w-[84px]')}>
                <span className="sr-only">Fact</span>
              </th>
              {[a, b].map((row) => (
                <th key={keyOf(row)} scope="col" className={cell}>
                  <ModelName row={row} reason={reasonOf(row.provider)} />
                  <span className="mt-1 block">
                    <ReadyWords reason={reasonOf(row.provider)} />
                  </span>
                  <LinkButton
                    size="card"
                    href={composeWith(row)}
                    label={`Compose with this: ${row.name}`}
                    className="mt-2"
                  >
                    <span>
                      Compose<span className="max-md:hidden"> with this</span>
                    </span>
                  </LinkButton>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(only ? differing : pairs).map(({ label, a: one, b: other, differs }) => (
              <tr key={label} data-differs={differs}>
                <th scope="row" className={cx(cell, 'font-medium', differs ? 'text-ink' : 'text-ink-2')}>
                  {label}
                  {differs && (
                    <span className="flex items-center gap-1 font-normal text-stale">
                      <Diff aria-hidden className="size-3" />
                      differs
                    </span>
                  )}
                </th>
                <td className={cx(cell, differs ? 'bg-panel' : 'text-ink-2')}>
                  <Lines lines={one} />
                </td>
                <td className={cx(cell, differs ? 'bg-panel' : 'text-ink-2')}>
                  <Lines lines={other} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
