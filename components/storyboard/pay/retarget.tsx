'use client'
// Before another model is taken: what every shot would lose or change, with the choices; nothing is applied until then.
import { useMemo, useRef, useState } from 'react'
import { shortName } from '@/components/compose/fact'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Pill } from '@/components/ui/pill'
import type { Row } from '@/lib/models/row'
import { type Around, plan } from '@/lib/storyboard/plan'
import { type Turning, turnings } from '@/lib/storyboard/turn'
import { retarget } from '@/lib/storyboard/wish'
import { number } from '../desk/act'
import type { Draft } from '../desk/draft'
import { totalWords } from '../plan/money'

type Props = {
  row: Row
  before: Row
  draft: Draft
  around: Around
  onClose: () => void
  onApply: (row: Row, lengths: Record<string, number>) => void
}

export function Retarget({ row, before, draft, around, onClose, onApply }: Props) {
  const next = useRef<HTMLButtonElement>(null)
  const [lengths, setLengths] = useState<Record<string, number>>({})
  const told = useMemo(() => turnings(draft, before, row, around), [draft, before, row, around])
  const after = useMemo(() => plan(retarget(draft, row, lengths), row, around), [draft, row, lengths, around])
  const at = (id: string) => draft.shots.findIndex((shot) => shot.id === id)
  const left = new Set(after.issues.map(({ shotId }) => shotId)).size
  const wrong = useMemo(
    () => new Set(plan(retarget(draft, row), row, around).issues.map(({ shotId }) => shotId)).size,
    [draft, row, around],
  )
  const choosable = told.filter(({ shotId, choices }) => shotId && choices?.length)
  const all = (pick: 'first' | 'last') =>
    setLengths(
      Object.fromEntries(
        choosable.flatMap(({ shotId, choices = [] }) => {
          const choice = pick === 'first' ? choices[0] : choices.at(-1)
          return shotId && choice ? [[shotId, choice.seconds]] : []
        }),
      ),
    )
  return (
    <Dialog
      open
      onClose={onClose}
      wide
      first={next}
      title={`Turn to ${shortName(row)}?`}
      description={`${wrong === 0 ? 'Every shot fits.' : `${wrong} of ${draft.shots.length} shots do not fit as they are told.`} Your own words and seconds stay written; a choice here only says what is ordered. Undo brings everything back.`}
      actions={
        <>
          <Button onClick={onClose}>Stay with {shortName(before)}</Button>
          <Button ref={next} kind="next" size="normal" onClick={() => onApply(row, lengths)}>
            {left === 0 ? `Turn to ${shortName(row)}` : `Turn anyway, ${left} left to settle`}
          </Button>
        </>
      }
    >
      {choosable.length > 1 && (
        <p className="mt-3 flex flex-wrap items-center gap-2 text-12 text-ink-2">
          For all:
          <Button size="card" onClick={() => all('first')}>
            The nearest shorter
          </Button>
          <Button size="card" onClick={() => all('last')}>
            The nearest longer
          </Button>
        </p>
      )}
      <ul aria-label="What changes" className="mt-2 flex flex-col">
        {grouped(told).map(({ ids, message, choices = [] }) => {
          const [shotId = ''] = ids
          return (
            <li
              key={`${shotId} ${message}`}
              className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line py-2"
            >
              <span className="w-8 font-mono text-12 text-ink-2">
                {ids.length === 0 || ids.length === draft.shots.length ? 'Film' : number(at(shotId))}
              </span>
              <span className="min-w-0 flex-1 basis-56">
                {message}
                {ids.length > 1 && ids.length < draft.shots.length && (
                  <span className="text-12 text-ink-2">
                    {' '}
                    So{' '}
                    {ids
                      .slice(1)
                      .map((id) => number(at(id)))
                      .join(', ')}
                    , too.
                  </span>
                )}
              </span>
              {choices.map(({ label, seconds }) => (
                <Pill
                  key={label}
                  className="h-[26px]"
                  on={lengths[shotId] === seconds}
                  aria-label={`${label} for shot ${number(at(shotId))}`}
                  onClick={() => setLengths({ ...lengths, [shotId]: seconds })}
                >
                  {label}
                </Pill>
              ))}
            </li>
          )
        })}
      </ul>
      <p className="border-t border-line pt-3 tabular-nums">
        {`${after.blocks.length} ${after.blocks.length === 1 ? 'block' : 'blocks'} · ${totalWords(after)}`}
      </p>
    </Dialog>
  )
}

/** What is said alike of several shots is said once; what asks for a choice stands by itself. */
function grouped(told: readonly Turning[]): (Turning & { ids: string[] })[] {
  const found: (Turning & { ids: string[] })[] = []
  for (const one of told) {
    const same = one.choices ? undefined : found.find(({ message, choices }) => !choices && message === one.message)
    if (same && one.shotId) same.ids.push(one.shotId)
    else found.push({ ...one, ids: one.shotId ? [one.shotId] : [] })
  }
  return found
}
