'use client'
// What every screen offers in the palette: places, boards, models, the queue.
import { Box, Clapperboard, ListOrdered } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useMemo } from 'react'
import { useCatalog } from '@/components/compose/catalog'
import { providerWord } from '@/components/compose/fact'
import { composeWith } from '@/components/models/row-actions'
import { openQueue } from '@/components/queue/open'
import { places } from '@/components/shell/place'
import { useBoards } from '@/components/storyboard/list/query'
import type { PaletteEntry } from './source'

export function usePlaces(): PaletteEntry[] {
  const router = useRouter()
  const { data: boards } = useBoards()
  const catalog = useCatalog()
  return useMemo(
    () => [
      ...places.map(
        ({ href, label, icon: Icon, key }): PaletteEntry => ({
          key: href,
          group: 'Go to',
          label,
          icon: <Icon aria-hidden />,
          ...(key ? { keys: `G+${key.toUpperCase()}` } : {}),
          run: () => router.push(href),
        }),
      ),
      {
        key: 'queue',
        group: 'Go to',
        label: 'Queue of orders',
        words: 'waiting pause reorder cancel',
        icon: <ListOrdered aria-hidden />,
        run: openQueue,
      },
      ...(boards ?? []).map(
        ({ id, title }): PaletteEntry => ({
          key: id,
          group: 'Boards',
          label: title,
          icon: <Clapperboard aria-hidden />,
          run: () => router.push(`/storyboards/${id}`),
        }),
      ),
      ...catalog.map(
        (row): PaletteEntry => ({
          key: `${row.provider} ${row.model}`,
          group: 'Models',
          label: `${row.name} in Compose`,
          words: `${row.model} ${providerWord(row.provider)}`,
          icon: <Box aria-hidden />,
          run: () => router.push(composeWith(row)),
        }),
      ),
    ],
    [router, boards, catalog],
  )
}
