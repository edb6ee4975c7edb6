'use client'
// What could be rendered now: which blocks, for how much, and why not.
import { useMemo } from 'react'
import { providerWord } from '@/components/compose/fact'
import { useReasons } from '@/components/compose/reason'
import { useSpend } from '@/lib/api/money-queries'
import type { Row } from '@/lib/models/row'
import { isPictured } from '@/lib/storyboard/own-picture'
import { alone, type Block } from '@/lib/storyboard/plan'
import { barredBy } from '@/lib/tasks/room'
import { number } from '../desk/act'
import type { Draft } from '../desk/draft'
import type { ShotKind, ShotState } from '../shot/state'
import { sumOf } from './money'
import { type Planned, readiness } from './use-plan'
import type { Scope } from './use-render'

export type Offer = {
  key: 'missing' | 'stale' | 'selected' | 'alone' | 'all' | 'pictured' | 'before'
  label: string
  note: string
  scope: Scope
  /** Runs of shots that are ordered so, whatever the plan would choose. */
  runs?: string[][]
  blocks: readonly Block[]
  price: Block['price']
  /** Why it cannot be ordered now, short enough for a button; and where to go about it. */
  reason?: string | undefined
  towards?: 'check' | 'settings' | 'spend' | undefined
  /** The reason in a whole sentence, where there is more to say. */
  why?: string | undefined
  /** Blocks with an order on its way already: this would make other takes of them. */
  again: readonly Block[]
}

export function useOffers(
  draft: Draft,
  row: Row,
  planned: Planned,
  states: ReadonlyMap<string, ShotState>,
  selected: ReadonlySet<string>,
): readonly Offer[] {
  const { data: spend } = useSpend()
  const reasonOf = useReasons()
  const closed = reasonOf(row.provider)
  return useMemo(() => {
    const { blocks } = planned
    const numbers = new Map(draft.shots.map(({ id }, at) => [id, at + 1]))
    const having = (...kinds: ShotKind[]) =>
      blocks.filter(({ shotIds }) => shotIds.some((id) => kinds.includes(states.get(id)?.kind ?? 'missing')))
    const why = (own: readonly Block[], none: string, plan = planned): Pick<Offer, 'reason' | 'towards' | 'why'> => {
      if (draft.shots.length === 0) return { reason: 'No shots yet' }
      if (planned.waiting) return { reason: 'Looking up the files' }
      if (own.length === 0) return { reason: none }
      const ids = new Set(own.flatMap(({ shotIds }) => shotIds))
      const issue = plan.issues.find(({ shotId }) => shotId === undefined || ids.has(shotId))
      const hard = own.some((block) => readiness(block, plan) !== 'ready')
      if (issue && hard) {
        const at = numbers.get(issue.shotId ?? '')
        return {
          reason: `Shot ${at ?? ''} cannot be made yet`,
          why: at === undefined ? issue.message : `Shot ${number(at - 1)}: ${issue.message}`,
          towards: 'check',
        }
      }
      const orphan = own.find(
        ({ waitsFor, continues }) => waitsFor && !continues?.task && !own.some(({ name }) => name === waitsFor),
      )
      if (orphan)
        return {
          reason: `Block ${orphan.waitsFor} has no film yet`,
          why: `Block ${orphan.name} continues block ${orphan.waitsFor}, which has no film yet; order both, or cut between them.`,
          towards: 'check',
        }
      if (closed !== undefined)
        return {
          reason: row.provider === 'local' ? closed.replace(/\.$/, '') : `${providerWord(row.provider)} needs a key`,
          why: closed,
          towards: 'settings',
        }
      const total = sumOf(own)
      const barred = spend && total?.basis !== 'free' ? barredBy(spend.caps, spend, total?.amount ?? null) : undefined
      return barred ? { reason: barred.short, why: barred.why, towards: 'spend' } : {}
    }
    const names = (own: readonly Block[]) =>
      own.length === 0
        ? ''
        : own.length > 3
          ? `${own.length} blocks`
          : `block ${own.map(({ name }) => name).join(', ')}`
    const mine = blocks.filter(({ shotIds }) => shotIds.some((id) => selected.has(id)))
    const missing = having('missing', 'failed')
    const stuck = [...states.values()].some(({ stranded }) => stranded !== undefined)
    const coming = [...states.values()].some(({ kind, takeId }) => kind === 'going' && takeId === undefined)
    const noneMissing = stuck ? 'An order has no film to start from' : coming ? 'On its way' : 'Nothing is missing'
    const stale = having('stale')
    const unpictured = blocks.filter(({ shotIds }) => !isPictured(draft, shotIds))
    const isOut = (id: string) => {
      const { kind, stranded } = states.get(id) ?? {}
      return kind === 'going' && stranded === undefined
    }
    const ids = (own: readonly Block[]) => own.flatMap(({ shotIds }) => shotIds)
    const offer = (
      key: Offer['key'],
      label: string,
      own: readonly Block[],
      scope: Scope,
      none: string,
      note = names(own),
      plan = planned,
    ): Offer => ({
      ...{ key, label, note, scope, blocks: own, price: sumOf(own) },
      again: own.filter(({ shotIds }) => shotIds.some(isOut)),
      ...why(own, none, plan),
    })
    const [only] = selected.size === 1 ? [...selected] : []
    const shares = only !== undefined && (planned.of.get(only)?.shotIds.length ?? 0) > 1
    const single = shares ? alone(draft, only, row, planned.around, planned) : undefined
    const byItself = (own: Block, issues: typeof planned.issues): Offer => ({
      ...offer(
        'alone',
        'Render only this shot',
        [own],
        own.shotIds,
        '',
        `shot ${numbers.get(own.shotIds[0] ?? '')} by itself`,
        { ...planned, issues },
      ),
      runs: [own.shotIds],
      ...(issues[0] ? { why: issues[0].message } : {}),
    })
    // The block whose film the order of the selected shot would have started from.
    const { startsFrom } = (only !== undefined && states.get(only)) || {}
    const source = startsFrom === undefined ? undefined : planned.of.get(startsFrom)
    const before = source ? [source] : []
    return [
      offer('missing', 'Render missing', missing, ids(missing), noneMissing),
      offer('stale', 'Render what is out of date', stale, ids(stale), 'Nothing is out of date'),
      offer('selected', 'Render the selected', mine, ids(mine), 'No shot is selected'),
      ...(single ? [byItself(single.block, single.issues)] : []),
      ...(source ? [offer('before', `Render block ${source.name} again`, before, ids(before), '', names(before))] : []),
      offer('all', 'Render everything', unpictured, 'all', 'Own pictures stand for all of it'),
      ...(unpictured.length < blocks.length
        ? [offer('pictured', 'Render everything, own pictures too', blocks, ids(blocks), '')]
        : []),
    ]
  }, [draft, row, planned, states, selected, spend, closed])
}

/** The useful one: what is missing, else what is out of date. */
export const nextOffer = (offers: readonly Offer[]) =>
  offers.find(({ blocks, key }) => blocks.length > 0 && (key === 'missing' || key === 'stale')) ?? offers[0]
