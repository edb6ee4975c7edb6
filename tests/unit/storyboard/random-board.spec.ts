// Ten thousand boards that nobody would write. Each is held whole against two rows, by its number, so that every row meets
// as many; and of every eighth the beginning, of up to two shots, against every row there is.
import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import type { Asset } from '../../../lib/media/asset'
import { catalog } from '../../../lib/models/catalog'
import type { Row } from '../../../lib/models/row'
import { inputSchema } from '../../../lib/models/schema'
import { workflowOf } from '../../../lib/models/standing'
import { type Around, plan } from '../../../lib/storyboard/plan'
import { isToCome, meet, seamOf, type Tail } from '../../../lib/storyboard/seam'
import { type Board, type BoardShot, boardSeconds, seams, type Wishes } from '../../../lib/storyboard/storyboard'

const boards = 10_000
const rowsEach = 2
const beginnings = { each: 8, shots: 2 }
/** Parts that run one after the other, so that a failure is told soon. */
const parts = 5

const rows = catalog.filter(({ kind, workflows }) => kind === 'video' && workflows.some(({ fields }) => fields.prompt))

const picture = fc.constantFrom({ url: 'https://example.com/a.png' }, { url: 'https://example.com/b.png' })
/** Mostly absent, so that many a board can be ordered. */
const wished = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value })
const shot = fc.record(
  {
    prompt: fc.oneof(
      { weight: 8, arbitrary: fc.string({ minLength: 1, maxLength: 40 }) },
      { weight: 1, arbitrary: fc.nat(600).map((length) => 'x'.repeat(length + 1)) },
    ),
    duration: fc.oneof(
      { weight: 3, arbitrary: fc.integer({ min: 3, max: 10 }) },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 16 }) },
    ),
    scene: fc.constantFrom('a', 'b', 'c'),
    firstFrame: wished(picture),
    lastFrame: wished(picture),
    picture: wished(picture),
    referenceImages: wished(fc.array(picture, { maxLength: 3 })),
    referenceVideos: wished(fc.constant([{ url: 'https://example.com/a.mp4' }])),
    seam: fc.constantFrom(undefined, undefined, undefined, ...seams),
    shared: fc.option(picture, { nil: undefined, freq: 4 }),
    break: wished(fc.constantFrom('join' as const, 'split' as const)),
    /** What the film before gives: nothing, one that is coming, one that is there, its frame. */
    tail: fc.constantFrom(undefined, 'coming', 'made', 'drawn'),
  },
  { requiredKeys: ['prompt', 'duration', 'seam', 'shared', 'break', 'tail'] },
)

type Drawn = { board: Board; around: Around }
const drawn: fc.Arbitrary<Drawn> = fc
  .record({
    look: wished(fc.string({ maxLength: 60 })),
    shotMode: wished(fc.constantFrom('mine' as const, 'model' as const)),
    shots: fc.array(shot, { maxLength: 12, size: 'max' }),
    locked: fc.nat(24),
  })
  .map(({ look, shotMode, shots, locked }): Drawn => {
    const ids = shots.map((_, at) => `s${at}`)
    const own = shots.map(
      ({ seam: _, shared: __, break: ___, tail: ____, ...one }, at) =>
        ({
          ...Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined)),
          id: `s${at}`,
        }) as BoardShot,
    )
    const by = <T>(of: (at: number) => T | undefined): Record<string, T> =>
      Object.fromEntries(
        ids.flatMap((id, at) => {
          const value = of(at)
          return value === undefined ? [] : [[id, value] as const]
        }),
      )
    const lock = ids.slice(locked).slice(0, 2)
    const wishes: Wishes = {
      seams: by((at) => shots[at]?.seam),
      keyframes: by((at) => shots[at]?.shared),
      breaks: by((at) => shots[at]?.break),
      ...(lock.length ? { locks: [lock] } : {}),
    }
    const tails = new Map(
      ids.flatMap((id, at): [string, Tail][] => {
        const kind = shots[at]?.tail
        const size = { width: 1920, height: 1080 }
        if (!kind) return []
        const tail = { task: `t${at}`, takes: [], made: kind !== 'coming', ...size }
        return [[id, kind === 'drawn' ? { ...tail, frame: 'frame' } : tail]]
      }),
    )
    return {
      board: { shots: own, wishes, ...(look ? { look } : {}), ...(shotMode ? { settings: { shotMode } } : {}) },
      around: { cast: () => undefined, file: (id: string) => (id === 'frame' ? frame : undefined), tails },
    }
  })
