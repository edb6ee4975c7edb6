'use client'
// Compose: pick a model, fill its form, see what it costs, render; the takes arrive beside it.
import dynamic from 'next/dynamic'
import { useSearchParams } from 'next/navigation'
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import { api } from '@/lib/api/client'
import type { Issue } from '@/lib/errors'
import { said } from '@/lib/models/input'
import type { Row, Workflow } from '@/lib/models/row'
import { fieldIds, vocabulary, workflowIds, workflowWords } from '@/lib/models/vocabulary'
import type { Task } from '@/lib/tasks/task'
import { fetchControls } from '../form/controls'
import { type Draft, useDesk, useWrite } from '../form/draft'
import { useBook } from '../form/finding'
import { Form } from '../form/form'
import { fetchJudging } from '../form/judging'
import { usualTimes } from '../media/usual'
import { cx } from '../ui/cx'
import { Logo } from '../ui/logo'
import { PhoneBar } from '../ui/phone-bar'
import { Segments } from '../ui/segments'
import { say } from '../ui/toast'
import { Bar } from './bar'
import { type Changed, ChangedLine } from './changed'
import { Exact } from './exact'
import { shortName } from './fact'
import { Import } from './import'
import { keepDraft, keptDraft } from './keep'
import { useOrder } from './order'
import { useOrigin } from './origin'
import { PickerFace, pickerBox } from './picker-face'
import { fetchRows, fetchTurning, firstRow, placeOf, turningNow } from './rows'
import { useTakes } from './take'
import type { Turn } from './turn'
import { account } from './turn-words'
import { WorkflowSwitch } from './workflow'

// What the first drawing can do without arrives right after it.
const Picker = dynamic(() => Promise.all([import('./picker'), fetchRows()]).then(([{ Picker }]) => Picker), {
  ssr: false,
  loading: () => <Chosen />,
})
const Takes = dynamic(() => import('./takes').then(({ Takes }) => Takes), { ssr: false })

/** The picker before it can be opened. */
function Chosen() {
  const { row } = useDesk()
  return (
    <div className={pickerBox}>
      <PickerFace row={row} />
    </div>
  )
}

export function Compose() {
  const { row, workflow, form } = useDesk()
  const { read, replace } = useWrite()
  const { refuse, setTried } = useBook()
  const { takes, tasks } = useTakes()
  const [side, setSide] = useState<'form' | 'takes'>('form')
  const [chosen, setChosen] = useState<string>()
  const [origin, setOrigin] = useOrigin()
  const [changed, setChanged] = useState<Changed>()

  const turn = useCallback(
    ({ draft, changes, row: to, workflow: into }: Turn) => {
      const before = read()
      const told = account(changes, said(before.input))
      const name = to.model === before.model && to.provider === before.provider ? workflowWords[into.id] : shortName(to)
      replace(draft)
      setTried(false)
      setChanged(told ? { words: `${name}: ${told}.`, before } : undefined)
    },
    [read, replace, setTried],
  )
  const load = useCallback(
    (draft: Draft, words: string, notes: readonly string[] = []) => {
      const before = read()
      replace(draft)
      setTried(false)
      setSide('form')
      setChanged({ words, notes, before })
    },
    [read, replace, setTried],
  )
  const again = useCallback(
    async (task: Task) => {
      await fetchRows()
      const workflowId = workflowIds.find((id) => id === task.workflow)
      const draft = workflowId && {
        provider: task.provider,
        model: task.model,
        workflow: workflowId,
        input: task.input,
        parked: {},
      }
      if (!draft || !placeOf(draft)) return say({ words: `The catalogue no longer has ${task.model}.`, stays: true })
      load(draft, 'The form holds what this take was made from.')
      setOrigin(task.id)
      const issues = task.error?.issues ?? []
      if (issues.length > 0) refuse(issues)
    },
    [load, refuse, setOrigin],
  )
  const ready = useKeeping()
  useAgain(ready, again)
  useModel(ready, turn)

  const onTask = useCallback(
    (task: Task) => {
      setChosen(task.id)
      setOrigin(task.id)
      setChanged(undefined)
      setSide('takes')
    },
    [setOrigin],
  )
  const onRefused = useCallback(
    (issues: readonly Issue[]) => {
      refuse(issues)
      setTried(true)
    },
    [refuse, setTried],
  )
  const { now, place } = useOrder({ onTask, onRefused })
  const onPlace = () => {
    const { input } = form.getValues()
    setTried(false)
    void place({ provider: row.provider, model: row.model, workflow: workflow.id, input: structuredClone(said(input)) })
  }
  const usual = usualTimes(tasks)({ provider: row.provider, model: row.model, workflow: workflow.id })
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <h1 className="sr-only">Compose</h1>
      <PhoneBar>
        <Logo />
        <Segments
          label="Shown"
          wide
          value={side}
          onChange={setSide}
          choices={[
            { value: 'form', label: 'Form' },
            { value: 'takes', label: takes.length > 0 ? `Takes ${takes.length}` : 'Takes' },
          ]}
        />
      </PhoneBar>
      <div className="flex min-h-0 flex-1">
        <section
          aria-label="Form"
          data-form
          // Until the kept draft is read and its controls are there, nothing can be pressed or written that would be lost.
          inert={!ready}
          className={cx(
            'flex min-h-0 shrink-0 flex-col border-line bg-panel max-md:w-full md:w-[408px] md:border-r lg:w-[496px]',
            side === 'takes' && 'max-md:hidden',
          )}
        >
          <div className="flex min-h-0 flex-1 flex-col gap-3.5 px-5 pt-4 pb-5 max-md:bg-ground max-md:px-4 max-md:pb-24 md:scroll-quiet md:pr-2.5">
            {changed && (
              <ChangedLine
                changed={changed}
                onUndo={() => {
                  replace(changed.before)
                  setChanged(undefined)
                }}
                onClose={() => setChanged(undefined)}
              />
            )}
            <div className="flex flex-col gap-2.5">
              <Picker onTurn={turn} />
              <WorkflowSwitch onTurn={turn} />
            </div>
            <Form />
            <div className="flex flex-col gap-1">
              <Exact />
              <div className="-ml-2.5 flex">
                <Import onDraft={(draft, notes) => load(draft, 'The form holds the imported request.', notes)} />
              </div>
            </div>
          </div>
          <Bar now={now} usual={usual} onPlace={onPlace} />
        </section>
        <section
          aria-label="Takes"
          className={cx('flex min-h-0 min-w-0 flex-1 flex-col', side === 'form' && 'max-md:hidden')}
        >
          <Takes chosen={chosen} origin={origin} onChoose={setChosen} onAgain={again} />
        </section>
      </div>
    </div>
  )
}

