'use client'
// What of a film is to change: the film is chosen here, its subject by clicking; an order names the session alone.
import { MousePointerClick } from 'lucide-react'
import { useState } from 'react'
import type { Medium } from '@/lib/media/medium'
import { type ControlProps, idOf } from '../form/control'
import { useDesk, useInput, useWrite } from '../form/draft'
import { useFindings } from '../form/finding'
import { errorId, Stack } from '../form/frame'
import { useAsset } from '../media/fact'
import { Slot } from '../media/slot'
import { Button } from '../ui/button'
import { ErrorLine } from '../ui/field'
import { Chooser } from './chooser'
import { countOf, lastSession } from './session'

export function SelectionControl({ limits, label, hint, note, barred }: ControlProps<'selection'>) {
  const value = useInput('selection')
  const { patch } = useWrite()
  const { row } = useDesk()
  const wrong = useFindings(['selection']).length > 0
  const [last, setLast] = useState(lastSession)
  const own = last && last.session === value ? last : undefined
  const [film, setFilm] = useState<Medium | undefined>(() => (own ? { asset: own.film } : undefined))
  const asset = useAsset(film && 'asset' in film ? film.asset : undefined)
  const [open, setOpen] = useState(false)
  const forget = { label: 'Take it out', onApply: () => patch({ selection: undefined }) }
  const closed = barred ?? (asset ? undefined : 'Choose the film first')
  return (
    <Stack label={label} hint={hint} note={note} paths={['selection']} className="col-span-full">
      <div className="grid grid-cols-3 items-start gap-3 max-md:grid-cols-2">
        <Slot
          id={`${idOf('selection')}-film`}
          label="Film to choose in"
          limits={limits.of}
          value={film}
          onChange={(next) => {
            setFilm(next)
            // A session belongs to the film that it was opened with.
            if (value !== undefined) patch({ selection: undefined })
          }}
          barred={barred}
        />
        <div className="col-span-2 flex flex-col items-start gap-1.5 max-md:col-span-1">
          <Button
            id={idOf('selection')}
            icon={<MousePointerClick className="size-4" />}
            {...(closed === undefined ? {} : { reason: closed })}
            aria-describedby={wrong ? errorId('selection') : undefined}
            onClick={() =>
              closed === undefined ? setOpen(true) : document.getElementById(`${idOf('selection')}-film`)?.focus()
            }
          >
            {own ? 'Change the selection' : 'Choose by clicking'}
          </Button>
          {own && (
            <p className="text-12 text-ink-2 tabular-nums">
              {countOf(own)} {countOf(own) === 1 ? 'point' : 'points'} in {Object.keys(own.points).length}{' '}
              {Object.keys(own.points).length === 1 ? 'frame' : 'frames'}
            </p>
          )}
        </div>
      </div>
      {value !== undefined && !own && (
        <ErrorLine fixes={[forget]}>
          The session {value} was not opened in this browser, or more than 24 h ago. It is sent as it is.
        </ErrorLine>
      )}
      {barred !== undefined && value !== undefined && <ErrorLine fixes={[forget]}>{barred}</ErrorLine>}
      {asset && (
        <Chooser
          open={open}
          onClose={() => setOpen(false)}
          provider={row.provider}
          film={asset}
          most={limits}
          named={value}
          onUse={(session) => {
            setLast(lastSession())
            patch({ selection: session })
          }}
        />
      )}
    </Stack>
  )
}
