'use client'
import { useCallback, useMemo } from 'react'
import { type Draft, DraftProvider } from '../form/draft'
import { FindingProvider } from '../form/finding'
import { Compose } from './compose'
import { freshDraft } from './keep'
import { firstRow, placeOf } from './rows'

/** A draft to begin with, until the kept one is read: the first model of the catalogue. */
export function ComposeScreen() {
  const start = useMemo(() => freshDraft(firstRow), [])
  const find = useCallback((draft: Pick<Draft, 'provider' | 'model' | 'workflow'>) => {
    const place = placeOf(draft)
    if (!place) throw new Error(`The catalogue has no ${draft.model}, ${draft.workflow}.`)
    return place
  }, [])
  if (!start) return null
  return (
    <DraftProvider start={start} find={find}>
      <FindingProvider>
        <Compose />
      </FindingProvider>
    </DraftProvider>
  )
}
