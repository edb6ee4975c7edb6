'use client'
// What came of it: how far it is, the film that is there, and the press that makes it.
import { Download, Play } from 'lucide-react'
import { StateLine } from '@/components/media/state-line'
import { took } from '@/components/media/time-code'
import { Button, LinkButton } from '@/components/ui/button'
import { ErrorLine } from '@/components/ui/field'
import { seconds } from '@/components/ui/figure'
import { Progress } from '@/components/ui/progress'
import type { Asset } from '@/lib/media/asset'
import { fileName } from '@/lib/media/format'
import { madeAt } from '../take/item'
import type { Making } from './use-making'

type Props = {
  making: Making
  /** The file is named after it. */
  title: string
  /** It shows the board as it stands. */
  fresh: boolean
  /** How many of the takes in it are out of date. */
  stale?: number
  label: string
  again: string
  /** The next useful action of the dialog. */
  next?: boolean
  reason: string | undefined
  onMake: () => void
}

export function CutMade({ making, title, fresh, stale = 0, label, again, next = false, reason, onMake }: Props) {
  const { going, failed, made, placing, stop } = making
  const [film] = made?.outputs ?? []
  return (
    <div className="flex flex-col gap-2.5">
      {failed?.error && !going && <ErrorLine>{failed.error.message}</ErrorLine>}
      {going && (
        <div className="flex flex-col gap-1.5">
          <div className="flex items-center justify-between gap-3">
            <StateLine task={going} />
            <Button kind="quiet" size="card" onClick={() => stop(going)}>
              Stop
            </Button>
          </div>
          <Progress label={label} value={going.status === 'saving' ? 1 : (going.progress ?? 0)} />
        </div>
      )}
      {made && film && (
        <p className="text-12 text-ink-2 tabular-nums">
          Made {madeAt(made)}
          {made.startedAt && made.endedAt ? ` in ${took(Date.parse(made.endedAt) - Date.parse(made.startedAt))}` : ''}
          {film.duration ? `, ${seconds(Math.round(film.duration * 100) / 100)}` : ''}.{' '}
          {!fresh ? (
            <span className="text-stale">The board changed since.</span>
          ) : stale > 0 ? (
            <span className="text-stale">
              It shows what stands on the board, {stale === 1 ? '1 shot' : `${stale} shots`} out of date.
            </span>
          ) : (
            'It shows the board as it stands.'
          )}
        </p>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        {made && film && (
          <>
            <LinkButton href={`/gallery/${made.id}`} label="Watch it in the viewer">
              <Play aria-hidden className="size-4" />
              Watch
            </LinkButton>
            <DownloadLink film={film} title={title} filled={next && fresh} />
          </>
        )}
        {!going && (
          <Button
            kind={next && !fresh ? 'next' : 'plain'}
            size="normal"
            reason={placing ? 'Placing the order' : reason}
            onClick={() => {
              if (reason === undefined && !placing) onMake()
            }}
          >
            {`${made ? again : label}, free`}
          </Button>
        )}
      </div>
    </div>
  )
}

function DownloadLink({ film, title, filled }: { film: Asset; title: string; filled: boolean }) {
  const name = fileName({ name: title, mime: film.mime })
  return (
    <LinkButton
      href={`${film.url}?download=${encodeURIComponent(name)}`}
      download={name}
      kind={filled ? 'next' : 'plain'}
    >
      <Download aria-hidden className="size-4" />
      Download
    </LinkButton>
  )
}
