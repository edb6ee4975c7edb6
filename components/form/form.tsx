'use client'
// The form of whichever workflow is chosen, walked from its row. Nothing here knows a model.
import { ChevronRight } from 'lucide-react'
import { type ComponentType, memo, useState } from 'react'
import { isSet } from '@/lib/models/input'
import type { Kind } from '@/lib/models/limits'
import type { Standing } from '@/lib/models/standing'
import { cx } from '../ui/cx'
import { arrange, type Place } from './arrange'
import { type ControlProps, propsOf } from './control'
import { controls } from './controls'
import { useDesk, useFromInput, useStandings, useWrite } from './draft'
import { useBook } from './finding'
import { Barred, ErrorLineFor } from './frame'
import { Telling } from './telling'

export function Form() {
  const { row, workflow } = useDesk()
  const standings = useStandings()
  const inShots = useFromInput((input) => isSet(input.shots))
  const { media, telling, rows, more } = arrange(row, workflow, standings)
  // A film told in shots is as long as they are; its length stands with them.
  const shown = inShots && workflow.fields.shots ? rows.filter((place) => fieldOf(place) !== 'duration') : rows
  return (
    <div className="flex flex-col gap-3.5">
      {media.length > 0 && (
        <div className="grid grid-cols-3 items-start gap-x-3 gap-y-3.5 max-md:grid-cols-2">{media.map(draw)}</div>
      )}
      {telling.length > 0 && <Telling of={telling} />}
      <div className="flex flex-col border-b border-line empty:hidden">{shown.map(draw)}</div>
      {more.length > 0 && <More places={more} />}
      <Strays known={standings} />
    </div>
  )
}

const fieldOf = (place: Place) => ('standing' in place ? place.standing.field : place.barred.field)

const draw = (place: Place) =>
  'standing' in place ? (
    <Control key={place.standing.field} standing={place.standing} />
  ) : (
    <Barred key={place.barred.field} label={place.barred.label} why={place.barred.why} />
  )

const sameStanding = (a: { standing: Standing }, b: { standing: Standing }) =>
  a.standing === b.standing || JSON.stringify(a.standing) === JSON.stringify(b.standing)

const slots: ReadonlySet<Kind> = new Set<Kind>(['asset', 'assets', 'frames', 'voices', 'elements'])

/** One field, by the control of its kind. Drawn again only when it stands differently. */
const Control = memo(function Control({ standing }: { standing: Standing }) {
  const { kind, barred } = standing
  const given = useFromInput((input) => standing.keys.some((key) => isSet(input[key])))
  // Of several that could be given, the one that is asked for is not called optional, nor the one that was given for it.
  const asked = useBook().all.some(({ path, unset }) => unset && standing.keys.some((key) => key === path))
  const props = { ...propsOf(standing), needed: standing.needed || asked || (given && slots.has(kind)) }
  // Barred and empty it says only why; with a value it stays, so that the value can be taken out.
  if (barred !== undefined && !given && !slots.has(kind)) return <Barred label={props.label} why={barred} />
  // The map has one control per kind, and this is the control of this standing's kind.
  const One = controls[kind] as ComponentType<ControlProps>
  return <One {...props} />
}, sameStanding)

function More({ places }: { places: Place[] }) {
  const given = useFromInput(
    (input) =>
      places.filter((place) => 'standing' in place && place.standing.keys.some((key) => isSet(input[key]))).length,
  )
  const { all, tried } = useBook()
  const wrong = all.some(
    ({ path, unset }) =>
      (tried || !unset) &&
      places.some(
        (place) => 'standing' in place && place.standing.keys.some((key) => path === key || path.startsWith(`${key}.`)),
      ),
  )
  const [open, setOpen] = useState(false)
  const shown = open || wrong
  return (
    <section aria-label="More settings">
      <button
        type="button"
        id="more-settings"
        aria-expanded={shown}
        onClick={() => setOpen(!shown)}
        className="flex h-9 w-full items-center gap-2 rounded-control text-13 font-medium text-ink-2 hover:text-ink touch:h-11"
      >
        <ChevronRight aria-hidden className={cx('size-4 transition-transform duration-80', shown && 'rotate-90')} />
        More settings
        {given > 0 && <span className="font-normal text-ink-3 tabular-nums">{given} set</span>}
      </button>
      {shown && <div className="flex flex-col border-b border-line">{places.map(draw)}</div>}
    </section>
  )
}

/** What the draft says that this workflow has no field for: told here, with the way to take it out. */
function Strays({ known }: { known: readonly Standing[] }) {
  const { all } = useBook()
  const { patch } = useWrite()
  const keys = new Set<string>(known.flatMap((one) => one.keys))
  const strays = all.filter(({ path }) => !keys.has(path.split('.')[0] ?? ''))
  return strays.map((finding) => (
    <ErrorLineFor key={`${finding.path} ${finding.message}`} finding={finding} onFix={patch} />
  ))
}
