'use client'
// A place for one picture, film or sound: drop, paste, choose, from the library or an address; always says what it takes.
import { ArrowDownToLine, Ban, Film, ImagePlus, Lock, Music2, Replace, X } from 'lucide-react'
import { type DragEvent, useCallback, useRef, useState } from 'react'
import type { Asset, AssetKind } from '@/lib/media/asset'
import { limitWords, type MediaLimits } from '@/lib/media/limits'
import type { Medium } from '@/lib/media/medium'
import { cx } from '../ui/cx'
import { ErrorLine } from '../ui/field'
import { IconButton } from '../ui/icon-button'
import { useAsset } from './fact'
import { kindOf } from './measure'
import { Filled } from './slot-filled'
import { useKeptFocus } from './slot-focus'
import { usePaste } from './slot-paste'
import { Pick } from './slot-pick'
import { Refused } from './slot-refused'
import { useSending } from './slot-send'
import { SendingBox } from './slot-sending'

const kindWords: Record<AssetKind, string> = { image: 'a picture', video: 'a film', audio: 'a sound' }
const icons = { image: ImagePlus, video: Film, audio: Music2 } as const

type Props = {
  id: string
  /** "First frame" */
  label: string
  limits: MediaLimits
  value: Medium | undefined
  onChange: (medium: Medium | undefined) => void
  /** Why it cannot be used now. */
  barred?: string | undefined
  invalid?: boolean
  describedBy?: string | undefined
  /** Beneath a filled one, before its name. */
  mark?: string
  className?: string
}

export function Slot({
  id,
  label,
  limits,
  value,
  onChange,
  barred,
  invalid = false,
  describedBy,
  mark,
  className,
}: Props) {
  const box = useRef<HTMLDivElement>(null)
  const file = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState<AssetKind | 'fits'>()
  const keep = useCallback((asset: Asset) => onChange({ asset: asset.id }), [onChange])
  const { now, send, fetchFrom, mend, stop, accept } = useSending(limits, keep)
  const asset = useAsset(value && 'asset' in value ? value.asset : undefined)
  const closed = barred !== undefined && !value
  useKeptFocus(box, id, value !== undefined && now.state === 'idle')
  usePaste(box, {
    kind: limits.kind,
    free: !value && !closed && now.state !== 'sending',
    take: (one) => void send(one),
  })

  const choose = () => file.current?.click()
  const drag = (event: DragEvent) => {
    const [item] = event.dataTransfer.items
    // A request is no picture: the screen takes it, wherever it is dropped.
    if (item?.kind !== 'file' || item.type === 'application/json' || closed) return
    event.preventDefault()
    const kind = kindOf(item.type)
    event.dataTransfer.dropEffect = kind === undefined || kind === limits.kind ? 'copy' : 'none'
    setOver(kind === undefined || kind === limits.kind ? 'fits' : kind)
  }
  const drop = (event: DragEvent) => {
    setOver(undefined)
    const [dropped] = event.dataTransfer.files
    if (!dropped || /\.json$/i.test(dropped.name) || closed) return
    event.preventDefault()
    void send(dropped)
  }
  const others = (
    <Pick
      label={label}
      kind={limits.kind}
      afloat={value !== undefined}
      onAsset={accept}
      onUrl={fetchFrom}
      onFile={choose}
    />
  )
  const Icon = icons[limits.kind]
  const { ratio: _, ...brief } = limits
  const needs = `${limits.kind === 'image' ? 'Choose or' : 'Choose'}`
  return (
    <div ref={box} className={cx('group/slot flex min-w-0 flex-col gap-1', className)} data-slot={id}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: files are dropped here; the button within does the same by key */}
      <div
        onDragEnter={drag}
        onDragOver={drag}
        onDragLeave={() => setOver(undefined)}
        onDrop={drop}
        // A tall picture stays in its place; a long reason may ask for more of it.
        className={cx('relative aspect-[16/9]', value && 'overflow-hidden rounded-picture')}
      >
        {now.state === 'sending' ? (
          <SendingBox sending={now} />
        ) : value ? (
          <Filled medium={value} asset={asset} kind={limits.kind} invalid={invalid} onFetch={fetchFrom}>
            <IconButton label={`Replace ${label.toLowerCase()}`} size="card" afloat onClick={choose} id={id}>
              <Replace />
            </IconButton>
            {others}
            <IconButton
              label={`Take out ${label.toLowerCase()}`}
              size="card"
              afloat
              onClick={() => onChange(undefined)}
            >
              <X />
            </IconButton>
          </Filled>
        ) : closed ? (
          <div
            id={id}
            className="hatched flex size-full flex-col items-center justify-center gap-1 rounded-picture p-2 text-center text-12 text-ink-2"
          >
            <Lock aria-hidden className="size-4" />
            <span className="bg-panel px-1">{barred}</span>
          </div>
        ) : (
          <button
            type="button"
            id={id}
            onClick={choose}
            aria-describedby={[describedBy, `${id}-limits`].filter(Boolean).join(' ')}
            aria-invalid={invalid || undefined}
            className={cx(
              'flex size-full flex-col items-center justify-center gap-1 rounded-picture border border-dashed px-2 text-center text-12 text-ink-2 transition-colors duration-80 hover:bg-raised hover:text-ink',
              invalid ? 'border-failed' : 'border-edge',
            )}
          >
            <Icon aria-hidden className="size-4" />
            <span className="sr-only">{label}:</span>
            <span className="touch:hidden">
              Drop, paste or <b className="font-medium text-ink">choose</b>
            </span>
            <span className="hidden touch:inline">
              {needs}
              {limits.kind === 'image' ? ' take a picture' : ` ${kindWords[limits.kind]}`}
            </span>
          </button>
        )}
        {!value && !closed && now.state !== 'sending' && (
          <span className="absolute top-1 right-1 opacity-0 transition-opacity duration-80 group-focus-within/slot:opacity-100 group-hover/slot:opacity-100 [@media(hover:none)]:opacity-100">
            {others}
          </span>
        )}
        {over && <Over needed={limits.kind} over={over} use={`Use as ${label.toLowerCase()}`} />}
        <input
          ref={file}
          type="file"
          hidden
          accept={`${limits.kind}/*`}
          aria-label={`File for ${label.toLowerCase()}`}
          onChange={(event) => {
            const [chosen] = event.currentTarget.files ?? []
            event.currentTarget.value = ''
            if (chosen) void send(chosen)
          }}
        />
      </div>
      <div className="flex min-h-4 items-center justify-between gap-1 text-11 text-ink-3">
        <span
          id={`${id}-limits`}
          className={cx('min-w-0 tabular-nums', value && 'flex')}
          title={[limitWords(limits), asset?.name].filter(Boolean).join(' · ') || undefined}
        >
          {now.state === 'sending' ? (
            sentWords(now)
          ) : value ? (
            <Caption value={value} asset={asset} mark={mark} />
          ) : closed ? null : (
            // A figure and its unit stay on one line.
            limitWords(brief).replace(/(?<=\d) (?=\p{L})/gu, '\u00a0')
          )}
        </span>
        {now.state === 'sending' && (
          <IconButton label="Stop sending" size="card" className="-my-1" onClick={stop}>
            <X />
          </IconButton>
        )}
      </div>
      {now.state === 'refused' && (
        <Refused
          why={now.why}
          asset={now.asset}
          file={now.file}
          limits={limits}
          onFix={mend}
          onChoose={choose}
          onDismiss={stop}
        />
      )}
      {barred !== undefined && value && (
        <ErrorLine fixes={[{ label: 'Take it out', onApply: () => onChange(undefined) }]}>{barred}</ErrorLine>
      )}
    </div>
  )
}

