import { FileQuestionMark, Film, Link2, Music2 } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Asset, AssetKind } from '@/lib/media/asset'
import type { Medium } from '@/lib/media/medium'
import { cx } from '../ui/cx'
import { TextButton } from '../ui/field'
import { Poster } from './poster'
import { still } from './still'

type Props = {
  medium: Medium
  asset: Asset | undefined
  kind: AssetKind
  invalid: boolean
  onFetch: (url: string) => void
  children: ReactNode
}

/** What lies in a slot; what can be done with it shows under the pointer and with the focus. */
export function Filled({ medium, asset, kind, invalid, onFetch, children }: Props) {
  const picture = kind === 'audio' ? undefined : asset ? asset.posterUrl : still(medium)
  const drawn = kind === 'video' && picture === undefined ? asset : undefined
  return (
    <div
      className={cx(
        'relative flex size-full items-center justify-center overflow-hidden rounded-picture bg-monitor text-ink-2',
        invalid && 'ring-1 ring-failed',
      )}
      data-theme="dark"
    >
      {picture ? (
        <img alt={asset?.name ?? 'The chosen file'} src={picture} className="size-full object-contain" />
      ) : drawn ? (
        <Poster asset={drawn} />
      ) : (
        <span className="flex min-w-0 flex-col items-center gap-1 px-2 text-center text-11">
          {'url' in medium ? (
            <>
              <Link2 aria-hidden className="size-4" />
              <TextButton onClick={() => onFetch(medium.url)}>Fetch it into the library</TextButton>
            </>
          ) : 'ref' in medium ? (
            <>
              <FileQuestionMark aria-hidden className="size-4" />
              <span className="max-w-full truncate">the provider’s own</span>
            </>
          ) : kind === 'audio' ? (
            <Music2 aria-hidden className="size-4" />
          ) : (
            <Film aria-hidden className="size-4" />
          )}
        </span>
      )}
      <span className="absolute top-1.5 right-1.5 flex gap-1 opacity-0 transition-opacity duration-80 group-focus-within/slot:opacity-100 group-hover/slot:opacity-100 [@media(hover:none)]:opacity-100">
        {children}
      </span>
    </div>
  )
}
