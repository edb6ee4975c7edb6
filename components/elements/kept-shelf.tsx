'use client'
// Elements and voices as the providers list them: own ones, which can be deleted there, and presets.
import { Check, Play, Search, Trash2 } from 'lucide-react'
import Link from 'next/link'
import { parseAsString, parseAsStringLiteral, useQueryState } from 'nuqs'
import { type ReactNode, useState } from 'react'
import { Silent } from '@/components/gallery/instead'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { Pill } from '@/components/ui/pill'
import { say } from '@/components/ui/toast'
import { type Kept, useDropThere, useKeepers, useKept } from '@/lib/api/shelf-query'
import type { ProviderId } from '@/lib/models/row'
import { Question } from './question'

const kinds = ['element', 'voice'] as const
const words = { element: 'Elements', voice: 'Voices' } as const

export function KeptShelf({ turn }: { turn: ReactNode }) {
  const { data, error, refetch } = useKeepers()
  const [what, setWhat] = useQueryState('what', parseAsStringLiteral(kinds).withDefault('element'))
  const [q, setQ] = useQueryState('q', parseAsString.withDefault(''))
  return (
    <>
      <div className="flex flex-wrap items-center gap-3">
        {turn}
        <Input
          type="search"
          aria-label="Find what is kept"
          placeholder="Name or id"
          value={q}
          onChange={(text) => void setQ(text || null)}
          icon={<Search aria-hidden />}
          className="w-[260px] border-line max-md:order-last max-md:w-full"
        />
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot scroll sideways */}
      <div role="group" aria-label="Kind" className="flex gap-2">
        {kinds.map((one) => (
          <Pill key={one} on={what === one} onClick={() => void setWhat(one)}>
            {words[one]}
          </Pill>
        ))}
      </div>
      {!data && error && <Silent error={error} onRetry={() => void refetch()} />}
      {data?.keepers.map(({ provider, label, ready, reason }) => (
        <section key={provider} aria-label={label} className="flex flex-col gap-2">
          <h2 className="text-14 tight">{label}</h2>
          {ready ? (
            <List provider={provider} label={label} what={what} q={q} />
          ) : (
            <p className="text-ink-2">
              {reason}{' '}
              <Link href="/settings" className="room rounded-picture font-medium text-accent-ink hover:underline">
                Open Settings
              </Link>
            </p>
          )}
        </section>
      ))}
    </>
  )
}

type ListProps = { provider: ProviderId; label: string; what: (typeof kinds)[number]; q: string }

function List({ provider, label, what, q }: ListProps) {
  const { data: items, error, refetch, isPending } = useKept(provider, what)
  const drop = useDropThere()
  const [asked, ask] = useState<Kept>()
  const sought = q.trim().toLowerCase()
  const shown = (items ?? []).filter(({ id, name, description = '' }) =>
    `${name} ${id} ${description}`.toLowerCase().includes(sought),
  )
  if (isPending) return <p className="text-ink-3">Asking {label}…</p>
  if (error) return <Silent error={error} onRetry={() => void refetch()} />
  if (shown.length === 0)
    return (
      <p className="text-ink-2">
        {items?.length === 0 ? `${label} keeps none for this account.` : 'Nothing here fits what you look for.'}
      </p>
    )
  return (
    <>
      <ul
        aria-label={`${words[what]} at ${label}`}
        className="grid grid-cols-[repeat(auto-fill,minmax(300px,1fr))] gap-x-4 gap-y-1 max-md:grid-cols-1"
      >
        {shown.map((one) => (
          <li key={one.id} className="flex min-h-12 items-center gap-2 border-b border-line py-1.5">
            <span className="flex min-w-0 flex-1 flex-col">
              <span className="flex min-w-0 items-baseline gap-2 text-13 font-medium">
                <span className="truncate">{one.name}</span>
                <span className="text-12 font-normal text-ink-3">{one.own ? 'own' : 'preset'}</span>
              </span>
              <span className="truncate text-12 text-ink-3">
                <code className="font-mono">{one.id}</code>
                {one.description && ` · ${one.description}`}
              </span>
            </span>
            {one.sampleUrl && <Sample name={one.name} url={one.sampleUrl} />}
            {one.own && (
              <IconButton label={`Delete ${one.name} at ${label}`} size="tool" onClick={() => ask(one)}>
                <Trash2 />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      <Question
        asked={asked}
        title={({ name }) => `Delete ${name} at ${label}?`}
        words={() => `${label} deletes it for good. Films that were made with it, and the library here, stay.`}
        verb="Delete there"
        onYes={({ id, name }) =>
          drop.mutate(
            { provider, what, kept: id },
            {
              onSuccess: () =>
                say({ words: `${name} is gone at ${label}`, icon: <Check aria-hidden className="text-done" /> }),
              onError: ({ message }) => say({ words: message, stays: true }),
            },
          )
        }
        onClose={() => ask(undefined)}
      />
    </>
  )
}

/** Heard from the provider's own address, and only when asked for. */
function Sample({ name, url }: { name: string; url: string }) {
  return (
    <IconButton
      label={`Hear ${name}`}
      size="tool"
      onClick={() =>
        void new Audio(url).play().catch(() => say({ words: `The sample of ${name} did not come.`, stays: true }))
      }
    >
      <Play />
    </IconButton>
  )
}