/** While a file is held over it: what letting go would do, or why it would not. */
function Over({ needed, over, use }: { needed: AssetKind; over: AssetKind | 'fits'; use: string }) {
  const fits = over === 'fits'
  const Icon = fits ? ArrowDownToLine : Ban
  return (
    <div
      className={cx(
        'pointer-events-none absolute inset-0 flex flex-col items-center justify-center gap-1 rounded-picture border-2 px-2 text-center text-12 font-medium',
        fits ? 'border-accent-edge bg-accent-soft' : 'border-failed bg-raised',
      )}
    >
      <Icon aria-hidden className={cx('size-4', fits ? 'text-accent-ink' : 'text-failed')} />
      {fits ? use : `${kindWords[over].replace(/^a/, 'A')}; ${kindWords[needed]} is needed here`}
    </div>
  )
}

const megabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(1)

const sentWords = ({ bytes, share }: { bytes: number; share: number }) =>
  bytes > 1024 * 1024
    ? `sending ${megabytes(bytes * share)} of ${megabytes(bytes)} MB`
    : `sending ${Math.round((bytes * share) / 1024)} of ${Math.round(bytes / 1024)} kB`

/** A long name gives way to what stands around it. */
function Caption({ value, asset, mark }: { value: Medium; asset: Asset | undefined; mark: string | undefined }) {
  const name = asset?.name ?? ('asset' in value ? undefined : 'url' in value ? value.url : value.ref)
  const facts = [
    asset?.width ? `${asset.width}×${asset.height}` : undefined,
    asset?.duration ? `${Math.round(asset.duration * 10) / 10}\u202fs` : undefined,
  ].filter((one) => one !== undefined)
  return (
    <>
      {mark && <span className="shrink-0 whitespace-pre">{name ? `${mark} · ` : mark}</span>}
      <span className="truncate">{name}</span>
      {facts.length > 0 && <span className="shrink-0 whitespace-pre">{` · ${facts.join(' · ')}`}</span>}
    </>
  )
}
