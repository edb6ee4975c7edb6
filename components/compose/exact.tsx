'use client'
// The exact request, live, beneath a heading that opens it. No key is in it.
import { ChevronRight } from 'lucide-react'
import { Suspense, useState } from 'react'
import { cx } from '../ui/cx'
import { late } from '../ui/late'

const ExactRequest = late(() => import('./exact-request').then((part) => part.ExactRequest))

export function Exact() {
  const [open, setOpen] = useState(false)
  return (
    <section aria-label="The exact request">
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="flex h-9 w-full items-center gap-2 rounded-control text-13 font-medium text-ink-2 hover:text-ink touch:h-11"
      >
        <ChevronRight aria-hidden className={cx('size-4 transition-transform duration-80', open && 'rotate-90')} />
        The exact request
      </button>
      {open && (
        <Suspense>
          <ExactRequest />
        </Suspense>
      )}
    </section>
  )
}
