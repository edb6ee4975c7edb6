'use client'
import { useCallback } from 'react'
import type { Medium } from '@/lib/media/medium'
import type { InputKey } from '@/lib/models/input'
import { broken, type Fix } from '@/lib/models/rules'
import { Slot } from '../media/slot'
import { type ControlProps, idOf } from './control'
import { useDesk, useFromInput, useInput, useWrite } from './draft'
import { useFindings } from './finding'
import { errorId, Stack } from './frame'

const ends = { firstFrame: 'First frame', lastFrame: 'Last frame' } as const
type End = keyof typeof ends

export function Frames({ limits, keys, needed, barred, note }: ControlProps<'frames'>) {
  const shown = (['firstFrame', 'lastFrame'] as const).filter((end) => keys.includes(end))
  return (
    <div className="contents">
      {shown.map((end) => (
        <Frame
          key={end}
          end={end}
          limits={limits}
          optional={!needed || end === 'lastFrame'}
          barred={barred}
          note={note}
        />
      ))}
    </div>
  )
}

type FrameProps = Pick<ControlProps<'frames'>, 'limits' | 'barred' | 'note'> & { end: End; optional: boolean }

function Frame({ end, limits, optional, barred, note }: FrameProps) {
  const value = useInput(end)
  const { patch } = useWrite()
  const wrong = useFindings([end]).length > 0
  const { workflow } = useDesk()
  // A last frame that the row's own sentences would refuse for want of a first one is not offered before there is one,
  // nor one that would forbid what is there already.
  const alone = useFromInput((input) => {
    if (end !== 'lastFrame' || input.lastFrame) return
    const rules = workflow.rules ?? []
    const already = broken(rules, input).map(({ why }) => why)
    const then = broken(rules, { ...input, lastFrame: { ref: end } })
    return then.find(({ key, why, fix }) => (key === 'firstFrame' || forbids(fix, key)) && !already.includes(why))?.why
  })
  const write = useCallback((medium: Medium | undefined) => patch({ [end]: medium }), [patch, end])
  return (
    <Stack label={ends[end]} hint={optional ? 'optional' : undefined} note={note} paths={[end]}>
      <Slot
        id={idOf(end)}
        label={ends[end]}
        limits={limits.of}
        value={value}
        onChange={write}
        barred={barred ?? alone}
        invalid={wrong}
        describedBy={wrong ? errorId(end) : undefined}
      />
    </Stack>
  )
}

/** The sentence would have another field taken out. */
const forbids = (fix: Fix | undefined, key: InputKey) =>
  fix !== undefined && key in fix.set && fix.set[key] === undefined
