// A label above, a hint after it, a counter at its right, and one line under the field that says what is wrong.
import { Info, type LucideIcon, OctagonAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from './cx'

type Fix = { label: string; onApply: () => void }

type Props = {
  label: ReactNode
  /** The id of the control, for the label. */
  htmlFor?: string
  hint?: ReactNode
  /** At the right of the label: a count, a state. */
  aside?: ReactNode
  /** Stands beneath in ink-3 while nothing is wrong. */
  note?: ReactNode
  error?: string | undefined
  fixes?: readonly Fix[]
  /** Given to the error line, for aria-describedby. */
  errorId?: string
  as?: 'div' | 'fieldset'
  className?: string
  children: ReactNode
}

export function Field({
  label,
  htmlFor,
  hint,
  aside,
  note,
  error,
  fixes = [],
  errorId,
  as = 'div',
  className,
  children,
}: Props) {
  const Box = as
  const Label = htmlFor ? 'label' : as === 'fieldset' ? 'legend' : 'span'
  const head = (
    <>
      {label}
      {hint !== undefined && <span className="ml-1 font-normal text-ink-3"> {hint}</span>}
    </>
  )
  return (
    <Box className={cx('flex min-w-0 flex-col gap-1.5', className)}>
      <div className="flex items-center justify-between gap-3 text-12 text-ink-2">
        {Label === 'legend' ? (
          <legend className="contents">
            <span className="font-medium">{head}</span>
          </legend>
        ) : (
          <Label {...(htmlFor ? { htmlFor } : {})} className="font-medium">
            {head}
          </Label>
        )}
        {aside}
      </div>
      {children}
      {error ? (
        <ErrorLine {...(errorId ? { id: errorId } : {})} fixes={fixes}>
          {error}
        </ErrorLine>
      ) : (
        note !== undefined && <p className="text-12 text-ink-3">{note}</p>
      )}
    </Box>
  )
}

type LineProps = { id?: string; fixes?: readonly Fix[]; children: ReactNode }

/** Icon, sentence, and what mends it in one click. */
export const ErrorLine = (props: LineProps) => <Sentence {...props} icon={OctagonAlert} tone="text-failed" />

/** What is advised and not insisted on. */
export const AdviceLine = (props: LineProps) => <Sentence {...props} icon={Info} tone="text-stale" />

function Sentence({ id, fixes = [], icon: Icon, tone, children }: LineProps & { icon: LucideIcon; tone: string }) {
  return (
    <p id={id} className={cx('flex flex-wrap items-baseline gap-x-3 gap-y-1 text-12', tone)}>
      <span className="inline-flex min-w-0 items-baseline gap-1.5">
        <Icon aria-hidden className="size-3.5 shrink-0 translate-y-0.5" />
        {/* What a provider says may hold an address longer than the line. */}
        <span className="min-w-0 wrap-break-word">{children}</span>
      </span>
      {fixes.map((fix) => (
        <TextButton key={fix.label} onClick={fix.onApply}>
          {fix.label}
        </TextButton>
      ))}
    </p>
  )
}

type TextButtonProps = { onClick: () => void; className?: string; children: ReactNode }

/** A next step in the middle of words. */
export function TextButton({ onClick, className, children }: TextButtonProps) {
  return (
    <button
      type="button"
      onClick={onClick}
      className={cx('room rounded-picture font-medium text-accent-ink hover:underline', className)}
    >
      {children}
    </button>
  )
}
