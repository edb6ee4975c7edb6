'use client'
// A script becomes a board: a file or pasted words, read here, shown as shots, kept only when the person says so.
import { FileUp } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { ErrorLine, Field } from '@/components/ui/field'
import { seconds } from '@/components/ui/figure'
import { NumberField } from '@/components/ui/number-field'
import { Textarea } from '@/components/ui/textarea'
import { StudioError } from '@/lib/errors'
import { kindOf, scripts } from '@/lib/storyboard/script'
import { type NewBoard, newBoard } from '@/lib/storyboard/storyboard'

const kinds = { fountain: 'Read as a screenplay (Fountain)', list: 'Read as a list', csv: 'Read as a table (CSV)' }

type Props = { open: boolean; onClose: () => void; onBoard: (board: NewBoard) => void }
type Read = { board: NewBoard; kind: keyof typeof kinds } | { why: string } | undefined

export function ImportDialog({ open, onClose, onBoard }: Props) {
  const [text, setText] = useState('')
  const [name, setName] = useState('')
  const [usual, setUsual] = useState(4)
  const file = useRef<HTMLInputElement>(null)
  const read = useMemo(() => (text.trim() ? readScript(text, name, usual) : undefined), [text, name, usual])
  const board = read && 'board' in read ? read.board : undefined
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Import a script"
      wide
      description="Fountain, Markdown or a plain list, or CSV with one shot a row. Your words are taken as they are."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            kind="next"
            size="normal"
            reason={board ? undefined : read && 'why' in read ? 'It cannot be read yet' : 'Nothing to read yet'}
            onClick={() => {
              if (!board) return
              onBoard(board)
              setText('')
              onClose()
            }}
          >
            {board ? `Make a board of ${board.shots.length} ${board.shots.length === 1 ? 'shot' : 'shots'}` : ''}
          </Button>
        </>
      }
    >
      <div className="mt-3 flex flex-col gap-3">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <Button icon={<FileUp className="size-4" />} onClick={() => file.current?.click()}>
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
            ref={file}
            type="file"
            hidden
            aria-label="Script file"
            accept=".fountain,.spmd,.md,.markdown,.txt,.csv,.tsv,text/*"
            onChange={(event) => {
              const [chosen] = event.currentTarget.files ?? []
              event.currentTarget.value = ''
              if (!chosen) return
              setName(chosen.name)
              void chosen.text().then(setText)
            }}
          />
        </div>
        <Textarea
          aria-label="Script"
          placeholder={
            '# The Last Keeper\n\n- Wide over a slate sea at first light. (4 s)\n- Low at the waterline. (3 s)'
          }
          value={text}
          onChange={(next) => {
            setText(next)
            if (!next) setName('')
          }}
          className="max-h-48 min-h-24 overflow-y-auto font-mono text-12"
          invalid={read !== undefined && 'why' in read}
        />
        {read && 'why' in read && <ErrorLine>{read.why}</ErrorLine>}
        {read && 'board' in read && (
          <Field label={kinds[read.kind]} aside={<span className="tabular-nums">{total(read.board)}</span>}>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by key */}
            <ol aria-label="Shots found" tabIndex={0} className="max-h-56 scroll-quiet rounded-control bg-raised p-2">
              {read.board.shots.map((shot, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text have no names
                <li key={at} className="flex gap-3 px-1 py-0.5">
                  <span className="font-mono text-12 leading-5 text-ink-2">{String(at + 1).padStart(2, '0')}</span>
                  <span className="min-w-0 flex-1 truncate">{shot.prompt || '(no words)'}</span>
                  <span className="text-ink-2 tabular-nums">{seconds(shot.duration)}</span>
                </li>
              ))}
            </ol>
          </Field>
        )}
      </div>
    </Dialog>
  )
}

const total = ({ shots }: NewBoard) => seconds(shots.reduce((sum, { duration }) => sum + duration, 0))

function readScript(text: string, name: string, usual: number): Read {
  try {
    const kind = kindOf(text, name)
    const { title, look, shots } = scripts[kind].read(text, usual)
    if (shots.length === 0) return { why: 'No shot was found in it.' }
    const board = newBoard.safeParse({
      title: title?.trim() || name.replace(/\.\w+$/, '') || 'Imported board',
      ...(look ? { look } : {}),
      settings: { provider: 'local', model: 'animatic' },
      shots,
    })
    if (board.success) return { board: board.data, kind }
    const [issue] = board.error.issues
    const at = issue?.path[0] === 'shots' ? `Shot ${Number(issue.path[1]) + 1}: ` : ''
    return { why: `${at}${issue?.message ?? 'it does not fit.'}` }
  } catch (error) {
    if (error instanceof StudioError) return { why: error.message }
    throw error
  }
}
