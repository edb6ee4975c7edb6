'use client'
import { ArrowLeftRight, StepBack, StepForward } from 'lucide-react'
import { type KeyboardEvent, type RefObject, useMemo, useState } from 'react'
import { Strip } from '@/components/media/player-strip'
import { LoopButton, PlayButton, TimeCode } from '@/components/media/player-transport'
import { IconButton } from '@/components/ui/icon-button'
import { Segments } from '@/components/ui/segments'
import { Select } from '@/components/ui/select'
import { say } from '@/components/ui/toast'
import type { Task } from '@/lib/tasks/task'
import { useBoardControl } from '../stage/play'
import { SideFoot } from './compare-foot'
import { Pictures } from './compare-picture'
import type { TakeHand } from './hand'
import { madeAt } from './item'

type Layout = 'beside' | 'wipe'

type Props = { hand: TakeHand; room: RefObject<HTMLDivElement | null> }

export function CompareRoom({ hand, room }: Props) {
  const { takes, standing } = hand
  const [ids, setIds] = useState(() => begin(takes, standing))
  const [layout, setLayout] = useState<Layout>('beside')
  const [edge, setEdge] = useState(0.5)
  const [heard, setHeard] = useState<'a' | 'b'>('a')
  const find = (id: string | undefined) => takes.find((one) => one.id === id)
  const [a, b] = [find(ids.a) ?? takes.at(-1), find(ids.b) ?? takes[0]]
  const lengths = [a, b].map((task) => (task ? hand.partOf(task).seconds : 0))
  const duration = Math.max(0.1, ...lengths)
  const control = useBoardControl(
    useMemo(() => [{ start: 0, end: duration }], [duration]),
    true,
  )
  if (!a || !b) return null
  const swap = () => setIds({ a: b.id, b: a.id })
  const choose = (task: Task) => {
    hand.choose(task)
    say({ words: `Take ${takes.indexOf(task) + 1} chosen` })
  }
  const press = (event: KeyboardEvent) => {
    const at = event.target
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    if (at instanceof Element && at.closest('textarea, input, [role="listbox"], [role="combobox"]')) return
    const acts: Record<string, () => void> = {
      j: () => control.shuttle(-1),
      k: control.pause,
      l: () => control.shuttle(1),
      ',': () => control.step(-1),
      '.': () => control.step(1),
      o: () => control.setLoop(!control.loop),
      m: () => control.setMuted(!control.muted),
      x: swap,
      w: () => setLayout(layout === 'wipe' ? 'beside' : 'wipe'),
      a: () => choose(a),
      b: () => choose(b),
      '1': () => choose(a),
      '2': () => choose(b),
      Home: () => control.seek(0),
      End: () => control.seek(duration),
      ...(at instanceof Element && at.closest('button') ? {} : { ' ': control.toggle }),
    }
    const act = acts[event.key]
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
  const options = takes.map((task, at) => ({ value: task.id, label: `Take ${at + 1}`, note: madeAt(task) }))
  const side = (which: 'a' | 'b') => (
    <Select
      label={which === 'a' ? 'A' : 'B'}
      prefix
      value={which === 'a' ? a.id : b.id}
      onChange={(id) => {
        const other = which === 'a' ? b.id : a.id
        // The same take on both sides compares nothing: they change places.
        setIds(id === other ? { a: b.id, b: a.id } : { ...{ a: a.id, b: b.id }, [which]: id })
      }}
      options={options}
      className="w-32"
    />
  )
  const shared = { hand, control, heard, onHear: setHeard, onChoose: choose }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of everything in it
    <div
      ref={room}
      tabIndex={-1}
      data-theme="dark"
      onKeyDown={press}
      className="flex min-h-0 flex-1 flex-col bg-monitor text-ink outline-none md:rounded-b-popover"
    >
      <div className="flex shrink-0 flex-wrap items-center gap-2 px-4 py-2">
        {side('a')}
        <IconButton label="Swap A and B" keys="X" size="tool" onClick={swap}>
          <ArrowLeftRight />
        </IconButton>
        {side('b')}
        <span className="flex-1" />
        <Segments<Layout>
          label="How they are shown"
          size="tool"
          value={layout}
          onChange={setLayout}
          choices={[
            { value: 'beside', label: 'Side by side' },
            { value: 'wipe', label: 'Wipe' },
          ]}
        />
      </div>
      <Pictures {...{ hand, a, b, control, heard, edge }} wipe={layout === 'wipe'} onEdge={setEdge} />
      <div className="grid shrink-0 grid-cols-2 gap-x-3 px-4 pt-2 max-md:gap-x-2">
        <SideFoot {...shared} side="a" task={a} />
        <SideFoot {...shared} side="b" task={b} />
      </div>
      <div className="shrink-0 px-4 pt-2 pb-1">
        <Strip control={control} pieces={[{ seconds: duration }]} tall />
      </div>
      <div className="flex h-11 shrink-0 items-center justify-center gap-1 px-4 pb-1">
        <IconButton label="One frame back" keys="," side="top" onClick={() => control.step(-1)}>
          <StepBack />
        </IconButton>
        <PlayButton control={control} />
        <IconButton label="One frame on" keys="." side="top" onClick={() => control.step(1)}>
          <StepForward />
        </IconButton>
        <div className="px-3">
          <TimeCode control={control} />
        </div>
        <LoopButton control={control} />
      </div>
    </div>
  )
}

/** The one that stands, and the newest of the others. */
function begin(takes: readonly Task[], standing: Task | undefined) {
  const other = takes.findLast(({ id }) => id !== standing?.id)
  return { a: standing?.id, b: other?.id }
}
