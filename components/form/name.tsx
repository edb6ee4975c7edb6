'use client'
// A word of the provider's in one line; what is known is suggested, anything can be written.
import { useId } from 'react'
import { useNames } from '@/lib/api/name-query'
import { nameFields } from '@/lib/models/vocabulary'
import { Input } from '../ui/input'
import { type ControlProps, idOf } from './control'
import { useDesk, useInput, useWrite } from './draft'
import { useFindings } from './finding'
import { errorId, Line } from './frame'

export function Name({ field, limits, keys, label, hint, note }: ControlProps<'name'>) {
  const key = keys[0] ?? 'voice'
  const value = useInput(key)
  const { patch } = useWrite()
  const { row } = useDesk()
  const wrong = useFindings([key]).length > 0
  const list = useId()
  const { data: names = [] } = useNames(
    row.provider,
    nameFields.find((one) => one === field),
  )
  const known = [...new Set([...(limits.known ?? []), ...names])]
  return (
    <Line
      label={label}
      hint={hint}
      note={note}
      paths={[key]}
      htmlFor={idOf(key)}
      aside={
        <>
          <Input
            id={idOf(key)}
            value={typeof value === 'string' ? value : ''}
            onChange={(text) => patch({ [key]: text === '' ? undefined : text })}
            invalid={wrong}
            spellCheck={false}
            autoComplete="off"
            aria-describedby={wrong ? errorId(key) : undefined}
            {...(known.length > 0 ? { list } : {})}
            className="w-64 max-md:w-40"
          />
          {known.length > 0 && (
            <datalist id={list}>
              {known.map((name) => (
                <option key={name} value={name} />
              ))}
            </datalist>
          )}
        </>
      }
    />
  )
}
