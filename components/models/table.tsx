'use client'
import type { ProviderId, Row } from '@/lib/models/row'
import { cx } from '../ui/cx'
import { columns } from './column'
import { type Group, keyOf } from './filter'
import { ModelName, ReadyWords } from './head'
import { Lines } from './lines'
import { RowActions } from './row-actions'

export type ListProps = {
  groups: readonly Group[]
  picked: readonly string[]
  onPick: (row: Row) => void
  reasonOf: (provider: ProviderId) => string | undefined
}

/** Head and first column stay while the rest is scrolled, both ways, with the mouse or the arrow keys. */
export function Table({ groups, picked, onPick, reasonOf }: ListProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a section with a name is this region; it also has to take the focus to be scrolled by keys
    <div
      role="region"
      aria-label="Capability table"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls by itself must be reachable by keyboard
      tabIndex={0}
      className="relative min-h-0 flex-1 overflow-auto pb-20 border-t border-line -outline-offset-2"
    >
      <table className="w-max min-w-full border-separate border-spacing-0 text-12">
        <caption className="sr-only">What every model can do</caption>
        <thead>
          <tr>
            <th
              scope="col"
              className="sticky top-0 left-0 z-20 w-[264px] min-w-[264px] border-r border-b border-line bg-panel py-2 pr-3 pl-6 text-left font-medium text-ink-2 max-lg:pl-4"
            >
              Model
            </th>
            {columns.map(({ label }) => (
              <th
                key={label}
                scope="col"
                className="sticky top-0 z-10 border-b border-line bg-panel px-3 py-2 text-left font-medium whitespace-nowrap text-ink-2"
              >
                {label}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(({ name, provider, rows }) => (
          <tbody key={name}>
            <tr>
              <th
                colSpan={columns.length + 1}
                scope="rowgroup"
                className="border-b border-line bg-panel py-2 text-left font-medium text-ink"
              >
                <span className="sticky left-6 inline-flex items-start gap-4 max-lg:left-4">
                  {name}
                  <ReadyWords reason={reasonOf(provider)} />
                </span>
              </th>
            </tr>
            {rows.map((row) => (
              <tr key={keyOf(row)} className="group">
                <th
                  scope="row"
                  className="sticky left-0 z-10 w-[264px] min-w-[264px] border-r border-b border-line bg-ground py-3 pr-3 pl-6 text-left align-top max-lg:pl-4"
                >
                  <ModelName row={row} reason={reasonOf(provider)} />
                  <div className="mt-2 font-normal">
                    <RowActions row={row} picked={picked.includes(keyOf(row))} onPick={() => onPick(row)} />
                  </div>
                </th>
                {columns.map(({ label, wide, lines }) => (
                  <td
                    key={label}
                    className={cx(
                      'border-b border-line px-3 py-3 align-top tabular-nums',
                      wide ? 'max-w-[230px] min-w-[190px]' : 'max-w-[170px] min-w-[110px]',
                    )}
                  >
                    <Lines lines={lines(row)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}
