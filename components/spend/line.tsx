import { cx } from '@/components/ui/cx'
import type { Api } from '@/lib/api/client'
import type { LedgerBy } from '@/lib/api/money-queries'
import { dollars, sumWords, unknownWords } from './words'

export type LedgerLine = Awaited<ReturnType<Api['readLedger']>>['lines'][number]

const first: Record<LedgerBy, string> = { day: 'Day', model: 'Model', storyboard: 'Storyboard' }
const cell = 'px-4 py-2.5 text-right align-top tabular-nums max-md:px-3'

export function LineHead({ by }: { by: LedgerBy }) {
  const head = `${cell} text-12 font-medium text-ink-2`
  return (
    <thead>
      <tr className="border-b border-line">
        <th scope="col" className={cx(head, 'text-left!')}>
          {first[by]}
        </th>
        <th scope="col" className={cx(head, 'max-md:hidden')}>
          Orders
        </th>
        <th scope="col" className={head}>
          Estimated
        </th>
        <th scope="col" className={head}>
          Billed
        </th>
        <th scope="col" className={cx(head, 'max-md:hidden')}>
          Not billed yet
        </th>
      </tr>
    </thead>
  )
}

const orderWords = (count: number) => `${count} ${count === 1 ? 'order' : 'orders'}`

/** On the phone, what has no column of its own stands under the name. */
export function Line({ name, line, total = false }: { name: string; line: LedgerLine; total?: boolean }) {
  const { orders, estimated, inFlight, unknown } = line
  // Where no order of the line has a known price, a sum would say nothing and look like nothing was spent.
  const none = unknown >= orders
  return (
    <tr className={cx('border-line', total ? 'border-t font-medium' : 'border-b last:border-b-0')}>
      <th scope="row" className={cx(cell, 'text-left! font-normal', total && 'font-medium')}>
        {name}
        <span className="block text-12 font-normal text-ink-2">
          <span className="md:hidden">
            {orderWords(orders)}
            {inFlight > 0 && ` · ${dollars(inFlight)} not billed yet`}
            {unknown > 0 && ' · '}
          </span>
          {unknownWords(unknown)}
        </span>
      </th>
      <td className={cx(cell, 'max-md:hidden')}>{orders}</td>
      <td className={cell}>{none ? <NotKnown /> : dollars(estimated)}</td>
      <td className={cell}>{none ? <NotKnown /> : sumWords(line)}</td>
      <td className={cx(cell, 'max-md:hidden')}>{inFlight > 0 ? dollars(inFlight) : ''}</td>
    </tr>
  )
}

const NotKnown = () => <span className="whitespace-nowrap text-ink-3">not known</span>
