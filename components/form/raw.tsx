'use client'
import { X } from 'lucide-react'
import { IconButton } from '../ui/icon-button'
import { type ControlProps, idOf } from './control'
import { useInput, useWrite } from './draft'
import { Stack } from './frame'

/** What an imported request said that the form has no field for; it can only be taken out. */
export function Raw({ label, hint, note }: ControlProps<'raw'>) {
  const extra = useInput('extra') ?? {}
  const { patch } = useWrite()
  const names = Object.keys(extra)
  if (names.length === 0) return null
  const without = (name: string) => {
    const { [name]: _, ...rest } = extra
    patch({ extra: Object.keys(rest).length > 0 ? rest : undefined })
  }
  return (
    <Stack label={label} hint={hint} note={note} paths={['extra']} deep className="border-t border-line py-2">
      <ul id={idOf('extra')} tabIndex={-1} className="flex flex-col gap-1">
        {names.map((name) => (
          <li
            key={name}
            className="flex items-center gap-2 rounded-control bg-raised py-1 pr-1 pl-2.5 font-mono text-12"
          >
            <span className="min-w-0 flex-1 truncate">
              {name}: {JSON.stringify(extra[name])}
            </span>
            <IconButton label={`Take out ${name}`} size="card" onClick={() => without(name)}>
              <X />
            </IconButton>
          </li>
        ))}
      </ul>
    </Stack>
  )
}
