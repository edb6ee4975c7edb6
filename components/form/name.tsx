'use client'
// A word of the provider's in one line; what is known is suggested, anything can be written.
import { useId } from 'react'
import { Input } from '../ui/input'
import { type ControlProps, idOf } from './control'
import { useInput, useWrite } from './draft'
import { useFindings } from './finding'
import { errorId, Line } from './frame'

export function Name({ limits, keys, label, hint, note }: ControlProps<'name'>) {
  const key = keys[0] ?? 'voice'
  const value = useInput(key)
  const { patch } = useWrite()
  const wrong = useFindings([key]).length > 0
  const list = useId()
  const known = limits.known ?? []
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
