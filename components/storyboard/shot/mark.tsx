import { cx } from '@/components/ui/cx'
import { Ring } from '@/components/ui/ring'
import type { ShotState } from './state'

/** Icon, word and colour of how a shot stands; in narrow places the word is only read aloud. */
export function ShotMark({ state, bare = false }: { state: ShotState; bare?: boolean }) {
  const { icon: Icon, tone, words, share } = state
  // Where there is no room, the word is cut and the figure stays.
  const [figure = ''] = /\s\d+\s?%$/u.exec(words) ?? []
  const word = words.slice(0, words.length - figure.length)
  return (
    <span
      className={cx('inline-flex min-w-0 items-center gap-1.5 text-12 font-medium', tone)}
      title={state.changed ?? state.note ?? (bare ? words : undefined)}
    >
      {Icon === 'ring' ? <Ring value={share} /> : <Icon aria-hidden className="size-3.5 shrink-0" />}
      <span className={bare ? 'sr-only' : 'flex min-w-0 tabular-nums'}>
        <span className="truncate">{word}</span>
        {figure && <span className="shrink-0 whitespace-pre">{figure}</span>}
      </span>
    </span>
  )
}
