'use client'
// Somebody else saved this board meanwhile. Nothing is lost: the side that gives way becomes a board of its own.
import { useState } from 'react'
import { clockTime } from '@/components/media/time-code'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { say } from '@/components/ui/toast'
import type { Storyboard } from '@/lib/storyboard/storyboard'
import { number } from './act'
import type { Desk } from './desk'
import { type Draft, draftOf } from './draft'

type Props = { desk: Desk; mine: Draft; theirs: Storyboard | undefined; onLater: () => void }

export function Conflict({ desk, mine, theirs, onLater }: Props) {
  const [both, setBoth] = useState(false)
  const [busy, setBusy] = useState(false)
  if (!theirs) return null
  const settle = (how: () => Promise<void>) => {
    setBusy(true)
    how()
      .catch((error: Error) => say({ words: error.message, stays: true }))
      .finally(() => setBusy(false))
  }
  const lines = differences(mine, draftOf(theirs))
  return (
    <Dialog
      open
      // Until it is decided, what is written here is kept in this browser alone.
      onClose={onLater}
      wide
      title="This board was changed elsewhere"
      description={`It was saved at ${clockTime(new Date(theirs.updatedAt))} while there were changes here. Nothing is lost: the side that gives way is kept as a board of its own.`}
      actions={
        <>
          <Button aria-expanded={both} onClick={() => setBoth(!both)}>
            {both ? 'Hide the two' : 'See both'}
          </Button>
          <Button disabled={busy} focusableWhenDisabled onClick={() => settle(desk.takeTheirs)}>
            Take theirs
          </Button>
          <Button kind="next" size="normal" disabled={busy} focusableWhenDisabled onClick={() => settle(desk.keepMine)}>
            Keep mine
          </Button>
        </>
      }
    >
      {both && (
        <table className="mt-3 w-full table-fixed text-left text-12">
          <thead className="text-ink-2">
            <tr>
              <th className="w-20 py-1 font-medium">Where</th>
              <th className="py-1 font-medium">Mine</th>
              <th className="py-1 font-medium">Theirs</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ where, mine: left, theirs: right }) => (
              <tr key={where} className="border-t border-line align-top">
                <th className="py-1.5 pr-2 font-normal text-ink-2">{where}</th>
                <td className="py-1.5 pr-3 break-words">{left}</td>
                <td className="py-1.5 break-words">{right}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Dialog>
  )
}

const told = (shot: Draft['shots'][number] | undefined) =>
  shot ? `${shot.prompt || 'No words'} (${shot.duration} s)` : '–'
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

function differences(mine: Draft, theirs: Draft) {
  const lines: { where: string; mine: string; theirs: string }[] = []
  if (mine.title !== theirs.title) lines.push({ where: 'Title', mine: mine.title, theirs: theirs.title })
  if (mine.look !== theirs.look) lines.push({ where: 'Look', mine: mine.look ?? '–', theirs: theirs.look ?? '–' })
  const ids = new Set([...mine.shots, ...theirs.shots].map(({ id }) => id))
  for (const id of ids) {
    const [left, right] = [mine.shots, theirs.shots].map((shots) => shots.findIndex((shot) => shot.id === id))
    const [a, b] = [mine.shots[left ?? -1], theirs.shots[right ?? -1]]
    if (same(a, b)) continue
    const where = `Shot ${number((left ?? -1) >= 0 ? (left ?? 0) : (right ?? 0))}${a ? '' : ' (theirs)'}`
    const others = a && b && told(a) === told(b)
    lines.push({
      where: lines.some((line) => line.where === where) ? `${where} ` : where,
      mine: others ? 'other settings of the shot' : told(a),
      theirs: others ? 'other settings of the shot' : told(b),
    })
  }
  if (!same(mine.settings, theirs.settings) || !same(mine.wishes, theirs.wishes))
    lines.push({
      where: 'Plan',
      mine: mine.settings?.model ?? 'as it was',
      theirs: theirs.settings?.model ?? 'as it was',
    })
  if (lines.length === 0) lines.push({ where: 'Order', mine: 'in this order', theirs: 'in another order' })
  return lines
}
