'use client'
// One element, made or changed: checked as it is written by the studio's own schema, saved over the version that was seen.
import { Check, Trash2 } from 'lucide-react'
import { type FormEvent, type RefObject, useId, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Drawer } from '@/components/ui/drawer'
import { ErrorLine, Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { say } from '@/components/ui/toast'
import { useWide } from '@/components/ui/window'
import { api } from '@/lib/api/client'
import { useKeepElement } from '@/lib/api/element-query'
import { type Element, elementIssues, elementTags, longestName, mostImages, newElement } from '@/lib/elements/element'
import { type Issue, StudioError } from '@/lib/errors'
import { ElementFields, type Parts } from './fields'
import { Known } from './known'
import { Question } from './question'

/** As it is written: tags are words until the schema has read them. */
type Draft = { name: string } & Parts

/** Without an element a new one is made; `start` is what it begins with. */
export type Opened = { element?: Element; start?: Parts }
type Props = { opened: Opened | undefined; onClose: () => void; onDelete?: (element: Element) => void }

export function ElementDrawer({ opened, onClose, onDelete }: Props) {
  const wide = useWide()
  const [dirty, setDirty] = useState(false)
  const [leaving, setLeaving] = useState<true>()
  const name = useRef<HTMLInputElement>(null)
  const last = useRef(opened)
  const count = useRef(0)
  if (opened && opened !== last.current) count.current++
  if (opened) last.current = opened
  const shown = opened ?? last.current
  const close = () => {
    setDirty(false)
    onClose()
  }
  return (
    <>
      <Drawer
        open={opened !== undefined}
        onClose={() => (dirty ? setLeaving(true) : close())}
        title={shown?.element ? `@${shown.element.name}` : 'New element'}
        side={wide ? 'right' : 'bottom'}
        tall
        first={name}
      >
        {shown && (
          <Editor
            key={count.current}
            {...shown}
            nameRef={name}
            onDirty={setDirty}
            onDone={close}
            {...(onDelete ? { onDelete } : {})}
          />
        )}
      </Drawer>
      <Question
        asked={leaving}
        title={() => 'Leave without saving?'}
        words={() => 'What you changed here is lost.'}
        verb="Leave"
        onYes={close}
        onClose={() => setLeaving(undefined)}
      />
    </>
  )
}

const limits = {
  pictures: mostImages,
  of: { kind: 'image' },
  film: { kind: 'video' },
  voice: { kind: 'audio' },
  tags: elementTags,
} as const

type EditorProps = Opened & {
  nameRef: RefObject<HTMLInputElement | null>
  onDirty: (dirty: boolean) => void
  onDone: () => void
  onDelete?: (element: Element) => void
}

function Editor({ element, start, nameRef, onDirty, onDone, onDelete }: EditorProps) {
  const id = useId()
  const [seen, setSeen] = useState(element)
  const [draft, setDraft] = useState<Draft>(() => (element ? draftOf(element) : { name: '', ...start }))
  const [tried, setTried] = useState(false)
  const [refused, setRefused] = useState<{ issues: readonly Issue[]; message: string; stale: boolean }>()
  const [changed, setChanged] = useState(false)
  const keep = useKeepElement()
  const idOf = (path: string) => `${id}-${path.replaceAll('.', '-')}`
  const own = elementIssues(draft).filter(({ path }) => tried || !(path === 'name' && draft.name === ''))
  const issues = [...own, ...(refused?.issues ?? []).filter(({ path }) => !own.some((one) => one.path === path))]
  const name = issues.find(({ path }) => path === 'name')?.message
  const change = (next: { [K in keyof Draft]?: Draft[K] | undefined }) => {
    const whole = { ...draft, ...next }
    for (const key of Object.keys(whole) as (keyof Draft)[]) if (whole[key] === undefined) delete whole[key]
    setDraft(whole as Draft)
    setRefused(
      (was) => was && { ...was, issues: was.issues.filter(({ path }) => !((path.split('.')[0] ?? '') in next)) },
    )
    setChanged(true)
    onDirty(true)
  }
  const lead = (path: string) => document.getElementById(idOf(path))?.focus()
  const save = async (over: Element | undefined) => {
    setTried(true)
    const read = newElement.safeParse(draft)
    if (!read.success) return lead(elementIssues(draft)[0]?.path ?? 'name')
    try {
      const kept = await keep.mutateAsync({ draft: read.data, seen: over })
      say({ words: `@${kept.name} is kept`, icon: <Check aria-hidden className="text-done" /> })
      onDone()
    } catch (error) {
      if (!(error instanceof StudioError)) throw error
      const { issues = [], message } = error
      setRefused({ issues, message, stale: error.code === 'conflict' && issues.length === 0 })
      if (issues[0]) lead(issues[0].path)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void save(seen)
  }
  /** What stands in the library now: to go on from there, or to lay this draft over it. */
  const now = async (use: (element: Element) => void) => {
    if (!seen) return
    try {
      const current = await api.readElement({ params: { id: seen.id } })
      setSeen(current)
      setRefused(undefined)
      use(current)
    } catch (error) {
      say({ words: error instanceof Error ? error.message : 'It cannot be read.', stays: true })
    }
  }
  return (
    <form onSubmit={submit} noValidate className="flex min-h-full flex-col">
      <div className="flex flex-1 flex-col gap-4 p-4">
        <Field
          label="Name"
          hint={`write @${draft.name || 'name'} in the words`}
          htmlFor={idOf('name')}
          aside={
            <span className="text-ink-3 tabular-nums">
              {draft.name.length} / {longestName}
            </span>
          }
          error={name}
          errorId={idOf('name-error')}
        >
          <Input
            ref={nameRef}
            id={idOf('name')}
            value={draft.name}
            invalid={name !== undefined}
            aria-describedby={name ? idOf('name-error') : undefined}
            autoComplete="off"
            spellCheck={false}
            onChange={(text) => change({ name: text })}
          />
        </Field>
        <ElementFields
          name={draft.name || 'the element'}
          parts={draft}
          limits={limits}
          onChange={change}
          idOf={idOf}
          wrong={issues}
        />
        {seen && <Known element={seen} changed={changed} />}
      </div>
      <div className="sticky bottom-0 z-2 flex flex-col gap-2 border-t border-line bg-panel px-4 py-3">
        {refused && refused.issues.length === 0 && (
          <ErrorLine
            fixes={
              refused.stale
                ? [
                    {
                      label: 'Show what stands there',
                      onApply: () => void now((current) => setDraft(draftOf(current))),
                    },
                    { label: 'Save over it', onApply: () => void now((current) => void save(current)) },
                  ]
                : []
            }
          >
            {refused.message}
          </ErrorLine>
        )}
        <div className="flex items-center justify-between gap-2">
          {seen && onDelete ? (
            <Button icon={<Trash2 className="size-4" />} onClick={() => onDelete(seen)}>
              Delete
            </Button>
          ) : (
            <span />
          )}
          <Button kind="next" size="bar" type="submit" disabled={keep.isPending} focusableWhenDisabled>
            {seen ? 'Save' : 'Keep element'}
          </Button>
        </div>
      </div>
    </form>
  )
}

const draftOf = ({ id: _, version: __, createdAt: ___, updatedAt: ____, ...draft }: Element): Draft => draft
