'use client'
import { Ellipsis, Film, Pencil, Trash2, UserRound } from 'lucide-react'
import { useAsset } from '@/components/media/fact'
import { Poster } from '@/components/media/poster'
import { still } from '@/components/media/still'
import { IconButton } from '@/components/ui/icon-button'
import { Menu } from '@/components/ui/menu'
import type { Element } from '@/lib/elements/element'

type Props = { element: Element; onOpen: () => void; onDelete: () => void }

export function ElementCard({ element, onOpen, onDelete }: Props) {
  const { name, description } = element
  return (
    <li className="group relative flex min-w-0 flex-col gap-1.5">
      <div
        className="flex aspect-video items-center justify-center overflow-hidden rounded-picture bg-monitor"
        data-theme="dark"
      >
        <Picture element={element} />
      </div>
      <div className="flex h-5 items-center justify-between gap-2">
        <button
          type="button"
          onClick={onOpen}
          className="min-w-0 truncate text-left text-13 font-medium outline-none after:absolute after:inset-0 after:rounded-picture focus-visible:after:outline-2 focus-visible:after:outline-offset-2 focus-visible:after:outline-focus"
        >
          @{name}
        </button>
        <span className="relative z-2">
          <Menu
            label={`Element ${name}`}
            trigger={
              <IconButton label={`More for ${name}`} size="card">
                <Ellipsis />
              </IconButton>
            }
            entries={[
              { label: 'Edit', icon: <Pencil />, onPick: onOpen },
              'line',
              { label: 'Delete', icon: <Trash2 />, onPick: onDelete },
            ]}
          />
        </span>
      </div>
      {description && <p className="line-clamp-2 text-12 text-ink-2">{description}</p>}
      <p className="truncate text-12 text-ink-3">{factsOf(element)}</p>
    </li>
  )
}

function Picture({ element: { frontalImage, videos } }: { element: Element }) {
  const film = videos?.[0]
  const asset = useAsset(film && 'asset' in film ? film.asset : undefined)
  const source = frontalImage && still(frontalImage)
  if (source) return <img alt="" loading="lazy" src={source} className="size-full object-contain" />
  if (asset) return <Poster asset={asset} />
  const Icon = film ? Film : UserRound
  return (
    <span className="flex flex-col items-center gap-1 text-12 text-ink-3">
      <Icon aria-hidden className="size-5" />
      {frontalImage || film ? 'Lies elsewhere' : 'By its name alone'}
    </span>
  )
}

const count = (number: number, one: string) => `${number} ${one}${number === 1 ? '' : 's'}`

function factsOf({ frontalImage, images = [], videos, voices, tags = [] }: Element): string {
  const pictures = (frontalImage ? 1 : 0) + images.length
  return [
    pictures > 0 ? count(pictures, 'picture') : undefined,
    videos ? 'film' : undefined,
    voices ? 'voice' : undefined,
    ...tags,
  ]
    .filter(Boolean)
    .join(' · ')
}