const frame: Asset = {
  id: 'frame',
  kind: 'image',
  mime: 'image/png',
  bytes: 9,
  name: 'frame.png',
  width: 1920,
  height: 1080,
  sha256: '',
  url: '',
  createdAt: '',
}

/** Said by hand: an assertion library would take longer than the plans. */
function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(what)
}

function judge({ board, around }: Drawn, row: Row): void {
  const made = plan(board, row, around)
  const { blocks, issues, total, left } = made
  const ids = board.shots.map(({ id }) => id)
  must(blocks.flatMap(({ shotIds }) => shotIds).join() === ids.join(), 'every shot once, in order')
  const troubled = new Set(issues.map(({ shotId }) => shotId))
  const met = meet(board, around).board
  let at = 0
  for (const [place, block] of blocks.entries()) {
    const own = board.shots.slice(at, at + block.shotIds.length)
    must(block.seconds === boardSeconds(own), 'authored seconds')
    must(block.seam === seamOf(board, at), 'the seam that was wished')
    for (let inner = at + 1; inner < at + own.length; inner++)
      must(seamOf(board, inner) === 'cut', 'a seam begins a block')
    const ready = !own.some(({ id }) => troubled.has(id))
    must(block.ready === ready, 'ready, or an issue')
    const { input, waitsFor, continues, seam } = block
    must((continues !== undefined) === (seam === 'continue'), 'what continues says so')
    must(!isToCome(input.firstFrame), 'a frame to come is never shown as a picture')
    if (waitsFor) must(waitsFor === blocks[place - 1]?.name, 'it waits for the block before it')
    if (ready) {
      const first = met.shots[at]?.firstFrame
      const whole = isToCome(first) ? { ...input, firstFrame: { url: 'https://example.com/to-come.png' } } : input
      const workflow = workflowOf(row, block.workflow)
      must(workflow !== undefined && inputSchema(row, workflow).safeParse(whole).success, 'lawful by its own row')
      if (seam === 'keyframe') {
        const shared = JSON.stringify(board.wishes?.keyframes?.[own[0]?.id ?? ''])
        must(JSON.stringify(input.firstFrame) === shared, 'the shared picture begins it')
        const before = blocks[place - 1]
        if (before?.ready) must(JSON.stringify(before.input.lastFrame) === shared, 'and ends the block before')
      }
    }
    at += own.length
  }
  const ready = blocks.filter((block) => block.ready)
  must(left === blocks.length - ready.length, 'how many are left')
  const prices = ready.map(({ price }) => price?.amount)
  const sum = prices.reduce<number>((all, one) => all + (one ?? 0), 0)
  must(
    prices.includes(undefined) ? total === null : Math.abs((total?.amount ?? -1) - sum) < 1e-6,
    'the price is the sum',
  )
  for (const lock of board.wishes?.locks ?? [])
    must(
      blocks.some(({ shotIds }) => shotIds.join() === lock.join()),
      'locks are kept',
    )
}

function beginning({ shots, wishes, ...board }: Board): Board {
  const first = shots.slice(0, beginnings.shots)
  const locks = (wishes?.locks ?? []).filter((lock) => lock.every((id) => first.some((shot) => shot.id === id)))
  return { ...board, shots: first, wishes: { ...wishes, locks } }
}

test.setTimeout(300_000)

for (let part = 0; part < parts; part++)
  test(`random boards ${part + 1} of ${parts}: each shot once, lawful, at authored seconds, its seams as wished`, () => {
    let count = part * (boards / parts)
    const seen = new Set<Row>()
    let met = 0
    fc.assert(
      fc.property(drawn, (one) => {
        for (let step = 0; step < rowsEach; step++) {
          const row = rows[(count * rowsEach + step) % rows.length]
          if (!row) throw new Error('no rows')
          seen.add(row)
          judge(one, row)
        }
        if (count % beginnings.each === 0) {
          const begun = { ...one, board: beginning(one.board) }
          for (const row of rows) judge(begun, row)
          met += rows.length
        }
        met += rowsEach
        // The same board, written anew, gives the same plan.
        const row = rows[count % rows.length]
        if (row && count % 4 === 0)
          must(
            JSON.stringify(plan(one.board, row, one.around)) ===
              JSON.stringify(plan(structuredClone(one.board), row, { ...one.around })),
            'the same board, the same plan',
          )
        count++
      }),
      { numRuns: boards / parts, seed: 20_261_120 + part, endOnFailure: true },
    )
    expect(seen.size, 'every row was asked').toBe(rows.length)
    expect(met).toBe((boards / parts) * (rowsEach + rows.length / beginnings.each))
  })
