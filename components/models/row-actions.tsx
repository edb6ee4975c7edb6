'use client'
import { Columns2 } from 'lucide-react'
import type { Row } from '@/lib/models/row'
import { Button, LinkButton } from '../ui/button'
import { cx } from '../ui/cx'
import { keyOf } from './filter'

export const composeWith = (row: Row) => `/?model=${encodeURIComponent(keyOf(row))}`

type Props = { row: Row; picked: boolean; onPick: () => void; size?: 'card' | 'normal' }

export function RowActions({ row, picked, onPick, size = 'card' }: Props) {
  return (
    <div className="flex flex-wrap gap-1.5">
      <LinkButton size={size} href={composeWith(row)} label={`Compose with this: ${row.name}`}>
        Compose with this
      </LinkButton>
      <Button
        size={size}
        kind="quiet"
        aria-pressed={picked}
        aria-label={`Compare ${row.name}`}
        icon={<Columns2 aria-hidden className="size-3.5" />}
        onClick={onPick}
        className={cx(picked && 'bg-ink! text-ground!')}
      >
        Compare
      </Button>
    </div>
  )
}
