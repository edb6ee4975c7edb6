'use client'
// The names that may be written after an @ just now: those of this draft, and those the library could add to it.
import { useCallback, useMemo } from 'react'
import { useElements } from '@/lib/api/element-query'
import { standing } from '@/lib/models/standing'
import { useDesk, useFromInput, useWrite } from './draft'
import { type Handle, handlesOf, offeredBy } from './handle'

type Names = { handles: readonly Handle[]; take: (handle: Handle) => void }

/** @param on false for words that name nothing. */
export function useNames(on = true): Names {
  const { workflow } = useDesk()
  const { patch, read } = useWrite()
  const open = useFromInput(
    (input) =>
      on && standing(workflow, input).some(({ field, barred }) => field === 'elements' && barred === undefined),
  )
  const { data: library } = useElements(open)
  const own = useFromInput((input) => (on ? handlesOf(workflow, input) : []))
  const cast = useFromInput(({ elements = [] }) => elements.map(({ id }) => id))
  const handles = useMemo(
    () => (open && library ? [...own, ...offeredBy(workflow, cast, library)] : own),
    [open, own, cast, library, workflow],
  )
  const take = useCallback(
    ({ adds }: Handle) => {
      if (adds) patch({ elements: [...(read().input.elements ?? []), adds] })
    },
    [patch, read],
  )
  return { handles, take }
}
