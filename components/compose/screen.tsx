'use client'
import { useCallback, useMemo } from 'react'
import { catalog } from '@/lib/models/catalog'
import { type Draft, DraftProvider } from '../form/draft'
import { FindingProvider } from '../form/finding'
import { Compose } from './compose'
import { freshDraft, placeOf } from './keep'

/** A draft to begin with, until the kept one is read: the first model of the catalogue, which is free and needs nothing. */
export function ComposeScreen() {
  const start = useMemo(() => {
    const [first] = catalog
    return first && freshDraft(first)
  }, [])
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
