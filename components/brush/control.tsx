'use client'
// The motion brush in the form: what was painted, and the way into the editor.
import { Brush as BrushIcon, Lock } from 'lucide-react'
import { useState } from 'react'
import { type ControlProps, idOf } from '../form/control'
import { useInput, useWrite } from '../form/draft'
import type { Files } from '../form/file'
import { useBook, useFindings } from '../form/finding'
import { errorId, Stack } from '../form/frame'
import { useAsset } from '../media/fact'
import { Button } from '../ui/button'
import { ErrorLine } from '../ui/field'
import { Editor } from './editor'
import type { Brushed } from './opened'
import { originOf, rememberOrigin } from './origin'
import { Summary } from './summary'

const assetIn = (medium: object | undefined) =>
  medium && 'asset' in medium && typeof medium.asset === 'string' ? medium.asset : undefined

export function Brush({ limits, label, hint, note, barred }: ControlProps<'brush'>) {
  const still = useInput('staticMask')
  const moving = useInput('dynamicMasks') ?? []
  const frame = useInput('firstFrame')
  const { patch } = useWrite()
  const wrong = useFindings(['dynamicMasks', 'staticMask'], true).length > 0
  const { files } = useBook()
  const picture = useAsset(assetIn(frame))
  const masks = [...moving.map(({ mask }) => mask), ...(still ? [still] : [])]
  const [first] = masks.flatMap((mask) => assetIn(mask) ?? [])
  const mask = useAsset(first)
  const [open, setOpen] = useState(false)
  const given = masks.length > 0
  const foreign = masks.some((one) => assetIn(one) === undefined)
  const closed = barred ?? whyClosed(frame, files)
  const size = mask?.width && mask.height ? { width: mask.width, height: mask.height } : undefined
  const use = ({ staticMask, dynamicMasks }: Brushed) => {
    if (picture)
      rememberOrigin(
        [...(dynamicMasks ?? []).map((one) => one.mask), staticMask].flatMap((one) => assetIn(one) ?? []),
        picture.id,
      )
    patch({ staticMask, dynamicMasks })
  }
  const clear = {
    label: 'Take the areas out',
    onApply: () => patch({ staticMask: undefined, dynamicMasks: undefined }),
  }
  const unfit = given && !foreign && picture && first ? whyUnfit(picture, size, originOf(first)) : undefined
  return (
    <Stack
      label={label}
      hint={hint}
      note={note}
      paths={['dynamicMasks', 'staticMask']}
      deep
      className="col-span-full"
      aside={
        <span className="tabular-nums">
          {moving.length} / {limits.max}
        </span>
      }
    >
      {closed !== undefined && !given ? (
        <div
          id={idOf('dynamicMasks')}
          tabIndex={-1}
          className="hatched flex min-h-11 items-center justify-center gap-2 rounded-picture px-3 py-2 text-center text-12 text-ink-2"
        >
          <Lock aria-hidden className="size-4 shrink-0" />
          <span className="bg-panel px-1">{closed}</span>
        </div>
      ) : (
        <div className="flex min-w-0 items-center gap-3">
          {given && picture && size && (
            <span className="aspect-video w-40 shrink-0 overflow-hidden rounded-picture bg-monitor max-md:w-32">
              <Summary
                picture={picture}
                moving={moving}
                still={still && 'asset' in still ? still : undefined}
                size={size}
              />
            </span>
          )}
          <div className="flex min-w-0 flex-1 flex-col items-start gap-1.5">
            {given && <p className="text-12 text-ink-2 tabular-nums">{words(moving, still !== undefined)}</p>}
            <div className="flex flex-wrap gap-2">
              <Button
                id={idOf('dynamicMasks')}
                icon={<BrushIcon className="size-4" />}
                {...(closed === undefined ? {} : { reason: closed })}
                aria-describedby={wrong ? errorId('dynamicMasks') : undefined}
                onClick={() => closed === undefined && setOpen(true)}
              >
                {given ? 'Paint on' : 'Paint areas and draw their paths'}
              </Button>
              {given && (
                <Button kind="quiet" onClick={clear.onApply}>
                  Take out
                </Button>
              )}
            </div>
          </div>
        </div>
      )}
      {unfit !== undefined && <ErrorLine fixes={[clear]}>{unfit}</ErrorLine>}
      {barred !== undefined && given && <ErrorLine fixes={[clear]}>{barred}</ErrorLine>}
      {picture && (
        <Editor
          open={open}
          onClose={() => setOpen(false)}
          picture={picture}
          value={{ staticMask: still, dynamicMasks: moving }}
          limits={limits}
          onUse={use}
        />
      )}
    </Stack>
  )
}

function whyClosed(frame: object | undefined, files: Files): string | undefined {
  if (!frame) return 'Choose the first frame; areas are painted on it.'
  const id = assetIn(frame)
  if (id === undefined) return 'The first frame stands at an address; fetch it into the library to paint on it.'
  if (files.state(id) === 'gone') return 'The first frame is not in the library any more.'
}

function whyUnfit(
  picture: { id: string; width?: number | undefined; height?: number | undefined },
  size: { width: number; height: number } | undefined,
  origin: string | undefined,
): string | undefined {
  if (!size || !picture.width || !picture.height) return
  // Another shape is a finding of the form and is told there; in another size paths lead elsewhere.
  if (picture.width !== size.width || picture.height !== size.height)
    return `These areas were painted at ${size.width}×${size.height} and the first frame is ${picture.width}×${picture.height}. Open them to fit them to it.`
  if (origin !== undefined && origin !== picture.id)
    return 'These areas were painted on another picture of the same size. Look at them on this one.'
}

function words(moving: readonly { trajectories: readonly unknown[] }[], still: boolean): string {
  const points = moving.map(({ trajectories }) => trajectories.length).join(', ')
  const areas =
    moving.length === 0 ? '' : `${moving.length} moving ${moving.length === 1 ? 'area' : 'areas'} (${points} points)`
  return [areas, still ? 'one that stays still' : ''].filter(Boolean).join(' · ')
}
