'use client'
import { columns } from './column'
import { keyOf } from './filter'
import { ModelName, ReadyWords } from './head'
import { Lines } from './lines'
import { RowActions } from './row-actions'
import type { ListProps } from './table'

/** The same facts on the phone: one model under the other, without the fields it does not have. */
export function Cards({ groups, picked, onPick, reasonOf }: ListProps) {
  return (
    <div className="flex flex-col gap-6 px-4 pb-24">
      {groups.map(({ name, provider, rows }) => (
        <section key={name} className="flex flex-col gap-3">
          <h2 className="flex flex-col text-12 font-medium text-ink">
            {name}
            <ReadyWords reason={reasonOf(provider)} />
          </h2>
          {rows.map((row) => (
            <article key={keyOf(row)} className="flex flex-col gap-3 rounded-group border border-line bg-panel p-4">
              <h3>
                <ModelName row={row} reason={reasonOf(provider)} />
              </h3>
              <RowActions row={row} picked={picked.includes(keyOf(row))} onPick={() => onPick(row)} size="normal" />
              <dl className="grid grid-cols-[104px_1fr] gap-x-3 gap-y-2 text-12">
                {columns.flatMap(({ label, lines: of }) => {
                  const lines = of(row)
                  return lines.length === 0
                    ? []
                    : [
                        <dt key={`${label}-name`} className="text-ink-2">
                          {label}
                        </dt>,
                        <dd key={label} className="min-w-0 tabular-nums">
                          <Lines lines={lines} />
                        </dd>,
                      ]
                })}
              </dl>
            </article>
          ))}
        </section>
      ))}
    </div>
  )
}
