'use client'
// One element of this draft, edited where it stands; it can be kept in the library for other films.
import { BookmarkPlus, Check } from 'lucide-react'
import { useId } from 'react'
import { useElements, useKeepElement } from '@/lib/api/element-query'
import { elementIssues, newElement } from '@/lib/elements/element'
import type { ElementUse } from '@/lib/models/input'
import type { Limits } from '@/lib/models/limits'
import { ElementFields } from '../elements/fields'
import { Button } from '../ui/button'
import { ErrorLine, Field } from '../ui/field'
import { Input } from '../ui/input'
import { idOf } from './control'
import type { Finding } from './mend'

type Props = {
  at: number
  element: ElementUse
  limits: Limits['elements']
  onChange: (at: number, element: ElementUse) => void
  findings: readonly Finding[]
}

export function ElementEditor({ at, element, limits, onChange, findings }: Props) {
  const name = useId()
  const own = `elements.${at}.`
  const wrong = findings.flatMap(({ path, message }) =>
    path.startsWith(own) ? [{ path: path.slice(own.length), message }] : [],
  )
  const set = (change: { [K in keyof ElementUse]?: ElementUse[K] | undefined }) => {
    const next = { ...element, ...change }
    for (const key of Object.keys(next) as (keyof ElementUse)[]) if (next[key] === undefined) delete next[key]
    onChange(at, next as ElementUse)
  }
  const { id, ...parts } = element
  const callable = /^[\p{L}\p{N}_]+(?:-+[\p{L}\p{N}_]+)*$/u.test(id)
  const said = wrong.find(({ path }) => path === 'id')?.message
  return (
    <div className="flex max-h-[min(70dvh,var(--available-height))] scroll-quiet flex-col gap-3 p-3">
      <Field
        label={limits.byId ? 'Id there' : 'Name'}
        hint={`write @${id || (limits.byId ? 'id' : 'name')} in the words`}
        htmlFor={name}
        error={callable ? said : 'Letters, figures, _ and - make a name that words can call.'}
      >
        <Input id={name} value={id} invalid={!callable || said !== undefined} onChange={(text) => set({ id: text })} />
      </Field>
      {!limits.byId && (
        <>
          <ElementFields
            name={id}
            parts={parts}
            limits={limits}
            onChange={set}
            idOf={(path) => idOf(`${own}${path}`)}
            wrong={wrong}
          />
          <Keep element={element} />
        </>
      )}
    </div>
  )
}

/** Into the library, as it stands; what the library already calls so is left alone. */
function Keep({ element: { id: name, ...parts } }: { element: ElementUse }) {
  const { data: library } = useElements()
  const keep = useKeepElement()
  const draft = { name, ...parts }
  const read = newElement.safeParse(draft)
  if (library?.some((one) => one.name === name))
    return (
      <p className="flex items-center gap-1.5 text-12 text-ink-3">
        <Check aria-hidden className="size-3.5" />
        The library has a @{name}
      </p>
    )
  return (
    <div className="flex flex-col items-start gap-1.5">
      <Button
        icon={<BookmarkPlus className="size-4" />}
        disabled={keep.isPending || !read.success}
        onClick={() => read.success && keep.mutate({ draft: read.data })}
      >
        Keep in the library
      </Button>
      {read.success ? (
        keep.error && <ErrorLine>{keep.error.message}</ErrorLine>
      ) : (
        <p className="text-12 text-ink-3">{elementIssues(draft)[0]?.message}</p>
      )}
    </div>
  )
}
