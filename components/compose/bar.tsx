'use client'
// The sum behind the price, and the next action. Not possible: the button says why and leads to what is wrong.
import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useMemo } from 'react'
import { mediaOf } from '@/lib/models/input'
import { quote } from '@/lib/models/price'
import type { Row } from '@/lib/models/row'
import { idOf } from '../form/control'
import { useDesk, useFromInput } from '../form/draft'
import { useBook } from '../form/finding'
import type { Finding } from '../form/mend'
import { Button } from '../ui/button'
import { ErrorLine } from '../ui/field'
import { price } from '../ui/figure'
import { isPressed } from '../ui/keys'
import { providerWord } from './fact'
import { SpendLink, useMoney } from './money'
import type { Ordering } from './order'
import { useReasons } from './reason'

type Props = { now: Ordering; usual: string | undefined; onPlace: () => void }

export function Bar({ now, usual, onPlace }: Props) {
  const { row } = useDesk()
  const { judged, all, setTried, files } = useBook()
  const reasonOf = useReasons()
  const router = useRouter()
  const asked = useFromInput((input) => quote(row, input, files.known))
  const waiting = useFromInput((input) =>
    mediaOf(input).some(({ medium }) => 'asset' in medium && files.state(medium.asset) === 'waiting'),
  )
  const closed = reasonOf(row.provider)
  const money = useMoney(asked)
  const [first] = all
  const reason =
    now.state === 'sending'
      ? 'Placing the order'
      : now.state === 'unanswered'
        ? 'No answer yet; ask again'
        : first
          ? short(first)
          : waiting || !judged
            ? waiting
              ? 'Looking up the files'
              : 'Reading the form'
            : closed === undefined
              ? money.barred?.short
              : `${providerWord(row.provider)} needs a key`
  const press = () => {
    // While it is sent, a press orders nothing, but it is told: a key held until the answer is still the same press.
    if (now.state === 'sending' || now.state === 'unanswered') return onPlace()
    if (first) {
      setTried(true)
      return leadTo(all)
    }
    if (closed !== undefined) return router.push('/settings')
    if (money.barred) return router.push('/spend')
    if (!waiting && judged) onPlace()
  }
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (!isPressed('Mod+Enter', event) || event.defaultPrevented) return
    if (event.target instanceof HTMLElement && event.target.closest('[role="dialog"]')) return
    event.preventDefault()
    if (!event.repeat) press()
  })
  useEffect(() => {
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [])
  const keys = useMemo(() => (isMac() ? '⌘↵' : 'Ctrl ↵'), [])
  const words = asked === 'free' ? 'Render, free' : asked === 'unknown' ? 'Render, price not known' : 'Render'
  return (
    <div className="shrink-0 border-t border-line bg-panel px-5 max-md:fixed max-md:inset-x-0 max-md:bottom-[calc(56px+env(safe-area-inset-bottom))] max-md:z-20 max-md:px-4">
      {now.state === 'refused' && (
        <div role="alert" className="flex flex-col items-start gap-1 pt-3">
          <ErrorLine>{now.why}</ErrorLine>
          {now.code === 'over-cap' && <SpendLink />}
        </div>
      )}
      <div className="flex min-h-[66px] items-center justify-between gap-4 py-1.5 max-md:min-h-[68px]">
        <div className="flex min-w-0 flex-col">
          <span className="truncate text-13 font-semibold tabular-nums">{sumWords(row, asked)}</span>
          <span className="truncate text-12 text-ink-3">
            {[money.left ?? whence(row), usual].filter(Boolean).join(' · ')}
          </span>
        </div>
        <Button
          kind="next"
          reason={reason}
          onClick={press}
          aria-keyshortcuts="Control+Enter Meta+Enter"
          className="max-w-[70%] min-w-0"
          {...(reason === undefined && typeof asked === 'object' ? { price: price(asked.amount) } : {})}
          {...(reason === undefined ? { keys } : {})}
        >
          {words}
        </Button>
      </div>
    </div>
  )
}

const isMac = () => typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.userAgent)

function sumWords(row: Row, asked: ReturnType<typeof quote>): string {
  if (asked === 'free') return 'Free'
  if (asked === 'unknown') return row.price === 'unknown' ? 'Price not known' : 'Price not known yet'
  if (typeof row.price === 'string' || !row.price.unit) return asked.basis
  // "5 s × 0.6 units = 3 units × $0.14": the sums first, for a narrow bar shows only the beginning.
  const [sum, way] = asked.basis.split(' = ').reverse()
  return [price(asked.amount), sum, way].filter(Boolean).join(' · ')
}

function whence({ price: known, provider }: Row): string {
  if (known === 'free') return 'made on this computer'
  if (known === 'unknown') return `${providerWord(provider)} names no price for it`
  return `${providerWord(provider)}’s price as of ${known.source.date}`
}

/** As the button says it: the sentence without its full stop, and with the field where the sentence alone would not tell. */
function short({ path, message, unset }: Finding): string {
  const [, at] = /^shots\.(\d+)\./.exec(path) ?? []
  if (at !== undefined && unset) return `Shot ${Number(at) + 1} has no words yet`
  const words = message.replace(/\.$/, '')
  return at === undefined ? words : `Shot ${Number(at) + 1}: ${words.charAt(0).toLowerCase()}${words.slice(1)}`
}

/** Puts the focus on the first field that is wrong, in the order in which they stand on the screen. */
function leadTo(all: readonly Finding[]) {
  // Fields that only now show what is wrong with them, or open to show it, are drawn before the focus goes there.
  requestAnimationFrame(() => {
    const found = all.flatMap(({ path }) => nearest(path) ?? [])
    found.sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))
    const [first] = found
    first?.focus()
    first?.scrollIntoView({ block: 'nearest' })
  })
}

function nearest(path: string): HTMLElement | undefined {
  const parts = path.split('.')
  for (let count = parts.length; count > 0; count--) {
    const found = document.getElementById(idOf(parts.slice(0, count).join('.')))
    if (found) return found
  }
}
