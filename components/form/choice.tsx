'use client'
import { Segments } from '../ui/segments'
import { Select } from '../ui/select'
import type { ControlProps } from './control'
import { useInput, useWrite } from './draft'
import { useFindings } from './finding'
import { Line } from './frame'

/** Left out of the request: the model does as it does when nothing is said. */
const unsaid = '-'

export function Choice({ limits, keys, label, hint, note, needed, started }: ControlProps<'choice'>) {
  const key = keys[0] ?? 'prompt'
  const value = useInput(key)
  const { patch } = useWrite()
  const wrong = useFindings([key]).length > 0
  const options = limits.options.map((option) => ({
    value: String(option),
    // A provider's own word, begun as words on a button are.
    label:
      limits.labels?.[String(option)] ?? String(option).replace(/^[a-z](?=[a-z]+$)/, (first) => first.toUpperCase()),
  }))
  const choices = needed || started ? options : [{ value: unsaid, label: 'Model’s own' }, ...options]
  const write = (text: string) =>
    patch({ [key]: text === unsaid ? undefined : limits.options.find((option) => String(option) === text) })
  const shown = value === undefined ? unsaid : String(value)
  const fits = choices.length <= 5 && choices.reduce((sum, choice) => sum + choice.label.length, 0) <= 34
  return (
    <Line
      label={label}
      hint={hint}
      note={note}
      paths={[key]}
      aside={
        fits ? (
          <Segments
            label={label}
            value={shown}
            onChange={write}
            choices={choices}
            size="tool"
            invalid={wrong}
            className="shrink-0 whitespace-nowrap"
          />
        ) : (
          <Select
            label={label}
            value={choices.some((choice) => choice.value === shown) ? shown : null}
            onChange={write}
            options={choices}
            invalid={wrong}
          />
        )
      }
    />
  )
}
