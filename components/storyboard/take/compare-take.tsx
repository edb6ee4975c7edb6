'use client'
// The takes of a shot under comparison: any two of them, each as the part that the shot has in it, and the choice of one.
import { type RefObject, useState } from 'react'
import { Select } from '@/components/ui/select'
import { say } from '@/components/ui/toast'
import type { Task } from '@/lib/tasks/task'
import { SideFoot } from './compare-foot'
import { CompareRoom } from './compare-room'
import type { TakeHand } from './hand'
import { madeAt } from './item'

type Props = { hand: TakeHand; room: RefObject<HTMLDivElement | null> }

export function CompareTakes({ hand, room }: Props) {
  const { takes, standing } = hand
  const [ids, setIds] = useState(() => begin(takes, standing))
  const find = (id: string | undefined) => takes.find((one) => one.id === id)
  const [a, b] = [find(ids.a) ?? takes.at(-1), find(ids.b) ?? takes[0]]
  const [filmA, filmB] = [a?.outputs[0], b?.outputs[0]]
  if (!a || !b || !filmA || !filmB) return null
  const choose = (task: Task) => {
    hand.choose(task)
    say({ words: `Take ${takes.indexOf(task) + 1} chosen` })
  }
  const options = takes.map((task, at) => ({ value: task.id, label: `Take ${at + 1}`, note: madeAt(task) }))
  const name = (which: 'a' | 'b') => (
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
  return (
    <CompareRoom
      room={room}
      a={{ id: a.id, film: filmA, ...hand.partOf(a), label: `A, take ${takes.indexOf(a) + 1}` }}
      b={{ id: b.id, film: filmB, ...hand.partOf(b), label: `B, take ${takes.indexOf(b) + 1}` }}
      onSwap={() => setIds({ a: b.id, b: a.id })}
      names={{ a: name('a'), b: name('b') }}
      foot={(side, hearing) => <SideFoot {...{ hand, side, hearing }} task={side === 'a' ? a : b} onChoose={choose} />}
      keys={{ a: () => choose(a), b: () => choose(b), '1': () => choose(a), '2': () => choose(b) }}
    />
  )
}

/** The one that stands, and the newest of the others. */
function begin(takes: readonly Task[], standing: Task | undefined) {
  const other = takes.findLast(({ id }) => id !== standing?.id)
  return { a: standing?.id, b: other?.id }
}
