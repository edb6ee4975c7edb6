'use client'
// What the shot says otherwise since its take was made, before and after.
import { ArrowRight } from 'lucide-react'
import { still } from '@/components/media/still'
import type { Medium } from '@/lib/media/medium'
import type { Change } from '@/lib/storyboard/take-change'
import { difference } from '@/lib/storyboard/take-diff'

const titles = {
  words: 'Words',
  seconds: 'Seconds',
  references: 'References',
  films: 'Films',
  elements: 'Elements',
  shape: 'Shape',
} as const

export function Differences({ changes }: { changes: readonly Change[] }) {
  return (
    <ul aria-label="What changed since the take" className="flex flex-col gap-2.5 text-12">
      {changes.map((change) => (
        <li key={change.about === 'seam' ? change.said : change.about} className="flex flex-col gap-1">
          <span className="font-medium text-ink-2 first-letter:uppercase">
            {change.about === 'seam' ? change.said : titles[change.about]}
          </span>
          <Difference change={change} />
        </li>
      ))}
    </ul>
  )
}

function Difference({ change }: { change: Change }) {
  switch (change.about) {
    case 'words':
      return <WordsBefore before={change.before} after={change.after} />
    case 'seconds':
      return <Turned before={`${change.before}\u202fs`} after={`${change.after}\u202fs`} />
    case 'shape':
      return <Turned before={change.before} after={change.after} />
    case 'elements':
      return (
        <>
          {change.before.join() !== change.after.join() && (
            <Turned before={names(change.before)} after={names(change.after)} />
          )}
          {change.redrawn.length > 0 && <p>{names(change.redrawn)} was changed in the library.</p>}
        </>
      )
    default:
      if (change.before.length + change.after.length === 0) return null
      return (
        <div className="flex items-center gap-2">
          <Media media={change.before} />
          <ArrowRight aria-label="now" className="size-3.5 shrink-0 text-ink-3" />
          <Media media={change.after} />
        </div>
      )
  }
}

const names = (all: readonly string[]) => (all.length > 0 ? all.map((name) => `@${name}`).join(' ') : 'none')

function Turned({ before, after }: { before: string; after: string }) {
  return (
    <p className="flex items-center gap-2 tabular-nums">
      <s className="text-ink-3">{before}</s>
      <ArrowRight aria-label="now" className="size-3.5 shrink-0 text-ink-3" />
      {after}
    </p>
  )
}

const marks = {
  same: { Tag: 'span', look: undefined },
  out: { Tag: 'del', look: 'text-ink-3' },
  in: { Tag: 'ins', look: 'rounded-[2px] bg-accent-soft text-accent-ink no-underline' },
} as const

function WordsBefore({ before, after }: { before: string; after: string }) {
  return (
    <p className="leading-[18px] break-words whitespace-pre-wrap">
      {difference(before, after).map(({ kind, text }, at) => {
        const { Tag, look } = marks[kind]
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one comparison never move
          <Tag key={at} className={look}>
            {text}
          </Tag>
        )
      })}
    </p>
  )
}

function Media({ media }: { media: readonly Medium[] }) {
  if (media.length === 0) return <span className="text-ink-3">none</span>
  return (
    <span className="flex flex-wrap gap-1">
      {media.map((medium) => {
        const src = still(medium)
        return (
          <span key={JSON.stringify(medium)} className="block h-9 w-16 bg-monitor">
            {src && <img alt="" src={src} className="size-full object-contain" />}
          </span>
        )
      })}
    </span>
  )
}
