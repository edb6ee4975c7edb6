'use client'
// The motion brush over the first frame: a dialog as large as the window.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { keys } from '@/lib/api/keys'
import { upload } from '@/lib/api/upload'
import { StudioError } from '@/lib/errors'
import { Question } from '../elements/question'
import { remember } from '../media/fact'
import { Dialog } from '../ui/dialog'
import { ErrorLine } from '../ui/field'
import { Bench } from './bench'
import { type Count, ordered } from './geometry'
import { type Brushed, type Opened, useOpened } from './opened'
import { maskOf } from './raster'
import { type Area, movingAreas, nameOf, type Sheet } from './sheet'

type Props = {
  open: boolean
  onClose: () => void
  /** Our own picture, by its id and name. */
  picture: { id: string; name: string }
  value: Brushed
  limits: { max: number; points: Count }
  onUse: (value: Brushed) => void
}

export function Editor({ open, onClose, picture, value, limits, onUse }: Props) {
  const [dirty, setDirty] = useState(false)
  const [leaving, setLeaving] = useState<true>()
  return (
    <>
      <Dialog open={open} onClose={() => (dirty ? setLeaving(true) : onClose())} title="Motion brush" full>
        {open && (
          <Loaded picture={picture} value={value} limits={limits} onUse={onUse} onDirty={setDirty} onClose={onClose} />
        )}
      </Dialog>
      <Question
        asked={leaving}
        title={() => 'Leave without using it?'}
        words={() => 'What you painted since you opened the brush is lost.'}
        verb="Leave"
        onYes={onClose}
        onClose={() => setLeaving(undefined)}
      />
    </>
  )
}

type LoadedProps = Omit<Props, 'open'> & { onDirty: (dirty: boolean) => void }

function Loaded({ picture, value, limits, onUse, onDirty, onClose }: LoadedProps) {
  const client = useQueryClient()
  const opened = useOpened(picture.id, value)
  const [share, setShare] = useState<number>()
  const [refused, setRefused] = useState<string>()
  const going = useRef<AbortController>(undefined)
  useEffect(
    () => () => {
      going.current?.abort()
      onDirty(false)
    },
    [onDirty],
  )
  if (opened === undefined) return <p className="p-5 text-ink-2">Opening the picture…</p>
  if (typeof opened === 'string')
    return (
      <div className="p-5">
        <ErrorLine>{opened}</ErrorLine>
      </div>
    )
  const send = async (sheet: Sheet, painted: ReadonlySet<Area>) => {
    const stop = new AbortController()
    going.current = stop
    setRefused(undefined)
    setShare(0)
    const areas = [...movingAreas, 0 as const].filter((area) => painted.has(area))
    const keep = async (area: Area, at: number) => {
      const asset = await upload(
        await mask(opened, sheet, area),
        `${picture.name}, ${nameOf(area).toLowerCase()}.png`,
        {
          signal: stop.signal,
          progress: (part) => setShare((at + part) / areas.length),
        },
      )
      remember(client, asset)
      return { asset: asset.id }
    }
    try {
      let brushed: Brushed = {}
      for (const [at, area] of areas.entries()) {
        const kept = await keep(area, at)
        const trajectories = ordered(sheet.paths[area] ?? [], opened.size)
        brushed =
          area === 0
            ? { ...brushed, staticMask: kept }
            : { ...brushed, dynamicMasks: [...(brushed.dynamicMasks ?? []), { mask: kept, trajectories }] }
      }
      void client.invalidateQueries({ queryKey: keys.files })
      onUse(brushed)
      onClose()
    } catch (error) {
      if (stop.signal.aborted) return
      setShare(undefined)
      setRefused(error instanceof StudioError ? error.message : 'The masks could not be sent.')
    }
  }
  return (
    <Bench
      opened={opened}
      limits={limits}
      share={share}
      refused={refused}
      onDirty={onDirty}
      onUse={(...given) => void send(...given)}
    />
  )
}

const mask = ({ size, bases }: Opened, sheet: Sheet, area: Area) => maskOf(area, sheet.marks, size, bases)
