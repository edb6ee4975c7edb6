'use client'
// What would be sent for the form as it stands, to look at and to copy.
import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { usePreview } from '@/lib/api/queries'
import { said } from '@/lib/models/input'
import { useDesk, useFromInput } from '../form/draft'
import { Button } from '../ui/button'
import { say } from '../ui/toast'
import { type Call, curl } from './curl'
import { Rehearse } from './rehearse'

export function ExactRequest() {
  const { row, workflow } = useDesk()
  const input = useFromInput((now) => said(now))
  const order = useSettled({ provider: row.provider, model: row.model, workflow: workflow.id, input })
  const { data, error } = usePreview(order)
  if (error) return <p className="pb-2 pl-6 text-12 text-ink-2">{error.message}</p>
  if (!data) return null
  const [call] = data.calls
  const shown: Call = call ?? { method: 'POST', path: '/api/tasks', body: order }
  return (
    <div className="flex flex-col gap-2 pb-2">
      <div className="flex items-center gap-2">
        <code className="min-w-0 flex-1 truncate font-mono text-12 text-ink-2">
          {shown.method} {shown.path}
        </code>
        <CopyButton words="JSON" text={() => JSON.stringify(shown.body, null, 2)} />
        <CopyButton words="curl" text={() => curl(call ? row.provider : 'local', shown, location.origin)} />
      </div>
      <section
        aria-label="Body of the request"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
        tabIndex={0}
        className="max-h-72 overflow-auto rounded-control border border-line bg-raised p-3"
      >
        <pre className="font-mono text-12 whitespace-pre">{JSON.stringify(shown.body, null, 2)}</pre>
      </section>
      {call && <Rehearse order={order} />}
      {data.notes.map((note) => (
        <p key={note} className="text-12 text-ink-3">
          {note}
        </p>
      ))}
    </div>
  )
}

/** The value once it has held still for a moment, so that typing does not ask at every letter. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value)
  const print = JSON.stringify(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(print)), 300)
    return () => clearTimeout(timer)
  }, [print])
  return settled
}

function CopyButton({ words, text }: { words: string; text: () => string }) {
  const [copied, setCopied] = useState(false)
  const copy = () =>
    navigator.clipboard.writeText(text()).then(
      () => {
        setCopied(true)
        setTimeout(() => setCopied(false), 1500)
      },
      () => say({ words: 'The browser does not allow copying here.' }),
    )
  const Icon = copied ? Check : Copy
  return (
    <Button size="card" aria-label={`Copy as ${words}`} icon={<Icon aria-hidden className="size-3.5" />} onClick={copy}>
      {copied ? 'Copied' : words}
    </Button>
  )
}
