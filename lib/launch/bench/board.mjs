// A board of 200 shots: from keystroke to paint in Chromium, beside a bare textarea; and the plan, beside copying the board as JSON.
import { chromium } from '@playwright/test'
import { tsImport } from 'tsx/esm/api'
import { browser } from '../browser.mjs'
import { at, open, post, round, scratch, sleep, wipe } from './studio.mjs'

const count = 200
const words = 'A lamp turns over slate water and somebody counts the seconds until it comes back. '

const boardOf = () => ({
  title: 'Two hundred shots',
  look: '35 mm, muted slate and brass, soft grain.',
  settings: { provider: 'local', model: 'animatic' },
  shots: Array.from({ length: count }, (_, index) => ({
    id: `shot-${index}`,
    prompt: `${index + 1}. ${words}`,
    duration: 2 + (index % 4),
    scene: `Scene ${Math.floor(index / 9) + 1}`,
    framing: ['long', 'wide', 'medium', 'close', 'detail'][index % 5],
  })),
})

/** Milliseconds from each keystroke until the frame that shows it was drawn. */
async function typed(page, field, letters) {
  await field.click()
  await page.evaluate(() => {
    globalThis.painted = []
    addEventListener('keydown', ({ timeStamp }) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        // A message that is sent before the frame is heard after it.
        port1.onmessage = () => globalThis.painted.push(performance.now() - timeStamp)
        port2.postMessage(0)
      }),
    )
  })
  for (const letter of letters) {
    await page.keyboard.press(letter)
    await sleep(60)
  }
  await sleep(300)
  const all = await page.evaluate(() => globalThis.painted)
  return { p50: at(all, 0.5), p95: at(all, 0.95) }
}

async function keystrokes() {
  const folder = await scratch()
  const studio = await open(folder)
  const { id } = await post(`${studio.url}/api/storyboards`, boardOf())
  const executablePath = await browser()
  const args = [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-background-networking',
  ]
  const chrome = await chromium.launch({ executablePath, args })
  const page = await chrome.newPage({ viewport: { width: 1440, height: 900 } })
  const letters = [...'the lamp goes out and the sea is suddenly near again'].map((one) =>
    one === ' ' ? 'Space' : one,
  )
  await page.setContent('<textarea rows="5" cols="60"></textarea>')
  const bare = await typed(page, page.locator('textarea'), letters)
  await page.goto(`${studio.url}/storyboards/${id}`)
  const field = page.getByRole('textbox', { name: 'Words of shot 1', exact: true })
  await field.waitFor()
  await sleep(1500)
  const board = await typed(page, field, letters)
  await chrome.close()
  await studio.close()
  await wipe(folder)
  return { board, bare }
}

/** Milliseconds, the middle one of many; a plan from nothing, and one after an edit of a shot. */
async function plans() {
  const load = (file) => tsImport(file, import.meta.url)
  const { plan } = await load('../../storyboard/plan.ts')
  const { setShot } = await load('../../storyboard/edits.ts')
  const { rowOf } = await load('../../models/catalog/index.ts')
  const around = { cast: () => undefined, file: () => undefined }
  const row = rowOf('runware', 'klingai:kling-video@3-pro')
  const measure = (times, run) => {
    const all = Array.from({ length: times }, (_, index) => {
      const began = performance.now()
      run(index)
      return performance.now() - began
    })
    return at(all.slice(Math.floor(times / 5)), 0.5)
  }
  const fresh = measure(60, () => plan(boardOf(), row, around))
  let board = boardOf()
  plan(board, row, around)
  const edited = measure(120, (index) => {
    board = setShot(board, `shot-${(index * 7) % count}`, { prompt: `${words}${index}` })
    plan(board, row, around)
  })
  const copy = measure(120, () => JSON.parse(JSON.stringify(board)))
  return { fresh, edited, copy }
}

export async function board() {
  const { board: shown, bare } = await keystrokes()
  const { fresh, edited, copy } = await plans()
  return {
    shots: count,
    keystrokeToPaintMs: { p50: round(shown.p50, 1), p95: round(shown.p95, 1) },
    planMs: { fresh: round(fresh, 2), afterAnEdit: round(edited, 2) },
    ratio: {
      keystrokeToBareTextarea: round(shown.p95 / bare.p95),
      planToJsonCopy: round(edited / copy),
      freshPlanToJsonCopy: round(fresh / copy),
    },
    aim: { keystrokeToPaintMs: { p95: 50 }, planMs: { afterAnEdit: 5 } },
    bare: { p50: round(bare.p50, 1), p95: round(bare.p95, 1) },
  }
}
