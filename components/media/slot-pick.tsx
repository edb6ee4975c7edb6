'use client'
// The other ways into a slot: what is in the library already, and a public address.
import { Ellipsis, Upload } from 'lucide-react'
import { useState } from 'react'
import { useMedia } from '@/lib/api/queries'
import type { Asset, AssetKind } from '@/lib/media/asset'
import { Button } from '../ui/button'
import { IconButton } from '../ui/icon-button'
import { Input } from '../ui/input'
import { Popover } from '../ui/popover'

type Props = {
  label: string
  kind: AssetKind
  /** It lies on a picture. */
  afloat: boolean
  onAsset: (asset: Asset) => void
  onUrl: (url: string) => void
  onFile: () => void
}

export function Pick({ label, kind, afloat, onAsset, onUrl, onFile }: Props) {
  const [open, setOpen] = useState(false)
  const [url, setUrl] = useState('')
  const done = (act: () => void) => {
    setOpen(false)
    setUrl('')
    act()
  }
  return (
    <Popover
      label={`${label}: from the library or an address`}
      open={open}
      onOpenChange={setOpen}
      align="end"
      className="w-72"
      trigger={
        <IconButton label={`${label}: library, address`} size="card" afloat={afloat}>
          <Ellipsis />
        </IconButton>
      }
    >
      <div className="flex flex-col gap-3">
        <Button size="tool" icon={<Upload className="size-4" />} onClick={() => done(onFile)}>
          Choose a file
        </Button>
        <form
          className="flex gap-2"
          onSubmit={(event) => {
            event.preventDefault()
            event.stopPropagation()
            if (url.trim()) done(() => onUrl(url.trim()))
          }}
        >
          <Input
            aria-label="Public address"
            placeholder="https://…"
            type="url"
            value={url}
            onChange={setUrl}
            className="flex-1"
          />
          <Button type="submit">Fetch</Button>
        </form>
        {open && <Shelf kind={kind} onPick={(asset) => done(() => onAsset(asset))} />}
      </div>
    </Popover>
  )
}

function Shelf({ kind, onPick }: { kind: AssetKind; onPick: (asset: Asset) => void }) {
  const { data = [], isPending } = useMedia({ kind: [kind] })
  if (isPending) return null
  if (data.length === 0) return <p className="text-12 text-ink-3">Nothing of this kind in the library yet.</p>
  return (
    <ul aria-label="In the library" className="grid max-h-52 scroll-quiet grid-cols-3 gap-1.5">
      {data.slice(0, 60).map((asset) => (
        <li key={asset.id}>
          <button
            type="button"
            onClick={() => onPick(asset)}
            className="flex w-full flex-col gap-0.5 rounded-picture text-left"
            title={asset.name}
          >
            <span className="flex aspect-[16/9] items-center justify-center overflow-hidden rounded-picture bg-monitor">
              {asset.posterUrl && (
                <img alt="" loading="lazy" src={asset.posterUrl} className="size-full object-contain" />
              )}
            </span>
            <span className="truncate text-11 text-ink-2">{asset.name}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
