'use client'
// The library's elements that the shot brings, by a press each.
import { Plus } from 'lucide-react'
import Link from 'next/link'
import { memo } from 'react'
import { still } from '@/components/media/still'
import { Field } from '@/components/ui/field'
import { Pill } from '@/components/ui/pill'
import { useElements } from '@/lib/api/element-query'
import type { BoardShot } from '@/lib/storyboard/storyboard'
import type { Act } from '../desk/act'

type Props = { id: string; elements: BoardShot['elements'] | undefined; act: Act }

export const ShotElements = memo(function ShotElements({ act, ...shot }: Props) {
  const { data: library = [] } = useElements()
  const held = shot.elements ?? []
  const known = library.map(({ name }) => name)
  const turn = (name: string) => {
    const next = held.includes(name) ? held.filter((one) => one !== name) : [...held, name]
    act.set(shot.id, { elements: next.length > 0 ? next : undefined })
  }
  return (
    <Field label="Elements" hint="call them by @name in the words">
      <div className="flex flex-wrap gap-1.5">
        {library.map(({ name, frontalImage }) => {
          const src = frontalImage && still(frontalImage)
          return (
            <Pill
              key={name}
              on={held.includes(name)}
              icon={
                src ? <img alt="" src={src} className="size-3.5 rounded-[2px] object-cover" /> : <Plus aria-hidden />
              }
              className="h-[26px]"
              onClick={() => turn(name)}
            >
              {name}
            </Pill>
          )
        })}
        {held
          .filter((name) => !known.includes(name))
          .map((name) => (
            <Pill key={name} on className="h-[26px]" onClick={() => turn(name)}>
              {name}, not in the library
            </Pill>
          ))}
        {library.length === 0 && (
          <Link href="/library" className="room rounded-picture text-12 text-accent-ink hover:underline">
            Add one in the library
          </Link>
        )}
      </div>
    </Field>
  )
})
