'use client'
// The caps as a form: an empty field is no cap. The same sentences here and on the server.
import { type FormEvent, useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { ErrorLine, Field, TextButton } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Switch } from '@/components/ui/switch'
import { useSetCaps } from '@/lib/api/money-queries'
import { StudioError } from '@/lib/errors'
import { type Caps, caps as capsShape } from '@/lib/tasks/cap'
import { digits, readAmount } from './words'

type Draft = { day: string; month: string; unpriced: boolean }
const written = (cap: number | null) => (cap === null ? '' : digits(cap))
const drafted = ({ day, month, unpriced }: Caps): Draft => ({ day: written(day), month: written(month), unpriced })
const readDraft = ({ day, month, unpriced }: Draft): Caps => ({
  day: readAmount(day),
  month: readAmount(month),
  unpriced,
})
const same = (a: Caps, b: Caps) => a.day === b.day && a.month === b.month && a.unpriced === b.unpriced

export function CapForm({ kept }: { kept: Caps }) {
  const id = useId()
  const [draft, setDraft] = useState<Draft>()
  const { mutate, isPending, error, reset } = useSetCaps()
  const shown = draft ?? drafted(kept)
  const wished = readDraft(shown)
  const judged = capsShape.safeParse(wished)
  const issues = [
    ...(judged.error?.issues ?? []).map(({ path, message }) => ({ path: path.join('.'), message })),
    ...(error instanceof StudioError ? (error.issues ?? []) : []),
  ]
  const wrong = (path: 'day' | 'month') => issues.find((one) => one.path === path)?.message
  const change = (more: Partial<Draft>) => {
    reset()
    setDraft({ ...shown, ...more })
  }
  const dirty = !same(wished, kept)
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (!dirty || isPending) return
    if (judged.success) mutate(judged.data, { onSuccess: done })
    else document.getElementById(`${id}-${String(judged.error.issues[0]?.path[0])}`)?.focus()
  }
  const done = () => setDraft(undefined)
  const some = wished.day !== null || wished.month !== null
  return (
    <section className="flex flex-col gap-3">
      <div>
        <h2 className="text-14 tight">Caps</h2>
        <p className="mt-0.5 text-12 text-ink-2">
          An order that would go over a cap is stopped before it is placed; what is in flight counts at its estimate.
          Days and months are those of this studio’s clock.
        </p>
      </div>
      <form onSubmit={save} noValidate className="flex flex-col gap-4 rounded-group border border-line bg-panel p-4">
        <div className="grid gap-4 md:grid-cols-2">
          {(['day', 'month'] as const).map((key) => (
            <Field
              key={key}
              label={key === 'day' ? 'A day' : 'A month'}
              hint="USD"
              htmlFor={`${id}-${key}`}
              error={wrong(key)}
              errorId={`${id}-${key}-wrong`}
              note={wished[key] === null ? 'No cap' : undefined}
              aside={
                shown[key] !== '' && <TextButton onClick={() => change({ [key]: '' })}>Lift {word[key]}</TextButton>
              }
            >
              <Input
                id={`${id}-${key}`}
                inputMode="decimal"
                autoComplete="off"
                placeholder="none"
                value={shown[key]}
                onChange={(text) => change({ [key]: text })}
                icon={<span aria-hidden>$</span>}
                invalid={wrong(key) !== undefined}
                aria-describedby={wrong(key) ? `${id}-${key}-wrong` : undefined}
                className="tabular-nums"
              />
            </Field>
          ))}
        </div>
        <div className="flex items-start justify-between gap-4 border-t border-line pt-4">
          <label htmlFor={`${id}-unpriced`} className="flex flex-col">
            <span className="font-medium">Allow orders whose price is not known</span>
            <span id={`${id}-unpriced-words`} className="text-12 text-ink-2">
              {some
                ? 'No cap can hold what nobody knows the price of: allowed, such an order may go over it.'
                : 'It matters only while a cap stands; without one every order may be placed.'}
            </span>
          </label>
          <Switch
            id={`${id}-unpriced`}
            describedBy={`${id}-unpriced-words`}
            checked={shown.unpriced}
            onChange={(unpriced) => change({ unpriced })}
          />
        </div>
        {error && issues.length === 0 && <ErrorLine>{error.message}</ErrorLine>}
        <div className="flex items-center gap-3">
          <Button
            type="submit"
            kind={dirty ? 'next' : 'plain'}
            size="bar"
            reason={isPending ? 'Saving' : dirty ? undefined : 'Nothing to save'}
          >
            Save the caps
          </Button>
          {draft && dirty && (
            <Button kind="quiet" size="bar" onClick={done}>
              Undo
            </Button>
          )}
        </div>
      </form>
    </section>
  )
}

const word = { day: 'the day’s cap', month: 'the month’s cap' } as const
