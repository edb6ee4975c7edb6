'use client'
// The one draft, whichever model is chosen: what the form holds, and the only way its controls read and write it.
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { follow } from '@/lib/models/follow'
import { type Input, type InputKey, type Shot, said } from '@/lib/models/input'
import type { ProviderId, Row, Workflow } from '@/lib/models/row'
import { type Standing, standing } from '@/lib/models/standing'
import type { WorkflowId } from '@/lib/models/vocabulary'
import { makeStore, partOf, type Store, withAt } from './store'

/** `parked`: words or shots set aside by the switch between them; they come back with it and are never sent. */
export type Draft = {
  provider: ProviderId
  model: string
  workflow: WorkflowId
  input: Input
  parked: { prompt?: string; shots?: Shot[] }
}

type Form = Store<Draft>
type Desk = { form: Form; row: Row; workflow: Workflow }
const Context = createContext<Desk | null>(null)

/** @param find the row and workflow that a draft names; asked again when the draft is switched, without remounting. */
export function DraftProvider({
  start,
  find,
  children,
}: {
  start: Draft
  find: (draft: Pick<Draft, 'provider' | 'model' | 'workflow'>) => { row: Row; workflow: Workflow }
  children: ReactNode
}) {
  const [form] = useState(() => makeStore(start))
  const { provider, model, workflow } = useFrom(form, (draft) => ({
    provider: draft.provider,
    model: draft.model,
    workflow: draft.workflow,
  }))
  const desk = useMemo(
    () => ({ form, ...find({ provider, model, workflow }) }),
    [form, find, provider, model, workflow],
  )
  return <Context.Provider value={desk}>{children}</Context.Provider>
}

export function useDesk(): Desk {
  const desk = useContext(Context)
  if (!desk) throw new Error('A control of the form stands outside of its draft.')
  return desk
}

/** Something worked out from the draft; renders again only when the outcome prints differently. */
function useFrom<T>(form: Form, compute: (draft: Draft) => T): T {
  const last = useRef<{ print: string | undefined; value: T }>(undefined)
  const look = () => {
    const value = compute(form.read())
    const print = JSON.stringify(value)
    if (!last.current || last.current.print !== print) last.current = { print, value }
    return last.current.value
  }
  return useSyncExternalStore(form.hear, look, look)
}

/** One path of the draft. */
export function useAt<T>(path: string): T {
  const { form } = useDesk()
  // A dotted path made from keys and positions cannot be typed by the compiler; this is the one place that trusts it.
  return useFrom(form, (draft) => path.split('.').reduce<unknown>(partOf, draft) as T)
}

export function useInput<K extends InputKey>(key: K): Input[K] {
  const { form } = useDesk()
  return useFrom(form, ({ input }) => input[key])
}

export function useFromInput<T>(compute: (input: Input) => T): T {
  const { form } = useDesk()
  return useFrom(form, ({ input }) => compute(said(input)))
}

export function useWrite() {
  const { form, workflow } = useDesk()
  const at = useCallback(
    // A dotted path leads to a part of the draft, never to another shape.
    (path: string, value: unknown) => form.write(withAt(form.read(), path.split('.'), value) as Draft),
    [form],
  )
  /** Several keys at once; undefined takes a key out. */
  const patch = useCallback(
    (change: Partial<Record<InputKey, unknown>>) => {
      const draft = form.read()
      const next: Record<string, unknown> = { ...draft.input, ...change }
      for (const key of Object.keys(change)) if (next[key] === undefined) delete next[key]
      form.write({ ...draft, input: follow(workflow, draft.input, next as Input) })
    },
    [form, workflow],
  )
  return useMemo(() => ({ at, patch, read: form.read, replace: form.write }), [at, patch, form])
}

/** How every field of the workflow stands just now. Words being typed do not disturb it. */
export function useStandings(): Standing[] {
  const { workflow } = useDesk()
  return useFromInput((input) => standing(workflow, input))
}
