'use client'
import { Check, CirclePause, Copy, KeyRound, OctagonAlert } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Page } from '@/components/shell/page'
import { Resume } from '@/components/shell/paused'
import { Silent } from '@/components/shell/silent'
import { setTheme, type Theme, useTheme } from '@/components/shell/theme'
import { cx } from '@/components/ui/cx'
import { IconButton } from '@/components/ui/icon-button'
import { Segments } from '@/components/ui/segments'
import { say } from '@/components/ui/toast'
import { useBalance } from '@/lib/api/money-queries'
import { useSettings } from '@/lib/api/queries'
import type { SettingsFacts } from '@/lib/api/shape'
import { StudioError } from '@/lib/errors'
import { Balance } from './balance'

const themeChoices: readonly { value: Theme; label: string }[] = [
  { value: 'system', label: 'As the system' },
  { value: 'dark', label: 'Dark' },
  { value: 'light', label: 'Light' },
]

export function Settings() {
  const theme = useTheme()
  const { data, error, refetch } = useSettings()
  return (
    <Page title="Settings" width="max-w-[760px]">
      {data ? (
        <>
          <Providers providers={data.providers} />
          <Section title="Spend" words="What was spent, the caps, and the ledger.">
            <Link href="/spend" className="room w-fit rounded-picture font-medium text-accent-ink hover:underline">
              Open Spend
            </Link>
          </Section>
          <Kept settings={data} />
        </>
      ) : error ? (
        <Silent why={error.message} onRetry={() => void refetch()} />
      ) : (
        <p role="status" className="text-ink-2">
          Reading the settings
        </p>
      )}
      <Section title="Theme">
        <Segments label="Theme" value={theme} onChange={setTheme} choices={themeChoices} />
      </Section>
      {data && <p className="text-12 text-ink-3">Reelboard {data.version}</p>}
    </Page>
  )
}

function Section({ title, words, children }: { title: string; words?: ReactNode; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-3">
      <div>
        <h2 className="text-14 tight">{title}</h2>
        {words && <p className="mt-0.5 text-12 text-ink-2">{words}</p>}
      </div>
      {children}
    </section>
  )
}

function Providers({ providers }: { providers: SettingsFacts['providers'] }) {
  return (
    <Section
      title="Providers"
      words="Who renders for you. Keys are read from the environment when the studio starts; it never shows or stores them."
    >
      <ul className="divide-y divide-line rounded-group border border-line bg-panel">
        {providers.map((provider) => (
          <li key={provider.id} className="flex flex-col gap-2 px-4 py-3">
            <div className="flex items-center justify-between gap-4">
              <p className="text-14 tight">{provider.label}</p>
              <State provider={provider} />
            </div>
            {provider.reason && <p>{provider.reason}</p>}
            {provider.paused !== undefined && (
              <div className="flex flex-col items-start gap-2">
                <p>{provider.paused} Its orders wait and cost nothing until it is resumed.</p>
                <Resume id={provider.id} label={provider.label} />
              </div>
            )}
            {provider.ready && provider.balance && <Balance id={provider.id} label={provider.label} />}
            {!provider.ready && (
              <p className="text-12 text-ink-2">
                Put it into the file .env beside the studio, or into its environment, then start the studio again.
              </p>
            )}
            <ul className="flex flex-wrap gap-x-5 gap-y-1">
              {provider.variables.map(({ name, set }) => (
                <li key={name} className="flex items-center gap-1 text-12">
                  <code className="font-mono text-ink">{name}</code>
                  <IconButton
                    label={`Copy ${name}`}
                    size="card"
                    onClick={() =>
                      navigator.clipboard.writeText(`${name}=`).then(
                        () => say({ words: `${name}= copied` }),
                        () => say({ words: 'This browser does not let pages copy.' }),
                      )
                    }
                    className="[&_svg]:size-3.5"
                  >
                    <Copy />
                  </IconButton>
                  <span className={set ? 'text-done' : 'text-ink-3'}>
                    {set ? 'set' : provider.ready ? 'optional' : 'not set'}
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const looks = {
  paused: { words: 'Paused', tone: 'text-stale', icon: CirclePause },
  ready: { words: 'Ready', tone: 'text-done', icon: Check },
  refused: { words: 'Refuses', tone: 'text-failed', icon: OctagonAlert },
  closed: { words: 'Not ready', tone: 'text-ink-2', icon: KeyRound },
} as const

/** It is not ready for anything while the last question it was asked here was refused. */
function State({ provider: { id, ready, paused } }: { provider: SettingsFacts['providers'][number] }) {
  const { error } = useBalance(id)
  const refused = error instanceof StudioError && error.code === 'provider'
  const { words, tone, icon: Icon } = looks[paused ? 'paused' : !ready ? 'closed' : refused ? 'refused' : 'ready']
  return (
    <p className={cx('flex items-center gap-1.5 text-12 font-medium', tone)}>
      <Icon aria-hidden className="size-3.5" />
      {words}
    </p>
  )
}

const kindWords = { video: ['film', 'films'], image: ['picture', 'pictures'], audio: ['sound', 'sounds'] } as const

const size = (bytes: number) => {
  const [value, unit] = bytes >= 1e9 ? [bytes / 1e9, 'GB'] : bytes >= 1e6 ? [bytes / 1e6, 'MB'] : [bytes / 1e3, 'kB']
  return `${value.toFixed(value < 10 && value > 0 ? 1 : 0)}\u202f${unit}`
}

function Kept({ settings: { usage, dataFolder, database, storage } }: { settings: SettingsFacts }) {
  const total = usage.reduce((sum, { bytes }) => sum + bytes, 0)
  const rows: [string, ReactNode][] = [
    ['Storage used', `${size(total)}${storage === 's3' ? ', in an S3 bucket' : ''}`],
    ...usage.map(({ kind, files, bytes }): [string, ReactNode] => [
      kindWords[kind][1].replace(/^./, (letter) => letter.toUpperCase()),
      `${files} ${kindWords[kind][files === 1 ? 0 : 1]}, ${size(bytes)}`,
    ]),
    [
      'Data folder',
      <code key="folder" className="font-mono text-12 break-all">
        {dataFolder}
      </code>,
    ],
    ['Database', database === 'embedded' ? 'embedded, in the data folder' : 'a Postgres server'],
  ]
  return (
    <Section title="What is kept">
      <dl className="divide-y divide-line rounded-group border border-line bg-panel">
        {rows.map(([name, fact]) => (
          <div key={name} className="grid grid-cols-[140px_1fr] gap-3 px-4 py-2.5 max-md:grid-cols-[110px_1fr]">
            <dt className="text-ink-2">{name}</dt>
            <dd className="min-w-0 tabular-nums">{fact}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
