'use client'
// Why a file was not taken, and what one click could do about it; nothing is changed unasked.
import { useEffect, useState } from 'react'
import type { Asset } from '@/lib/media/asset'
import { type Change, fixes } from '@/lib/media/fixes'
import type { MediaLimits } from '@/lib/media/limits'
import { ErrorLine } from '../ui/field'

type Props = {
  why: readonly string[]
  asset: Asset | undefined
  file: File | undefined
  limits: MediaLimits
  onFix: (change: Change) => void
  onChoose: () => void
  onDismiss: () => void
}

export function Refused({ why, asset, file, limits, onFix, onChoose, onDismiss }: Props) {
  const offered = asset ? fixes(asset, limits) : []
  const crop = offered.find(({ change }) => change.crop)?.change.crop
  return (
    <div role="alert" className="flex flex-col gap-1">
      {why.map((sentence, at) => (
        <ErrorLine
          key={sentence}
          fixes={
            at < why.length - 1
              ? []
              : [
                  ...offered.map(({ label, change }) => ({ label, onApply: () => onFix(change) })),
                  { label: 'Choose another', onApply: onChoose },
                  { label: 'Dismiss', onApply: onDismiss },
                ]
          }
        >
          {sentence}
        </ErrorLine>
      ))}
      {crop && asset?.width && asset.height && (
        <Crop asset={asset} file={file} width={asset.width} height={asset.height} crop={crop} />
      )}
    </div>
  )
}

type CropProps = {
  asset: Asset
  file: File | undefined
  width: number
  height: number
  crop: NonNullable<Change['crop']>
}

/** What the crop would keep, before it is done: the rest lies under a veil. */
function Crop({ asset, file, width, height, crop }: CropProps) {
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    if (!file) return
    const made = URL.createObjectURL(file)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  const source = url ?? asset.posterUrl
  if (!source) return null
  const share = (part: number, whole: number) => `${(100 * part) / whole}%`
  return (
    <div
      className="relative max-h-40 w-fit overflow-hidden rounded-picture"
      style={{ aspectRatio: `${width} / ${height}` }}
    >
      <img alt="What the crop would keep" src={source} className="block max-h-40 max-w-full" />
      <span
        aria-hidden
        className="absolute outline-1 outline-ink [box-shadow:0_0_0_9999px_var(--color-veil)]"
        style={{
          left: share(crop.x, width),
          top: share(crop.y, height),
          width: share(crop.width, width),
          height: share(crop.height, height),
        }}
      />
    </div>
  )
}
