'use client'
import { BookmarkPlus, Download, Ellipsis, Music2 } from 'lucide-react'
import { Poster } from '@/components/media/poster'
import { seconds } from '@/components/ui/figure'
import { IconButton } from '@/components/ui/icon-button'
import { Menu } from '@/components/ui/menu'
import type { Asset } from '@/lib/media/asset'
import type { Parts } from './fields'

type Props = { asset: Asset; onElement: (start: Parts) => void }

export function FileCard({ asset, onElement }: Props) {
  const { id, name, kind, url } = asset
  const start: Parts | undefined =
    kind === 'image' ? { frontalImage: { asset: id } } : kind === 'video' ? { videos: [{ asset: id }] } : undefined
  const save = () => {
    const link = document.createElement('a')
    link.href = `${url}?download=${encodeURIComponent(name)}`
    link.click()
  }
  return (
    <li className="relative flex min-w-0 flex-col gap-1">
      <div
        className="flex aspect-video items-center justify-center overflow-hidden rounded-picture bg-monitor"
        data-theme="dark"
      >
        {kind === 'audio' ? <Music2 aria-hidden className="size-5 text-ink-3" /> : <Poster asset={asset} />}
      </div>
      <div className="flex h-5 items-center justify-between gap-2">
        <a
          href={url}
          target="_blank"
          rel="noreferrer"
          title={name}
          className="min-w-0 truncate text-12 font-medium outline-none after:absolute after:inset-0 after:rounded-picture focus-visible:after:outline-2 focus-visible:after:outline-offset-2 focus-visible:after:outline-focus"
        >
          {name}
        </a>
        <span className="relative z-2">
          <Menu
            label={name}
            trigger={
              <IconButton label={`More for ${name}`} size="card">
                <Ellipsis />
              </IconButton>
            }
            entries={[
              ...(start
                ? [{ label: 'New element from it', icon: <BookmarkPlus />, onPick: () => onElement(start) }]
                : []),
              { label: 'Download', icon: <Download />, onPick: save },
            ]}
          />
        </span>
      </div>
      <p className="truncate text-11 text-ink-3 tabular-nums">{factsOf(asset)}</p>
    </li>
  )
}

const size = (bytes: number) =>
  bytes >= 1024 * 1024 ? `${(bytes / 1024 / 1024).toFixed(1)} MB` : `${Math.ceil(bytes / 1024)} kB`

const factsOf = ({ width, height, duration, bytes }: Asset) =>
  [width ? `${width}×${height}` : undefined, duration === undefined ? undefined : seconds(duration), size(bytes)]
    .filter(Boolean)
    .join(' · ')
