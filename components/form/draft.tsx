'use client'
// The one draft, whichever model is chosen: what the form holds, and the only way its controls read and write it.
import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useSyncExternalStore } from 'react'
import { type FieldPath, type UseFormReturn, useForm } from 'react-hook-form'
import { follow } from '@/lib/models/follow'
import { type Input, type InputKey, type Shot, said } from '@/lib/models/input'
import type { ProviderId, Row, Workflow } from '@/lib/models/row'
import { type Standing, standing } from '@/lib/models/standing'
import type { WorkflowId } from '@/lib/models/vocabulary'

/** `parked`: words or shots set aside by the switch between them; they come back with it and are never sent. */
export type Draft = {
  provider: ProviderId
  model: string
  workflow: WorkflowId
  input: Input
  parked: { prompt?: string; shots?: Shot[] }
}

type Form = UseFormReturn<Draft>
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
  const form = useForm<Draft>({ defaultValues: start })
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

/**
 * Something worked out from the draft; renders again only when the outcome prints differently. The form writes into the
 * objects it holds, so what leaves here is a copy.
 */
function useFrom<T>(form: Form, compute: (draft: Draft) => T): T {
  const last = useRef<{ print: string | undefined; value: T }>(undefined)
  const subscribe = useCallback(
    (tell: () => void) => form.subscribe({ formState: { values: true }, callback: tell }),
    [form],
  )
  const look = () => {
    const value = compute(form.getValues())
    const print = JSON.stringify(value)
    if (!last.current || last.current.print !== print)
      last.current = { print, value: typeof value === 'object' && value !== null ? structuredClone(value) : value }
    return last.current.value
  }
  return useSyncExternalStore(subscribe, look, look)
}

/** What an object of any shape holds under a key; nothing where there is no object. */
export const partOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined

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

const writing = { shouldDirty: true } as const

export function useWrite() {
  const { form, workflow } = useDesk()
  const at = useCallback(
    (path: string, value: unknown) => form.setValue(path as FieldPath<Draft>, value as never, writing),
    [form],
  )
  /** Several keys at once; undefined takes a key out. */
  const patch = useCallback(
    (change: Partial<Record<InputKey, unknown>>) => {
      const before = form.getValues('input')
      const next: Record<string, unknown> = { ...before, ...change }
      for (const key of Object.keys(change)) if (next[key] === undefined) delete next[key]
      form.setValue('input', follow(workflow, before, next as Input), writing)
    },
    [form, workflow],
  )
  const read = useCallback((): Draft => structuredClone(form.getValues()), [form])
  const replace = useCallback((draft: Draft) => form.setValues(structuredClone(draft), writing), [form])
  return useMemo(() => ({ at, patch, read, replace }), [at, patch, read, replace])
}

/** How every field of the workflow stands just now. Words being typed do not disturb it. */
export function useStandings(): Standing[] {
  const { workflow } = useDesk()
  return useFromInput((input) => standing(workflow, input))
}
