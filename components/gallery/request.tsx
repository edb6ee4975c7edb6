'use client'
import { ChevronDown, Copy } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { ErrorLine } from '@/components/ui/field'
import { say } from '@/components/ui/toast'
import { usePreview } from '@/lib/api/queries'
import { isWaiting } from '@/lib/tasks/after'
import type { Task } from '@/lib/tasks/task'

/** What was sent, key left out; read only when it is opened. */
export function ExactRequest({ task }: { task: Task }) {
  const [open, setOpen] = useState(false)
  return (
    <details className="group/exact border-y border-line" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="flex h-11 cursor-default list-none items-center justify-between px-4 font-medium -outline-offset-4 hover:bg-hover [&::-webkit-details-marker]:hidden">
        The exact request
        <ChevronDown aria-hidden className="size-4 text-ink-2 group-open/exact:rotate-180" />
      </summary>
      {open && <Calls task={task} />}
    </details>
  )
}

function Calls({ task }: { task: Task }) {
  const { provider, model, workflow, input } = task
  const { data, error, isPending } = usePreview({ provider, model, workflow, input })
  if (isPending) return <p className="px-4 pb-4 text-ink-2">Reading it</p>
  if (error)
    return (
      <div className="px-4 pb-4">
        <ErrorLine>{error.message}</ErrorLine>
      </div>
    )
  if (!data || data.calls.length === 0)
    return <p className="px-4 pb-4 text-ink-2">Nothing is sent anywhere: it is drawn on this computer.</p>
  const text = data.calls
    .map(({ method, path, body }) => `${method} ${path}\n${JSON.stringify(body, null, 2)}`)
    .join('\n\n')
  return (
    <div className="px-4 pb-4">
      {isWaiting(task) && (
        <p className="mb-2 text-12 text-ink-2">Its first frame is put in when the film that it starts from is there.</p>
      )}
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
        tabIndex={0}
        className="max-h-80 overflow-auto rounded-control border border-line bg-raised p-3 font-mono text-11"
      >
        {text}
      </pre>
      <Button
        size="card"
        kind="quiet"
        className="mt-2"
        icon={<Copy aria-hidden className="size-3.5" />}
        onClick={() =>
          navigator.clipboard.writeText(text).then(
            () => say({ words: 'Request copied' }),
            () => say({ words: 'This browser does not let pages copy.' }),
          )
        }
      >
        Copy
      </Button>
    </div>
  )
}
