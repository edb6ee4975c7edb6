'use client'
// How the film is told: in words of one piece or shot by shot. Where a model knows both, a switch stands between them.
import { lazy, Suspense } from 'react'
import { isSet } from '@/lib/models/input'
import type { Limits } from '@/lib/models/limits'
import type { Standing } from '@/lib/models/standing'
import { Segments } from '../ui/segments'
import { propsOf } from './control'
import { type Draft, useDesk, useFromInput, useWrite } from './draft'
import { total } from './shot'
import { Sum } from './sum'
import { Text } from './text'

const Shots = lazy(() => import('./shots').then(({ Shots }) => ({ default: Shots })))

export function Telling({ of }: { of: readonly Standing[] }) {
  const words = of.find(({ kind }) => kind === 'text')
  const shots = of.find(({ kind }) => kind === 'shots')
  const inShots = useFromInput((input) => isSet(input.shots))
  const both = useFromInput((input) => isSet(input.shots) && isSet(input.prompt))
  const { read, replace } = useWrite()
  const { workflow } = useDesk()
  if (!shots) return words ? <Text {...propsOf<'text'>(words)} /> : null
  const limits = propsOf<'shots'>(shots).limits
  const turn = (to: 'mine' | 'model') => {
    const draft = read()
    replace(to === 'mine' ? inMine(draft, limits, workflow.fields.duration !== undefined) : inOne(draft))
  }
  const turner = words && (
    <Segments
      label="Who tells the shots"
      size="tool"
      value={inShots ? 'mine' : 'model'}
      onChange={turn}
      choices={[
        { value: 'mine', label: 'Mine', ...(shots.barred ? { reason: shots.barred } : {}) },
        { value: 'model', label: 'Model decides' },
      ]}
    />
  )
  return (
    <section aria-label="Shots" className="flex flex-col gap-2">
      <div className="flex min-h-7 items-center gap-3">
        <h2 className="text-13 font-medium">Shots</h2>
        {turner}
        <span className="flex-1" />
        {inShots && <Sum />}
      </div>
      {inShots && shots.use.note && <p className="text-12 text-ink-3">{shots.use.note}</p>}
      {words && (both || !inShots) && <Text {...propsOf<'text'>(words)} />}
      {(inShots || !words) && (
        <Suspense>
          <Shots {...propsOf<'shots'>(shots)} />
        </Suspense>
      )}
    </section>
  )
}

/** The words become the first shot, which lasts as long as the film did; shots that were set aside come back. */
function inMine(draft: Draft, limits: Limits['shots'], timed: boolean): Draft {
  const { prompt, ...input } = draft.input
  const most = limits.seconds.max ?? Infinity
  const shots = draft.parked.shots ?? [
    { prompt: prompt ?? '', duration: Math.min(input.duration ?? limits.seconds.min, most) },
  ]
  return {
    ...draft,
    input: { ...input, shots, ...(timed ? { duration: total(shots) } : {}) },
    parked: { ...(prompt === undefined ? {} : { prompt }) },
  }
}

/** The words that were set aside come back; without any, the shots' own words follow each other. */
function inOne(draft: Draft): Draft {
  const { shots = [], ...input } = draft.input
  const joined = shots
    .map(({ prompt }) => prompt.trim())
    .filter(Boolean)
    .join(' ')
  const prompt = draft.parked.prompt ?? joined
  return { ...draft, input: { ...input, ...(prompt ? { prompt } : {}) }, parked: { shots } }
}
