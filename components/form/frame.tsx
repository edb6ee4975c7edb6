'use client'
// What stands around a control: its label and hint, why it cannot be used, and what is wrong with it.
import type { ReactNode } from 'react'
import { cx } from '../ui/cx'
import { AdviceLine, ErrorLine } from '../ui/field'
import { idOf } from './control'
import { useWrite } from './draft'
import { useAdvice, useFindings } from './finding'
import type { Finding } from './mend'

export const errorId = (path: string) => `${idOf(path)}-error`

/** One line per thing that is wrong, each with what mends it. */
export function Errors({ id, of }: { id: string; of: readonly Finding[] }) {
  const { patch } = useWrite()
  if (of.length === 0) return null
  return (
    <div id={id} className="flex flex-col gap-1">
      {of.map(({ path, message, fixes }) => (
        <ErrorLine
          key={`${path} ${message}`}
          fixes={fixes.map(({ label, set }) => ({ label, onApply: () => patch(set) }))}
        >
          {message}
        </ErrorLine>
      ))}
    </div>
  )
}

/** What the row advises without insisting, each with what would follow it. */
function Advice({ paths }: { paths: readonly string[] }) {
  const { patch } = useWrite()
  return useAdvice(paths).map(({ path, message, fixes }) => (
    <AdviceLine
      key={`${path} ${message}`}
      fixes={fixes.map(({ label, set }) => ({ label, onApply: () => patch(set) }))}
    >
      {message}
    </AdviceLine>
  ))
}

type Around = {
  label: string
  hint?: string | undefined
  note?: string | undefined
  /** Paths of the input whose errors stand here. */
  paths: readonly string[]
  deep?: boolean
  aside?: ReactNode
  htmlFor?: string
  className?: string
  children: ReactNode
}

/** Label above, control beneath. */
export function Stack({ label, hint, note, paths, deep, aside, htmlFor, className, children }: Around) {
  const wrong = useFindings(paths, deep)
  const Label = htmlFor ? 'label' : 'span'
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as this group is
    <div role="group" aria-label={label} className={cx('flex min-w-0 flex-col gap-1.5', className)}>
      <div className="flex items-baseline justify-between gap-2 text-12 text-ink-2">
        <Label {...(htmlFor ? { htmlFor } : {})} className="flex min-w-0 flex-wrap gap-x-2 font-medium">
          <span className="max-w-full">{label}</span>
          {hint !== undefined && (
            <span title={hint} className="max-w-full truncate font-normal text-ink-3">
              {hint}
            </span>
          )}
        </Label>
        {aside !== undefined && <span className="shrink-0 whitespace-nowrap">{aside}</span>}
      </div>
      {children}
      {note !== undefined && <p className="text-12 text-ink-3">{note}</p>}
      <Advice paths={paths} />
      <Errors id={errorId(paths[0] ?? '')} of={wrong} />
    </div>
  )
}

/** One row between hairlines: label and hint at the left, a small control at the right, more beneath. */
export function Line({
  label,
  hint,
  note,
  paths,
  aside,
  htmlFor,
  children,
}: Omit<Around, 'children'> & { children?: ReactNode }) {
  const wrong = useFindings(paths)
  const Label = htmlFor ? 'label' : 'span'
  return (
    <div className="flex flex-col gap-2 border-t border-line py-2">
      <div className="flex min-h-5 items-center justify-between gap-3">
        <Label {...(htmlFor ? { htmlFor } : {})} className="min-w-0 text-13 font-medium">
          {label}
          {hint !== undefined && <span className="ml-2.5 text-12 font-normal text-ink-3">{hint}</span>}
        </Label>
        {aside}
      </div>
      {children}
      {note !== undefined && <p className="text-12 text-ink-3">{note}</p>}
      <Advice paths={paths} />
      <Errors id={errorId(paths[0] ?? '')} of={wrong} />
    </div>
  )
}

type StrayProps = { finding: Finding; onFix: (set: Finding['fixes'][number]['set']) => void }

export function ErrorLineFor({ finding: { message, fixes }, onFix }: StrayProps) {
  return <ErrorLine fixes={fixes.map(({ label, set }) => ({ label, onApply: () => onFix(set) }))}>{message}</ErrorLine>
}

/** A field that cannot be used keeps its place and says why. */
export function Barred({ label, why, value }: { label: string; why: string; value?: string | undefined }) {
  return (
    <div aria-disabled className="flex min-h-9 items-center justify-between gap-3 border-t border-line py-2">
      <span className="min-w-0 text-13 font-medium">
        {label}
        <span className="ml-2.5 text-12 font-normal text-ink-3">{why}</span>
      </span>
      {value !== undefined && <span className="shrink-0 text-13 text-ink-2 tabular-nums">{value}</span>}
    </div>
  )
}
