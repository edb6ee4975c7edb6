'use client'
// What is wrong just now, from this browser and from the server alike, for every field to pick its own.
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react'
import type { Issue } from '@/lib/errors'
import type { Input } from '@/lib/models/input'
import { useDesk, useFromInput, useWrite } from './draft'
import { type Files, useFiles } from './file'
import { useJudging } from './judging'
import type { Finding } from './mend'
import { valueAt, within } from './path'

type Refused = Issue & { seen: string }
type Book = {
  /** What is wrong can be told; before, nobody knows. */
  judged: boolean
  all: readonly Finding[]
  /** What the row advises here without insisting: told at the field, and no order waits for it. */
  advice: readonly Finding[]
  /** Missing things are told at their field only once somebody tried to render. */
  tried: boolean
  setTried: (tried: boolean) => void
  /** What the server refused; each stands until the value that it speaks of changes. */
  refuse: (issues: readonly Issue[]) => void
  files: Files
}
const Context = createContext<Book | null>(null)

const top = (path: string) => within(path).split('.')[0] ?? ''
const print = (input: Input, path: string) => JSON.stringify(valueAt(input, top(path))) ?? ''

export function FindingProvider({ children }: { children: ReactNode }) {
  const { row, workflow } = useDesk()
  const { read } = useWrite()
  const judging = useJudging()
  const files = useFiles()
  const [tried, setTried] = useState(false)
  const [refused, setRefused] = useState<readonly Refused[]>([])
  const all = useFromInput((input) => {
    const held = refused.filter((one) => one.seen === print(input, one.path))
    return judging?.allOf({ row, workflow }, input, files, held) ?? []
  })
  const advice = useFromInput((input) => judging?.adviceOf({ row, workflow }, input) ?? [])
  const refuse = useCallback(
    (issues: readonly Issue[]) => {
      const { input } = read()
      setRefused(issues.map((issue) => ({ ...issue, seen: print(input, issue.path) })))
    },
    [read],
  )
  const judged = judging !== undefined
  const book = useMemo(
    () => ({ judged, all, advice, tried, setTried, refuse, files }),
    [judged, all, advice, tried, refuse, files],
  )
  return <Context.Provider value={book}>{children}</Context.Provider>
}

export function useBook(): Book {
  const book = useContext(Context)
  if (!book) throw new Error('A control of the form stands outside of its findings.')
  return book
}

/** What is advised at these paths. */
export function useAdvice(paths: readonly string[]): Finding[] {
  const { advice } = useBook()
  return advice.filter(({ path }) => paths.includes(path))
}

/** What stands at these paths; with `deep`, also at what lies within them. */
export function useFindings(paths: readonly string[], deep = false): Finding[] {
  const { all, tried } = useBook()
  return all.filter(
    ({ path, unset }) => (tried || !unset) && paths.some((own) => path === own || (deep && path.startsWith(`${own}.`))),
  )
}
