'use client'
// Every file of the library, newest first: what was uploaded once is offered in every slot.
import { Film, Image, Music2, Search, Upload } from 'lucide-react'
import { parseAsString, parseAsStringLiteral, useQueryState } from 'nuqs'
import { type DragEvent, type ReactNode, useDeferredValue, useRef, useState } from 'react'
import { Silent } from '@/components/gallery/instead'
import { Button } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { ErrorLine } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Pill } from '@/components/ui/pill'
import { Progress } from '@/components/ui/progress'
import { useMedia } from '@/lib/api/queries'
import { type Asset, assetKinds } from '@/lib/media/asset'
import { ElementDrawer, type Opened } from './element-drawer'
import { FileCard } from './file-card'
import { useUploads } from './upload'

const words: Record<Asset['kind'], { word: string; icon: ReactNode }> = {
  image: { word: 'Pictures', icon: <Image aria-hidden /> },
  video: { word: 'Films', icon: <Film aria-hidden /> },
  audio: { word: 'Sounds', icon: <Music2 aria-hidden /> },
}

export function FileShelf({ turn }: { turn: ReactNode }) {
  const [kind, setKind] = useQueryState('kind', parseAsStringLiteral(assetKinds))
  const [q, setQ] = useQueryState('q', parseAsString.withDefault(''))
  const sought = useDeferredValue(q.trim())
  const list = useMedia({ ...(kind ? { kind: [kind] } : {}), ...(sought ? { q: sought } : {}) })
  const [opened, open] = useState<Opened>()
  const { going, refused, send, dismiss } = useUploads()
  const input = useRef<HTMLInputElement>(null)
  const files = list.data ?? []
  const narrowed = kind !== null || sought !== ''
  const drop = (event: DragEvent) => {
    if (event.dataTransfer.files.length === 0) return
    event.preventDefault()
    send([...event.dataTransfer.files])
  }
  const choose = (
    <Button kind="next" size="bar" icon={<Upload className="size-4" />} onClick={() => input.current?.click()}>
      Upload files
    </Button>
  )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: files are dropped here; the button does the same by key
    <div
      className="flex flex-1 flex-col gap-4"
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes('Files')) event.preventDefault()
      }}
      onDrop={drop}
    >
      <div className="flex flex-wrap items-center gap-3">
        {turn}
        {(files.length > 0 || narrowed) && (
          <Input
            type="search"
            aria-label="Find a file"
            placeholder="Name"
            value={q}
            onChange={(text) => void setQ(text || null)}
            icon={<Search aria-hidden />}
            className="w-[260px] border-line max-md:order-last max-md:w-full"
          />
        )}
        <span className="flex-1" />
        {(files.length > 0 || narrowed) && choose}
        <input
          ref={input}
          type="file"
          multiple
          hidden
          accept="image/*,video/*,audio/*"
          aria-label="Files to upload"
          onChange={(event) => {
            send([...(event.currentTarget.files ?? [])])
            event.currentTarget.value = ''
          }}
        />
      </div>
      {(files.length > 0 || narrowed) && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot scroll sideways
        <div
          role="group"
          aria-label="Kind"
          className="flex gap-2 max-md:scroll-bare max-md:overflow-x-auto max-md:py-1"
        >
          <Pill on={kind === null} onClick={() => void setKind(null)}>
            All
          </Pill>
          {assetKinds.map((one) => (
            <Pill key={one} icon={words[one].icon} on={kind === one} onClick={() => void setKind(one)}>
              {words[one].word}
            </Pill>
          ))}
        </div>
      )}
      {going.map(({ key, name, share }) => (
        <div key={key} className="flex flex-col gap-1 text-12 text-ink-2">
          <span className="truncate">Sending {name}</span>
          <Progress label={`Sending ${name}`} value={share} tone="bg-running" />
        </div>
      ))}
      {refused.map(({ key, why }) => (
        <ErrorLine key={key} fixes={[{ label: 'Dismiss', onApply: () => dismiss(key) }]}>
          {why}
        </ErrorLine>
      ))}
      {list.isError && files.length === 0 && <Silent error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && files.length === 0 && narrowed && (
        <div className="m-auto flex flex-col items-center gap-3 py-16">
          <p className="text-ink-2">No file fits what you look for.</p>
          <Button
            onClick={() => {
              void setKind(null)
              void setQ(null)
            }}
          >
            Show all
          </Button>
        </div>
      )}
      {list.isSuccess && files.length === 0 && !narrowed && (
        <div className="m-auto w-full max-w-[420px] pb-16">
          <div className="rounded-group border border-line bg-panel px-6">
            <Empty
              title="No files yet"
              words="Pictures, films and sounds that you upload once are offered in every slot. Drop them here, or choose them."
              next={choose}
            />
          </div>
        </div>
      )}
      <ul
        aria-label="Files"
        className="grid grid-cols-[repeat(auto-fill,minmax(190px,1fr))] gap-x-4 gap-y-5 empty:hidden max-md:grid-cols-2 max-md:gap-x-2"
      >
        {files.map((asset) => (
          <FileCard key={asset.id} asset={asset} onElement={(start) => open({ start })} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button className="self-center" disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          Show more
        </Button>
      )}
      <ElementDrawer opened={opened} onClose={() => open(undefined)} />
    </div>
  )
}
