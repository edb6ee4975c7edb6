import { cx } from '@/components/ui/cx'
import { Meter } from '@/components/ui/meter'
import type { Pack } from '@/lib/api/provider'

const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
const figure = new Intl.NumberFormat('en', { maximumFractionDigits: 2 })

/** The provider's words for how a pack stands, in ours; one that is new to us is shown as it is. */
const stateWords: Readonly<Record<string, string>> = {
  online: 'In use',
  toBeOnline: 'Not in use yet',
  runOut: 'Used up',
  expired: 'Expired',
}

/** Those in use first, then by the day on which they end. */
const rank = ({ state }: Pack) => (state === 'online' ? 0 : state === 'toBeOnline' ? 1 : 2)
const sorted = (packs: readonly Pack[]) =>
  [...packs].sort((a, b) => rank(a) - rank(b) || (a.until ?? '').localeCompare(b.until ?? ''))

/** What was bought at a provider before, pack by pack. */
export function Packs({ packs, label }: { packs: readonly Pack[]; label: string }) {
  return (
    <ul aria-label={`Packs at ${label}`} className="flex flex-col divide-y divide-line border-y border-line">
      {sorted(packs).map((pack) => (
        <li key={pack.id} className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1 py-2">
          <p className="min-w-0">{pack.name}</p>
          <p className="text-12 tabular-nums">
            {figure.format(pack.left)} of {figure.format(pack.total)} units
          </p>
          <p className={cx('text-12', pack.state === 'online' ? 'text-done' : 'text-ink-2')}>
            {stateWords[pack.state] ?? pack.state}
            {pack.until && <span className="text-ink-2"> · until {date.format(new Date(pack.until))}</span>}
          </p>
          <Meter
            label={`${pack.name}, left`}
            words={`${figure.format(pack.left)} of ${figure.format(pack.total)} units left`}
            spent={pack.left}
            going={0}
            max={pack.total}
            className="w-[138px]"
          />
        </li>
      ))}
    </ul>
  )
}
