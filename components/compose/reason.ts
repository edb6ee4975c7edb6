'use client'
import { useMemo } from 'react'
import { useHealth } from '@/lib/api/queries'
import type { ProviderId } from '@/lib/models/row'

/** Why a provider cannot be used now; `undefined` when it can, or when that is not known yet. */
export function useReasons(): (provider: ProviderId) => string | undefined {
  const { data } = useHealth()
  return useMemo(() => {
    const reasons = new Map(
      data?.providers.map(({ id, ready, reason }) => [id, ready ? undefined : (reason ?? 'Not ready')]),
    )
    return (provider) => reasons.get(provider)
  }, [data])
}
