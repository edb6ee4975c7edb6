'use client'
import { useMemo } from 'react'
import { useHealth } from '@/lib/api/queries'
import { catalog, catalogOf } from '@/lib/models/catalog'
import type { ProviderId, Row } from '@/lib/models/row'

/** Every model of the providers that this studio has; all that are known while that is not known yet. */
export function useCatalog(): readonly Row[] {
  const { data } = useHealth()
  const ids = data?.providers.map(({ id }) => id).join(' ')
  return useMemo(() => (ids === undefined ? catalog : catalogOf(ids.split(' ') as ProviderId[])), [ids])
}
