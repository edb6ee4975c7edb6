'use client'
// What is left under the caps, and whether this order would go over one: said before it is placed.
import Link from 'next/link'
import { useSpend } from '@/lib/api/money-queries'
import type { Quote } from '@/lib/models/price'
import { barredBy, roomsUnder } from '@/lib/tasks/room'
import { price } from '../ui/figure'

type Money = { left?: string; barred?: { why: string; short: string } }

/** Nothing for what is free, or while no cap stands. */
export function useMoney(asked: Quote): Money {
  const { data } = useSpend()
  if (!data || asked === 'free') return {}
  const { caps, ...spent } = data
  const barred = barredBy(caps, spent, asked === 'unknown' ? null : asked.amount)
  const [tightest] = roomsUnder(caps, spent).sort((a, b) => a.left - b.left)
  return {
    ...(tightest ? { left: `${price(Math.max(0, tightest.left))} left under ${tightest.word} cap` } : {}),
    ...(barred ? { barred } : {}),
  }
}

export function SpendLink() {
  return (
    <Link href="/spend" className="room rounded-picture text-12 font-medium text-accent-ink hover:underline">
      Open Spend
    </Link>
  )
}
