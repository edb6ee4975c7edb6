'use client'
// What a careful assistant would say of a shot before money is spent; nothing is changed without a press.
import { OctagonAlert, TriangleAlert } from 'lucide-react'
import { TextButton } from '@/components/ui/field'
import type { Caution } from '@/lib/storyboard/lint'
import type { BoardShot } from '@/lib/storyboard/storyboard'
import type { Act } from '../desk/act'
import type { Draft } from '../desk/draft'
import type { Planned } from '../plan/use-plan'
import type { ShotView } from '../shot/view'
import type { Cautions } from './use-caution'

type Props = { draft: Draft; shot: BoardShot; planned: Planned; cautions: Cautions; view: ShotView; act: Act }

export function BeforePaying({ draft, shot, planned, cautions, view, act }: Props) {
  const { state } = view
  const notes = cautions.get(shot.id) ?? []
  const issues = planned.issues.filter(({ shotId }) => shotId === shot.id)
  const block = planned.of.get(shot.id)
  const count = notes.length + issues.length + (state.changed ? 1 : 0)
  return (
    <section aria-label="Before paying" className="flex flex-col gap-2">
      <div className="flex justify-between gap-3 text-12 text-ink-2">
        <span className="font-medium">Before paying</span>
        <span>{count === 0 ? 'nothing to note' : `${count} ${count === 1 ? 'note' : 'notes'}`}</span>
      </div>
      {issues.map(({ message, choices = [], seams = [] }) => (
        <p key={message} className="flex gap-2">
          <OctagonAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-failed" />
          <span className="flex flex-wrap gap-x-3">
            {message}
            {choices.map(({ label, seconds }) => (
              <TextButton key={label} onClick={() => act.lengths({ [shot.id]: seconds })}>
                {label}
              </TextButton>
            ))}
            {seams.map(({ label, shotId, seam }) => (
              <TextButton key={label} onClick={() => act.meet(shotId, seam)}>
                {label}
              </TextButton>
            ))}
          </span>
        </p>
      ))}
      {state.changed && (
        <p className="flex gap-2">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-stale" />
          The shot changed after its take: {state.changed}.
        </p>
      )}
      {notes.map((caution) => {
        const fix = fixOf(caution, shot, draft, act)
        return (
          <p key={caution.message} className="flex gap-2">
            <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-stale" />
            <span className="flex flex-wrap gap-x-3">
              {caution.message}
              {fix && <TextButton onClick={fix.run}>{fix.label}</TextButton>}
            </span>
          </p>
        )
      })}
      {block && block.shotIds.length > 1 && (
        <p className="text-12 text-ink-3">
          It is ordered with {block.shotIds.length - 1} other{block.shotIds.length > 2 ? 's' : ''} as block {block.name}
          .
        </p>
      )}
    </section>
  )
}

export function fixOf({ code, seconds, name = '' }: Caution, shot: BoardShot, { look = '' }: Draft, act: Act) {
  if (code === 'silent-talk') return { label: 'Turn sound on', run: () => act.settings({ sound: true }) }
  if (code === 'fast-talk' && seconds)
    return { label: `Make it ${seconds} s`, run: () => act.seconds(shot.id, seconds) }
  if (code === 'look-twice') {
    const at = shot.prompt.toLowerCase().indexOf(look.trim().toLowerCase())
    const [head, tail] = [shot.prompt.slice(0, at), shot.prompt.slice(at + look.trim().length)]
    // Only the gap is closed; lines and spaces elsewhere are the person's.
    const [before, after] = [head.trimEnd(), tail.trimStart()]
    const gap = `${head.slice(before.length)}${tail.slice(0, tail.length - after.length)}`
    const prompt = `${before}${gap.includes('\n') ? '\n' : gap && ' '}${after}`.trim()
    return { label: 'Take it out of the words', run: () => act.set(shot.id, { prompt }) }
  }
  const held = shot.elements ?? []
  if (code === 'unnamed-picture')
    return { label: 'Name it', run: () => act.words(shot.id, `${shot.prompt.trimEnd()} @${name}`.trimStart()) }
  if (code === 'unreferenced')
    return { label: 'Add it to the shot', run: () => act.set(shot.id, { elements: [...held, name] }) }
  if (code === 'unnamed') {
    const others = held.filter((one) => one !== name)
    const elements = others.length > 0 ? others : undefined
    return { label: 'Take it off the shot', run: () => act.set(shot.id, { elements }) }
  }
}
