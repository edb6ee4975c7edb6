// Words of a provider's own that can be suggested for a field.
import { useQuery } from '@tanstack/react-query'
import type { ProviderId } from '../models/row'
import type { nameFields } from '../models/vocabulary'
import { api } from './client'
import { keys } from './keys'

/** Read anew whenever the field is shown: every order adds to it. */
export const useNames = (id: ProviderId, field: (typeof nameFields)[number] | undefined) =>
  useQuery({
    queryKey: keys.names(id, field ?? ''),
    queryFn: ({ signal }) => api.readNames({ params: { id }, query: { field: field ?? 'voice' } }, { signal }),
    enabled: field !== undefined,
    staleTime: 0,
    select: ({ names }) => names,
  })
