'use client'
// Before paying: every block with whether it can be ordered, why not, and the way out; the sum, and what is left.
import { Check, CircleQuestionMark, OctagonAlert } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { Dialog } from '@/components/ui/dialog'
import { TextButton } from '@/components/ui/field'
import { price, seconds } from '@/components/ui/figure'
import { Segments } from '@/components/ui/segments'
import { useSpend } from '@/lib/api/money-queries'
import type { Finding } from '@/lib/storyboard/finding'
import type { Block } from '@/lib/storyboard/plan'
import { roomsUnder } from '@/lib/tasks/room'
import { type Act, number } from '../desk/act'
import type { Draft } from '../desk/draft'
import { blockPrice, blocksPrice, sumOf } from '../plan/money'
import type { Offer } from '../plan/scope'
import { type Planned, type Readiness, readiness } from '../plan/use-plan'
import type { SeamProps } from '../seam/view'
import { SeamWarning } from '../seam/warning'
import { fixOf } from './before-paying'
import { BlockWords } from './check-words'
import type { Cautions } from './use-caution'

const shown: Record<Readiness, { icon: typeof Check; words: string; tone: string }> = {
  ready: { icon: Check, words: 'Ready', tone: 'text-done' },
  word: { icon: CircleQuestionMark, words: 'Needs a word', tone: 'text-stale' },
  blocked: { icon: OctagonAlert, words: 'Blocked', tone: 'text-failed' },
}

type Props = {
  open: boolean
  onClose: () => void
  draft: Draft
  planned: Planned
  cautions: Cautions
  /** The one that is shown first, unless another was asked for, and all. */
  offer: Offer
  asked?: Offer['key'] | undefined
  offers: readonly Offer[]
  act: Act
  onRender: (offer: Offer) => void
  view: SeamProps['view']
}

export function CheckAll({
  open,
  onClose,
  draft,
  planned,
  cautions,
  offer: useful,
  asked,
  offers,
  act,
  onRender,
  view,
}: Props) {
  const [scope, setScope] = useState(asked)
  const offer = offers.find(({ key }) => key === scope) ?? useful
  const { data: spend } = useSpend()
  const total = sumOf(offer.blocks)
  const rooms = spend ? roomsUnder(spend.caps, spend) : []
  return (
    <Dialog
      open={open}
      onClose={onClose}
      wide
      title="Before rendering"
      description={headline(planned)}
      actions={
        <Button
          kind="next"
          size="normal"
          reason={offer.reason}
          {...(total && total.basis !== 'free' ? { price: price(total.amount) } : {})}
          onClick={() => {
            if (offer.reason !== undefined) return
            onRender(offer)
            setScope(undefined)
            onClose()
          }}
        >
          {offer.label}
          {total?.basis === 'free' ? ', free' : ''}
        </Button>
      }
    >
      <Segments
        label="What to render"
        size="tool"
        className="mt-3"
        value={offer.key}
        onChange={setScope}
        choices={offers
          .filter(({ key }) => key === offer.key || (key !== 'before' && key !== 'pictured'))
          .map(({ key, blocks }) => ({ value: key, label: `${scopeWords[key]} ${blocks.length}` }))}
      />
      <BlockLines
        {...{ planned, draft, cautions, act, view, offer }}
        onScope={setScope}
        onShow={(id) => {
          onClose()
          act.select(id, true)
        }}
      />
      {planned.blocks.length === 0 && <p className="mt-3 text-ink-2">There are no shots yet.</p>}
      <div className="mt-3 flex flex-col gap-1 border-t border-line pt-3 tabular-nums">
        <p className="flex flex-wrap justify-between gap-x-4">
          <span>
            {offer.label}: <b className="font-medium">{offer.blocks.length ? blocksPrice(offer.blocks) : 'nothing'}</b>
          </span>
          <span className="text-ink-2">
            {rooms.length === 0 ? 'No cap is set.' : rooms.map((room) => roomWords(room, total?.amount)).join(', ')}
          </span>
        </p>
        {offer.why && offer.towards !== 'check' && (
          <p className="flex flex-wrap gap-x-3 text-12 text-stale">
            {offer.why}
            <Link
              href={offer.towards === 'settings' ? '/settings' : '/spend'}
              className="room rounded-picture font-medium text-accent-ink hover:underline"
            >
              {offer.towards === 'settings' ? 'Open Settings' : 'Open Spend'}
            </Link>
          </p>
        )}
      </div>
    </Dialog>
  )
}

const scopeWords: Record<Offer['key'], string> = {
  missing: 'Missing',
  stale: 'Out of date',
  selected: 'Selected',
  alone: 'This shot alone',
  before: 'The one before',
  all: 'All',
  pictured: 'Own pictures too',
}

function headline({ blocks, left }: Planned): string {
  const count = `${blocks.length} ${blocks.length === 1 ? 'block' : 'blocks'}`
  const open = left === 0 ? 'all ready' : `${left} not ready and not counted`
  return `${count}, ${open}. Orders are placed all together or not at all.`
}

