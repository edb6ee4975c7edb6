'use client'
// A script, a provider's request or a board in one file becomes a board: read here, shown as shots, kept only when the person says so.
import { FileUp } from 'lucide-react'
import { type DragEvent, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { ErrorLine, Field } from '@/components/ui/field'
import { seconds } from '@/components/ui/figure'
import { NumberField } from '@/components/ui/number-field'
import { Textarea } from '@/components/ui/textarea'
import { useHealth } from '@/lib/api/queries'
import type { ProviderId } from '@/lib/models/row'
import type { NewBoard } from '@/lib/storyboard/storyboard'
import { type Found, readText } from './read-in'

type Props = { open: boolean; onClose: () => void; onBoard: (board: () => Promise<NewBoard>) => void }
type Read = Found | { why: string } | undefined

export function ImportDialog({ open, onClose, onBoard }: Props) {
  const [text, setText] = useState('')
  const [file, setFile] = useState<File>()
  const [usual, setUsual] = useState(4)
  const input = useRef<HTMLInputElement>(null)
  const read = useRead(text, file, usual)
  const found = read && 'board' in read ? read : undefined
  const count = found?.board.shots.length ?? 0
  const isBoard = file && /\.zip$/i.test(file.name)
  const take = (chosen: File | undefined) => {
    if (!chosen) return
    setFile(chosen)
    setText('')
    if (!/\.zip$/i.test(chosen.name)) void chosen.text().then(setText)
  }
  const clear = () => {
    setText('')
    setFile(undefined)
  }
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Import"
      wide
      description="A script (Fountain, Markdown or a plain list, CSV with one shot a row), a request as a provider’s page prints it, or a board that was downloaded as one file. Your words are taken as they are."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            kind="next"
            size="normal"
            reason={found ? undefined : read ? 'It cannot be read yet' : 'Nothing to read yet'}
            onClick={() => {
              if (!found) return
              // What was pasted stays here: if the board cannot be kept, it is there when this is opened again.
              onBoard(found.keep)
              onClose()
            }}
          >
            {found ? `Make a board of ${count} ${count === 1 ? 'shot' : 'shots'}` : ''}
          </Button>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way beside the button */}
      <div
        className="mt-3 flex flex-col gap-3"
        onDragOver={(event: DragEvent) => event.preventDefault()}
        onDrop={(event: DragEvent) => {
          event.preventDefault()
          take(event.dataTransfer.files[0])
        }}
      >
        <div className="flex flex-wrap items-center justify-between gap-3">
          <Button icon={<FileUp className="size-4" />} onClick={() => input.current?.click()}>
            Choose a file
          </Button>
          <span className="flex items-center gap-2 text-12 text-ink-2">
            Shots without a length take
            <NumberField
              label="Seconds of shots without a length"
              value={usual}
              onChange={(next) => {
                if (next !== null && next > 0) setUsual(next)
              }}
              min={1}
              unit="s"
              size="tool"
            />
          </span>
          <input
            ref={input}
            type="file"
            hidden
            aria-label="File to import"
            accept=".zip,.json,.fountain,.spmd,.md,.markdown,.txt,.csv,.tsv,text/*"
            onChange={(event) => {
              const [chosen] = event.currentTarget.files ?? []
              event.currentTarget.value = ''
              take(chosen)
            }}
          />
        </div>
        {isBoard ? (
          <p className="flex items-center justify-between gap-3 rounded-control bg-raised px-3 py-2">
            <span className="truncate">{file.name}</span>
            <Button size="card" onClick={clear}>
              Take it out
            </Button>
          </p>
        ) : (
          <Textarea
            aria-label="Script or request"
            placeholder={
              '# The Last Keeper\n\n- Wide over a slate sea at first light. (4 s)\n- Low at the waterline. (3 s)'
            }
            value={text}
            spellCheck={false}
            onChange={(next) => {
              setText(next)
              if (!next) setFile(undefined)
            }}
            className="max-h-48 min-h-24 overflow-y-auto font-mono text-12"
            invalid={read !== undefined && 'why' in read}
          />
        )}
        <div role="alert" className="empty:hidden">
          {read && 'why' in read && <ErrorLine>{read.why}</ErrorLine>}
        </div>
        {found && <FoundShots {...found} />}
      </div>
    </Dialog>
  )
}

function FoundShots({ board, as, notes }: Found) {
  return (
    <Field label={as} aside={<span className="tabular-nums">{total(board)}</span>}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by key */}
      <ol aria-label="Shots found" tabIndex={0} className="max-h-56 scroll-quiet rounded-control bg-raised p-2">
        {board.shots.map((shot, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text have no names
          <li key={at} className="flex gap-3 px-1 py-0.5">
            <span className="font-mono text-12 leading-5 text-ink-2">{String(at + 1).padStart(2, '0')}</span>
            <span className="min-w-0 flex-1 truncate">{shot.prompt || '(no words)'}</span>
            <span className="text-ink-2 tabular-nums">{seconds(shot.duration)}</span>
          </li>
        ))}
      </ol>
      {notes.map((note) => (
        <p key={note} className="text-12 text-ink-2">
          {note}
        </p>
      ))}
    </Field>
  )
}

const total = ({ shots }: NewBoard) => seconds(shots.reduce((sum, { duration }) => sum + duration, 0))

/** What stands there, read; only the last reading counts. */
function useRead(text: string, file: File | undefined, usual: number): Read {
  const { data: health } = useHealth()
  const providers = health?.providers.flatMap(({ id }): ProviderId[] => (id === 'local' ? [] : [id])).join(' ') ?? ''
  const [read, setRead] = useState<Read>()
  useEffect(() => {
    let here = true
    const show = (next: Read) => {
      if (here) setRead(next)
    }
    const isBoard = file && /\.zip$/i.test(file.name)
    if (!isBoard && !text.trim()) return show(undefined)
    const reading = isBoard
      ? import('./read-file').then(({ readFile }) => readFile(file))
      : readText(text, file?.name ?? '', usual, providers.split(' ').filter(Boolean) as ProviderId[])
    reading.then(show, (error: unknown) => show({ why: error instanceof Error ? error.message : 'It cannot be read.' }))
    return () => {
      here = false
    }
  }, [text, file, usual, providers])
  return read
}
