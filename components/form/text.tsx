'use client'
import { vocabulary } from '@/lib/models/vocabulary'
import { Counter } from '../ui/counter'
import { type ControlProps, idOf } from './control'
import { useInput, useWrite } from './draft'
import { useFindings } from './finding'
import { errorId, Stack } from './frame'
import { useNames } from './names'
import { Prose } from './prose'

/** Characters as the limits count them: an emoji is one. */
export const lengthOf = (text: string) => [...text].length

export function Text({ field, limits, keys, label, hint, note, needed }: ControlProps<'text'>) {
  const key = keys[0] ?? 'prompt'
  const value = useInput(key)
  const text = typeof value === 'string' ? value : ''
  const { at } = useWrite()
  const names = useNames(field === 'prompt')
  const wrong = useFindings([key]).length > 0
  const counter = `${idOf(key)}-count`
  return (
    <Stack
      className={vocabulary[field].place === 'more' ? 'border-t border-line py-2' : ''}
      label={label}
      hint={hint ?? (needed ? undefined : field === 'prompt' ? undefined : 'optional')}
      note={note}
      paths={[key]}
      htmlFor={idOf(key)}
    >
      <Prose
        id={idOf(key)}
        label={label}
        value={text}
        onChange={(next) => at(`input.${key}`, next)}
        handles={names.handles}
        onTake={names.take}
        invalid={wrong}
        describedBy={
          [limits.max === undefined ? '' : counter, wrong ? errorId(key) : ''].filter(Boolean).join(' ') || undefined
        }
        rows={field === 'prompt' ? 4 : limits.form === 'address' ? 1 : 2}
        className={`[--prose-pad:18px] rounded-control border bg-raised px-3 py-2 text-13 touch:text-14 touch:leading-[21px] ${wrong ? 'border-failed' : 'border-edge'}`}
      />
      <div className="flex items-center justify-between gap-3">
        <span className="text-12 text-ink-3">{names.handles.length > 0 ? '@ inserts a name' : ''}</span>
        {limits.max !== undefined && <Counter id={counter} length={lengthOf(text)} max={limits.max} />}
      </div>
    </Stack>
  )
}
