import type { ReactNode } from 'react'

type Props = { title: string; words: ReactNode; next?: ReactNode; quiet?: ReactNode }

/** One sentence, one filled button, one quiet link; behind them nothing. */
export function Empty({ title, words, next, quiet }: Props) {
  return (
    <div className="mx-auto flex max-w-[300px] flex-col items-center py-10 text-center">
      <h2 className="text-15 tight">{title}</h2>
      <p className="mt-1 text-13 text-ink-2">{words}</p>
      {next && <div className="mt-5">{next}</div>}
      {quiet && <div className="mt-3">{quiet}</div>}
    </div>
  )
}
