'use client'
import { Columns2 } from 'lucide-react'
import Link from 'next/link'
import type { Row } from '@/lib/models/row'
import { Button } from '../ui/button'
import { cx } from '../ui/cx'
import { keyOf } from './filter'

export const composeWith = (row: Row) => `/?model=${encodeURIComponent(keyOf(row))}`

type Props = { row: Row; picked: boolean; onPick: () => void }

export function RowActions({ row, picked, onPick }: Props) {
  return (
    <div className="flex flex-wrap gap-1.5">
      <Button
        size="card"
        nativeButton={false}
        render={<Link href={composeWith(row)} aria-label={`Compose with ${row.name}`} />}
      >
        Compose with this
      </Button>
      <Button
        size="card"
        kind="quiet"
        aria-pressed={picked}
        aria-label={`Compare ${row.name}`}
        icon={<Columns2 aria-hidden className="size-3.5" />}
        onClick={onPick}
        className={cx(picked && 'bg-ink! text-ground!')}
      >
        {picked ? 'Picked' : 'Compare'}
      </Button>
    </div>
  )
}
