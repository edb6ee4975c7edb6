// One suite for whoever runs models for us: the promises of the contract, kept by each of them.
import { existsSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { readEnv } from '../../../lib/env.server'
import type { Order, Progress, Ticket } from '../../../lib/providers/provider'
import { type Bench, type Entrant, ended, type Fate, failure } from './bench'
import { klingEntrant } from './kling'
import { localEntrant } from './local'
import { openaiEntrant } from './openai'
import { runwareEntrant } from './runware'

/** A provider is added by its line here. */
const entrants: readonly Entrant[] = [localEntrant, runwareEntrant, klingEntrant, openaiEntrant]

const overTheWire = <T>(value: T): T => JSON.parse(JSON.stringify(value))

for (const { name, sends, names, open } of entrants)
  test.describe(name, () => {
    let bench: Bench
    test.beforeEach(async () => {
      bench = await open()
    })
    test.afterEach(() => bench.close())

    const start = (order: Order = bench.order()) => bench.provider.start(order, bench.io)
    const look = async (ticket: Ticket): Promise<Progress> => {
      const [one] = await bench.provider.check([ticket], bench.io)
      if (!one) throw new Error('no answer')
      return one
    }
    const meet = (fate: Fate) => bench.meet(fate)
    const spilled = (text: unknown) => bench.secrets.filter((secret) => JSON.stringify(text ?? '').includes(secret))

    test('a ticket is plain JSON, and an order of the past is followed to its film', async () => {
      const order = bench.order()
      const ticket = overTheWire(await start(order))
      await bench.finish()
      const [end] = await ended(bench, [ticket])
      expect([end?.state, end?.error]).toEqual(['done', undefined])
      expect(end?.results?.length).toBeGreaterThan(0)
      for (const result of end?.results ?? []) {
        if ('path' in result) expect(existsSync(result.path)).toBe(true)
        else {
          const file = await fetch(result.url, { headers: bench.provider.access?.(result.url) ?? {} })
          expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(1_000)
        }
      }
      const keys = (one: Progress | undefined) => one?.results?.map(({ key }) => key)
      expect(new Set(keys(end)).size).toBe(end?.results?.length)
      expect(keys(await look(ticket))).toEqual(keys(end))
      await bench.provider.release?.(order.name)
    })

    if (sends)
      test('many tickets are answered in their order, whichever of them have ended', async () => {
        const tickets: Ticket[] = []
        for (let at = 0; at < 6; at += 1) tickets.push(await start())
        for (const at of [1, 4]) await bench.finish(at)
        const states = (await bench.provider.check(tickets, bench.io)).map(({ state }) => state)
        expect(states).toEqual(['running', 'done', 'running', 'running', 'done', 'running'])
        const turned = (await bench.provider.check([...tickets].reverse(), bench.io)).map(({ state }) => state)
        expect(turned).toEqual([...states].reverse())
      })

    if (sends)
      test('a lost answer after the order was taken: bought once, whatever is done then', async () => {
        meet('lost-after')
        const order = bench.order()
        expect((await failure(start(order))).outcome).toBe('lost')
        const found = await bench.provider.recall?.(order, bench.io)
        expect(bench.bought()).toBe(1)
        if (!names) return expect(found).toBe('unknown')
        await bench.finish()
        expect((await ended(bench, [found as Ticket]))[0]?.state).toBe('done')
        expect(bench.bought()).toBe(1)
      })

    if (sends)
      test('a lost answer before the order was taken: never two, and sent again only as it was', async () => {
        meet('lost-before')
        const order = bench.order()
        expect((await failure(start(order))).outcome).toBe('lost')
        const found = await bench.provider.recall?.(order, bench.io)
        if (!names) expect(found).toBe('unknown')
        expect(bench.bought()).toBe(names && typeof found === 'object' ? 1 : 0)
        const bodies = bench.sent().map(({ body }) => body)
        expect(bodies).toEqual(bodies.map(() => bodies[0]))
      })

    if (names)
      test('an order that runs is found again by its name', async () => {
        const order = bench.order()
        const ticket = await start(order)
        const again = await bench.provider.recall?.(order, bench.io)
        expect(typeof again).toBe('object')
        await bench.finish()
        const [one, other] = await ended(bench, [ticket, again as Ticket])
        expect([one?.state, other?.state]).toEqual(['done', 'done'])
        if (sends) expect(bench.bought()).toBe(1)
      })

    for (const fate of sends ? (['refused', 'later', 'paused'] as const) : [])
      test(`“${fate}” says so, in words, with nothing bought`, async () => {
        meet(fate)
        const order = bench.order()
        const told = await failure(start(order))
        expect(told.outcome).toBe(fate)
        expect(told.message).toMatch(/\w{3}.*\S/)
        expect(told.code).toBeTruthy()
        expect(bench.bought()).toBe(0)
        expect(spilled([told.message, told.stack, told.issues])).toEqual([])
        if (fate === 'refused') return
        expect(await bench.provider.start({ ...order, again: true }, bench.io)).toBeTruthy()
        expect(bench.bought()).toBe(1)
      })

    if (sends)
      test('an order that fails there fails here, with the reason, and its neighbour goes on', async () => {
        meet('failed')
        const tickets = [await start(), await start()]
        await bench.finish()
        const [bad, fine] = await ended(bench, tickets)
        expect([bad?.state, fine?.state]).toEqual(['failed', 'done'])
        expect(bad?.error).toMatchObject({ code: expect.any(String), message: expect.stringContaining('It broke') })
      })

    if (sends)
      test('a wrong key is told without any key in it, and buys nothing', async () => {
        const { provider, io, order } = await bench.intruder()
        const told = await failure(provider.start(order, io))
        expect(['paused', 'refused']).toContain(told.outcome)
        const asked: unknown = await provider.balance?.(io).catch((error: Error) => [error.message, error.stack])
        expect(JSON.stringify([told.message, told.stack, asked])).not.toContain('a-wrong-key-that-nobody-may-see')
        expect(bench.bought()).toBe(0)
      })

    if (sends)
      test('what a person stopped goes out no more, neither at first nor after a lost answer', async () => {
        const stopped = { ...bench.order(), wanted: async () => false }
        expect((await failure(start(stopped))).outcome).toBe('refused')
        expect(await bench.provider.recall?.(stopped, bench.io)).not.toBeInstanceOf(Object)
        expect(bench.sent()).toEqual([])
      })

    if (sends)
      test('the preview is what is sent, with no key in it', async () => {
        const order = bench.order()
        const shown = bench.provider.preview?.(order)
        await start(order)
        expect(overTheWire(shown)).toEqual(overTheWire(bench.sent()))
        expect(spilled(shown)).toEqual([])
      })

    if (sends)
      test('what is sent can be read back: the same model, the same way of working, the same words', async () => {
        const { read, preview } = bench.provider
        const order = bench.order()
        const [call] = preview?.(order) ?? []
        const back = read?.(call?.body, `${call?.method} ${call?.path}`)
        expect([back?.model, back?.workflow]).toEqual([order.row.model, order.workflow.id])
        expect(back?.input).toMatchObject(order.input)
      })

    test('cancelling keeps its word: it ends there, or the order runs on and brings its film', async () => {
      const { cancel } = bench.provider
      const ticket = await start()
      if (cancel) {
        await cancel(ticket, bench.io)
        return expect((await ended(bench, [ticket]))[0]?.state).not.toBe('done')
      }
      await bench.finish()
      expect((await ended(bench, [ticket]))[0]?.state).toBe('done')
    })

    test('it says what it lacks when it has no keys, and that it is ready when it has them', async () => {
      expect(bench.provider.ready(bench.io.env)).toBe(true)
      expect(bench.provider.limit(bench.io.env)).toBeGreaterThan(0)
      if (!sends) return
      expect(bench.provider.ready(readEnv({}))).toMatch(/[A-Z]+_[A-Z_]+/)
    })

    test('its rhythm never stands still, and is no faster when it calls by itself', () => {
      const { rhythm } = bench.provider
      for (const elapsed of [0, 30_000, 600_000, 7_200_000])
        for (const usualMs of [undefined, 20_000, 240_000]) {
          const pace = usualMs === undefined ? {} : { usualMs }
          const next = rhythm(elapsed, pace)
          expect(next).toBeGreaterThanOrEqual(200)
          expect(next).toBeLessThanOrEqual(60_000)
          expect(rhythm(elapsed, { ...pace, called: true })).toBeGreaterThanOrEqual(Math.min(next, 5_000))
        }
    })
  })
