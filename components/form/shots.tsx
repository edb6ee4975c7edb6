'use client'
// The shots of the film: the strip to scale, the cards, and where one more would take its seconds from.
import { Plus } from 'lucide-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Shot } from '@/lib/models/input'
import { say } from '../ui/toast'
import { type ControlProps, idOf } from './control'
import { useDesk, useFromInput, useWrite } from './draft'
import { useFindings } from './finding'
import { Errors, errorId } from './frame'
import { add, addition, part, shift, total } from './shot'
import { ShotCard, type ShotDeed } from './shot-card'
import { Strip } from './strip'

export function Shots({ limits }: ControlProps<'shots'>) {
  const { workflow } = useDesk()
  const span = workflow.fields.duration?.limits
  const { patch, read } = useWrite()
  const seconds = useFromInput((input) => (input.shots ?? []).map(({ duration }) => duration))
  const wrong = useFindings(['shots'])
  const [active, setActive] = useState(0)
  const held = useRef<Shot[]>([])
  const keys = useKeys(seconds.length)
  const focus = useFocus()

  const shots = useCallback((): Shot[] => read().input.shots ?? [], [read])
  /** The film is as long as its shots, unless its length was given as another and somebody has yet to decide. */
  const write = useCallback(
    (next: Shot[]) => {
      const { input } = read()
      const inStep = input.duration === undefined || input.duration === total(input.shots ?? [])
      patch({ shots: next, ...(workflow.fields.duration && inStep ? { duration: total(next) } : {}) })
    },
    [patch, read, workflow],
  )
  const place = useCallback(
    (from: number, to: number) => {
      const now = shots()
      const one = now[from]
      if (!one || from === to || to < 0 || to >= now.length) return
      keys.move(from, to)
      write(now.toSpliced(from, 1).toSpliced(to, 0, one))
      focus(`shots.${to}.prompt`)
    },
    [shots, write, keys, focus],
  )
  const onDeed = useCallback(
    (deed: ShotDeed, at: number) => {
      const now = shots()
      const before = read()
      if (deed === 'up') return place(at, at - 1)
      if (deed === 'down') return place(at, at + 1)
      if (deed === 'remove') {
        keys.remove(at)
        write(now.toSpliced(at, 1))
        if (now.length > 1) focus(`shots.${Math.max(0, at - 1)}.prompt`)
        const undo = () => patch({ shots: before.input.shots, duration: before.input.duration })
        return say({ words: `Shot ${at + 1} removed`, action: { label: 'Undo', onClick: undo } })
      }
      const next = deed === 'part' ? part(now, at, limits) : add(now, limits, span, now[at]?.prompt, at + 1)
      if (!next || next.length === now.length)
        return say({
          words:
            deed === 'part'
              ? 'There is no end of a sentence to split it at, or not two times the least seconds.'
              : 'No shot has a second to give.',
        })
      keys.insert(at + 1)
      write(next)
      focus(`shots.${at + 1}.prompt`)
    },
    [shots, read, place, keys, write, focus, patch, limits, span],
  )
  const onSeconds = useCallback(
    (at: number, duration: number) => write(shots().map((one, index) => (index === at ? { ...one, duration } : one))),
    [shots, write],
  )
  const onShift = (at: number, by: number, begun: boolean) => {
    if (begun) held.current = shots()
    write(shift(held.current, at, by, limits.seconds))
  }
  const more = addition(
    seconds.map((duration) => ({ prompt: '', duration })),
    limits,
    span,
  )
  const grow = () => {
    if ('why' in more) return
    write(add(shots(), limits, span))
    focus(`shots.${seconds.length}.prompt`)
  }
  return (
    <div className="flex flex-col gap-2">
      <div id={idOf('shots')} tabIndex={-1} className="rounded-picture outline-offset-2">
        <Strip
          seconds={seconds}
          active={active}
          step={limits.seconds.step}
          onPick={(at) => focus(`shots.${at}.prompt`)}
          onShift={onShift}
        />
      </div>
      <Errors id={errorId('shots')} of={wrong} />
      <ol aria-label="Shots in order" className="flex flex-col gap-1.5">
        {seconds.map((_, at) => (
          <ShotCard
            key={keys.of(at)}
            at={at}
            count={seconds.length}
            limits={limits}
            span={span}
            onDeed={onDeed}
            onSeconds={onSeconds}
            onActive={setActive}
            onDrop={place}
          />
        ))}
      </ol>
      <button
        type="button"
        onClick={grow}
        aria-disabled={'why' in more || undefined}
        className="flex h-8 items-center gap-2 rounded-control border border-dashed border-transparent px-2.5 text-left text-13 text-ink-2 transition-colors duration-80 hover:border-edge hover:text-ink aria-disabled:text-ink-3 aria-disabled:hover:border-transparent touch:h-11"
      >
        <Plus aria-hidden className="size-4" />
        <span className="font-medium">Add shot</span>
        <span className="text-12 text-ink-3">{'why' in more ? more.why : more.words}</span>
      </button>
    </div>
  )
}

/** Cards keep their identity while shots change places. */
function useKeys(count: number) {
  const [keys] = useState(() => {
    let next = 0
    const held: number[] = []
    return {
      held,
      fresh: () => next++,
      of: (at: number) => held[at] ?? at,
      move: (from: number, to: number) => void held.splice(to, 0, ...held.splice(from, 1)),
      insert: (at: number) => void held.splice(at, 0, next++),
      remove: (at: number) => void held.splice(at, 1),
    }
  })
  while (keys.held.length < count) keys.held.push(keys.fresh())
  keys.held.length = count
  return keys
}

/** Moves the focus to a field that the next drawing brings or has moved. */
function useFocus() {
  const [wanted, setWanted] = useState<{ path: string }>()
  useEffect(() => {
    if (wanted) document.getElementById(idOf(wanted.path))?.focus()
  }, [wanted])
  return useCallback((path: string) => setWanted({ path }), [])
}
