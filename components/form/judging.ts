// The one reading of what a draft breaks. It comes right after the page, and the form opens with it.
import { useEffect, useState } from 'react'
import { patient } from '../ui/late'

type Judging = typeof import('./judged')
let known: Judging | undefined

export async function fetchJudging(): Promise<Judging> {
  known = await patient(() => import('./judged'))
  return known
}

/** Nothing until it has come. */
export function useJudging(): Judging | undefined {
  const [judging, hear] = useState(() => known)
  useEffect(() => void fetchJudging().then(hear), [])
  return judging
}