/** What is left under a cap now, and after these orders. */
function roomWords({ word, left }: ReturnType<typeof roomsUnder>[number], amount = 0): string {
  const now = `${price(Math.max(0, left))} left under ${word} cap`
  return amount > 0 && amount <= left ? `${now}, ${price(left - amount)} after this` : now
}

/** Ordered together, a block continues the new film of the one before, unless another take was chosen to stand. */
function waitingFor(block: Block, before: Block | undefined, offer: Offer, { wishes }: Draft): string | undefined {
  const { continues, waitsFor } = block
  if (!continues || !before) return
  const stands = continues.task !== undefined && wishes?.chosen?.[continues.shotId] === continues.task
  if (offer.blocks.includes(block) && offer.blocks.includes(before) && !stands)
    return `waits for the new film of ${before.name}`
  return waitsFor && `waits for ${waitsFor}`
}

type LineProps = {
  block: Block
  planned: Planned
  draft: Draft
  cautions: Cautions
  act: Act
  view: SeamProps['view']
  offer: Offer
  onScope: (scope: Offer['key']) => void
  waits: string | undefined
  onShow: (id: string) => void
}

function BlockLines(props: Omit<LineProps, 'block' | 'waits'>) {
  const { draft, offer, planned } = props
  return (
    <ul aria-label="Blocks" className="mt-2 flex flex-col">
      {planned.blocks.map((block, index) => (
        <BlockLine
          key={block.shotIds[0]}
          {...props}
          block={block}
          waits={waitingFor(block, planned.blocks[index - 1], offer, draft)}
        />
      ))}
    </ul>
  )
}

function BlockLine({ block, planned, draft, cautions, act, view, offer, onScope, waits, onShow }: LineProps) {
  const wanted = offer.blocks.includes(block)
  const { icon: Icon, words, tone } = shown[readiness(block, planned)]
  const at = (id: string) => draft.shots.findIndex((shot) => shot.id === id)
  const first = number(at(block.shotIds[0] ?? ''))
  const last = number(at(block.shotIds.at(-1) ?? ''))
  const own = planned.issues.filter(({ shotId }) => shotId && block.shotIds.includes(shotId))
  return (
    <li className="flex flex-col gap-1 border-t border-line py-2 first:border-t-0">
      <div className="flex items-baseline gap-3">
        <span className={cx('flex w-28 shrink-0 items-center gap-1.5 text-12 font-medium max-md:w-24', tone)}>
          <Icon aria-hidden className="size-3.5" />
          {words}
        </span>
        <span className="min-w-0 flex-1">
          <b className="font-medium">Block {block.name}</b>{' '}
          <span className="text-ink-2 tabular-nums">
            {first === last ? first : `${first}–${last}`} · {seconds(block.seconds)}
            {waits ? ` · ${waits}` : ''}
            {wanted ? '' : ' · not in this order'}
          </span>
        </span>
        <span className="shrink-0 text-ink-2 tabular-nums">{blockPrice(block)}</span>
      </div>
      {own.map((issue) => (
        <Way key={`${issue.shotId} ${issue.message}`} issue={issue} at={at} act={act} onShow={onShow} />
      ))}
      <BlockWords {...{ block, draft, view, offer, onScope, onShow }} />
      <SeamWarning block={block} board={draft} view={view} />
      {block.shotIds.flatMap((id) =>
        (cautions.get(id) ?? []).map((caution) => {
          const shot = draft.shots.find((one) => one.id === id)
          const fix = shot && fixOf(caution, shot, draft, act)
          return (
            <p
              key={`${id} ${caution.code} ${caution.name ?? ''}`}
              className="flex flex-wrap gap-x-3 pl-31 text-12 text-ink-3 max-md:pl-0"
            >
              <span>
                {number(at(id))}: {caution.message}
              </span>
              {fix && <TextButton onClick={fix.run}>{fix.label}</TextButton>}
              <TextButton onClick={() => onShow(id)}>Show it</TextButton>
            </p>
          )
        }),
      )}
    </li>
  )
}

type WayProps = { issue: Finding; at: (id: string) => number; act: Act; onShow: (id: string) => void }

function Way({ issue: { shotId = '', message, choices = [], seams = [] }, at, act, onShow }: WayProps) {
  return (
    <p className="flex flex-wrap gap-x-3 pl-31 text-12 text-ink-2 max-md:pl-0">
      <span>
        {number(at(shotId))}: {message}
      </span>
      {choices.map(({ label, seconds: length }) => (
        <TextButton key={label} onClick={() => act.lengths({ [shotId]: length })}>
          {label}
        </TextButton>
      ))}
      {seams.map(({ label, shotId: seamed, seam }) => (
        <TextButton key={label} onClick={() => act.meet(seamed, seam)}>
          {label}
        </TextButton>
      ))}
      <TextButton onClick={() => onShow(shotId)}>Show it</TextButton>
    </p>
  )
}
