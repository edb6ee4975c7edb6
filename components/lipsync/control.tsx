'use client'
// Who speaks: the faces of the film, and when one of them says which piece of the sound.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ScanFace } from 'lucide-react'
import { useState } from 'react'
import { api } from '@/lib/api/client'
import { keys } from '@/lib/api/keys'
import type { Face } from '@/lib/models/check/shape'
import type { FaceChoice } from '@/lib/models/input'
import { type ControlProps, idOf } from '../form/control'
import { useDesk, useInput, useWrite } from '../form/draft'
import { useFindings } from '../form/finding'
import { errorId, Stack } from '../form/frame'
import { useAsset } from '../media/fact'
import { Button } from '../ui/button'
import { ErrorLine } from '../ui/field'
import { NumberField } from '../ui/number-field'
import { FaceList } from './faces'
import { type Found, keepFound, lastFound } from './found'
import { Listen } from './listen'
import { laid } from './place'
import { Timeline } from './timeline'

const fields = [
  ['from', 'Sound from', 'From which second of the sound'],
  ['to', 'to', 'To which second of the sound'],
  ['at', 'heard from', 'At which second of the film it is heard'],
] as const

const assetIn = (medium: object | undefined) =>
  medium && 'asset' in medium && typeof medium.asset === 'string' ? medium.asset : undefined

export function Faces({ limits, label, hint, note, barred }: ControlProps<'faces'>) {
  const value = useInput('faces')
  const film = useInput('sourceVideo')
  const sound = useInput('audio')
  const volumes = { film: useInput('originalAudioVolume') ?? 1, sound: useInput('soundVolume') ?? 1 }
  const { patch } = useWrite()
  const { row } = useDesk()
  const wrong = useFindings(['faces'], true)
  const [filmAsset, soundAsset] = [useAsset(assetIn(film)), useAsset(assetIn(sound))]
  const [found, setFound] = useState<Found | undefined>(lastFound)
  const print = JSON.stringify(film)
  const client = useQueryClient()
  const look = useMutation({
    mutationFn: async () => {
      if (!film) throw new Error('A film is needed.')
      return api.findFaces({ params: { id: row.provider }, body: { film } })
    },
    // What was asked is in the books, whatever came of it.
    onSettled: () => {
      for (const queryKey of [keys.spend, keys.ledgers]) void client.invalidateQueries({ queryKey })
    },
    onSuccess: (answer) => {
      const seen = { ...answer, film: print, at: Date.now() }
      keepFound(seen)
      setFound(seen)
      const [only] = answer.faces
      if (only && answer.faces.length === 1) choose(only, answer.session)
      else patch({ faces: undefined })
    },
  })
  const faces = found && found.film === print ? found.faces : []
  const session = found && found.film === print ? found.session : undefined
  const chosen = value && value.session === session ? faces.find(({ id }) => id === value.face) : undefined
  const bounds = { film: filmAsset?.duration, sound: soundAsset?.duration, least: limits.overlap }

  function choose(face: Face, of: string) {
    const seen = { from: face.from, to: face.to }
    // A piece that is placed already stays where it is; the rules say whether the other face is there then.
    const place = value ? { from: value.from, to: value.to, at: value.at } : laid(seen, bounds.film, bounds.sound)
    patch({ faces: { session: of, face: face.id, ...place, seen } })
  }
  const set = (change: Partial<FaceChoice>) => value && patch({ faces: { ...value, ...change } })
  const elsewhere = value !== undefined && chosen === undefined
  const closed = film ? undefined : 'Choose the film first; its faces are looked for there.'
  return (
    <Stack label={label} hint={hint} note={note} paths={['faces']} deep className="col-span-full">
      {faces.length > 0 && session !== undefined && (
        <FaceList faces={faces} chosen={chosen?.id} onChoose={(face) => choose(face, session)} />
      )}
      {look.isSuccess && faces.length === 0 && (
        <ErrorLine>No face was found in this film; the lips of nobody can be moved.</ErrorLine>
      )}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <Button
          id={idOf('faces')}
          icon={<ScanFace className="size-4" />}
          {...(closed === undefined ? {} : { reason: closed })}
          disabled={look.isPending}
          focusableWhenDisabled
          aria-describedby={wrong.length > 0 ? errorId('faces') : undefined}
          onClick={() => (closed === undefined ? look.mutate() : document.getElementById(idOf('sourceVideo'))?.focus())}
        >
          {look.isPending ? 'Looking for faces…' : faces.length > 0 ? 'Look again' : 'Find faces'}
        </Button>
        <span className="text-12 text-ink-3">{cost(limits.asking)}</span>
      </div>
      {look.error && <ErrorLine>{look.error.message}</ErrorLine>}
      {elsewhere && (
        <ErrorLine fixes={[{ label: 'Take it out', onApply: () => patch({ faces: undefined }) }]}>
          A face is chosen that this browser does not show: {value.face}. Find the faces of this film to choose anew.
        </ErrorLine>
      )}
      {value && (
        <>
          <Timeline
            faces={faces}
            chosen={chosen}
            place={value}
            bounds={bounds}
            wrong={wrong.length > 0}
            onPlace={(place) => set(place)}
          />
          <div className="flex items-start gap-x-4 gap-y-2 max-md:flex-col">
            {filmAsset && soundAsset && <Listen film={filmAsset} sound={soundAsset} place={value} volumes={volumes} />}
            <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
              {fields.map(([key, words, name]) => (
                <span key={key} className="flex items-center gap-1.5 text-12 text-ink-2">
                  {words}
                  <NumberField
                    id={idOf(`faces.${key}`)}
                    label={name}
                    value={value[key]}
                    min={0}
                    step={0.1}
                    unit="s"
                    steppers={false}
                    size="tool"
                    invalid={wrong.some(({ path }) => path === `faces.${key}`)}
                    onChange={(next) => set({ [key]: next ?? 0 })}
                  />
                </span>
              ))}
            </div>
          </div>
        </>
      )}
      {barred !== undefined && value && (
        <ErrorLine fixes={[{ label: 'Take it out', onApply: () => patch({ faces: undefined }) }]}>{barred}</ErrorLine>
      )}
    </Stack>
  )
}

function cost(asking: ControlProps<'faces'>['limits']['asking']): string {
  if (!asking) return 'Each look is asked of the provider; its price is not known.'
  const amount = asking.currency === 'USD' ? `$${asking.amount}` : `${asking.amount} ${asking.currency}`
  return `Each look costs ${amount} at the provider.`
}
