// The one reading of what a draft breaks. It comes right after the page, and the form opens with it.
import { useEffect, useState } from 'react'
import { patient } from '../ui/late'

type Judge = typeof import('@/lib/models/judge').judge
let known: Judge | undefined
let coming: Promise<Judge> | undefined

export function fetchJudge(): Promise<Judge> {
  coming ??= patient(() => import('@/lib/models/judge')).then(({ judge }) => {
    known = judge
    return judge
  })
  return coming
}

/** Nothing until it has come. */
export function useJudge(): Judge | undefined {
  const [judge, hear] = useState(() => known)
  useEffect(() => void fetchJudge().then((come) => hear(() => come)), [])
  return judge
}