/** Everything that a form needs before it can be used, besides what draws it. */
function fetchParts(workflow: Workflow | undefined) {
  const fields = fieldIds.filter((field) => workflow?.fields[field])
  const kinds = fields.map((field) => vocabulary[field].kind)
  return Promise.all([fetchJudging(), fetchTurning(), fetchControls(kinds)])
}

// Asked for before anything is drawn, so that the form opens the sooner.
if (typeof window !== 'undefined') void fetchParts(firstRow.workflows[0])

/** The draft is kept as it is written and comes back with the page. True once the form can be used. */
function useKeeping(): boolean {
  const { form } = useDesk()
  const { read, replace } = useWrite()
  const restored = useRef(false)
  const settled = useRef(false)
  const [ready, setReady] = useState(false)
  useEffect(() => {
    if (!restored.current) {
      restored.current = true
      void keptDraft().then(async (kept) => {
        if (kept) replace(kept)
        settled.current = true
        await fetchParts(placeOf(read())?.workflow)
        setReady(true)
      })
    }
    let timer: ReturnType<typeof setTimeout> | undefined
    // A page that goes before the kept draft was read must not lay a fresh one over it.
    const keep = () => settled.current && keepDraft(read())
    const stop = form.subscribe({
      formState: { values: true },
      callback: () => {
        clearTimeout(timer)
        timer = setTimeout(keep, 200)
      },
    })
    window.addEventListener('pagehide', keep)
    return () => {
      clearTimeout(timer)
      keep()
      stop()
      window.removeEventListener('pagehide', keep)
    }
  }, [form, read, replace])
  return ready
}

/** `?again=<task>` opens the form with what the task was made from, once the kept draft is there. */
function useAgain(ready: boolean, onAgain: (task: Task) => void) {
  const id = useSearchParams().get('again')
  const load = useEffectEvent((task: Task) => onAgain(task))
  useEffect(() => {
    if (!id || !ready) return
    window.history.replaceState(null, '', '/')
    api.readTask({ params: { id } }).then(load, (error: Error) => say({ words: error.message, stays: true }))
  }, [id, ready])
}

/** `?model=<provider>/<model>` turns the draft to that model, once the kept one is there; the line above the form undoes it. */
function useModel(ready: boolean, onTurn: (turn: Turn) => void) {
  const wanted = useSearchParams().get('model')
  const { read } = useWrite()
  const turn = useEffectEvent((key: string, row: Row | undefined) => {
    const before = read()
    const from = placeOf(before)
    if (!row || !from) return say({ words: `The catalogue has no ${key}.`, stays: true })
    const found = row === from.row ? undefined : turningNow()?.bestTurn(before, row, from.workflow, from.row)
    if (found) onTurn(found)
  })
  useEffect(() => {
    if (!wanted || !ready) return
    window.history.replaceState(null, '', '/')
    const at = wanted.indexOf('/')
    void fetchRows().then(({ rowOf }) => turn(wanted, rowOf(wanted.slice(0, at), wanted.slice(at + 1))))
  }, [wanted, ready])
}
