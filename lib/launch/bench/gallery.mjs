// The gallery with 5,000 tasks in Chromium: until ready, elements, longest task, heap.
import { PGlite } from '@electric-sql/pglite'
import { chromium } from '@playwright/test'
import { browser } from '../browser.mjs'
import { open, round, scratch, sleep, wipe } from './studio.mjs'

/** The same measures of the best open peer's gallery at 5,000 items, taken once with the same method. */
const peer = { readyMs: 3200, elements: 120_544, longTasksMs: 1559, heapMb: 81 }

async function seed(folder, count) {
  const first = await open(folder)
  await first.close()
  const store = await PGlite.create(`${folder}/db`)
  await store.exec(`
    insert into tasks (id, rev, kind, provider, model, workflow, input, status, outputs, created_at, updated_at)
    select gen_random_uuid(), nextval('rev'), 'order', 'local', 'animatic', 'text-to-video',
      jsonb_build_object('prompt', 'Film number ' || n), (array['done','done','done','failed','cancelled'])[1 + n % 5], '[]'::jsonb,
      now() - n * interval '1 minute', now() - n * interval '1 minute'
    from generate_series(${count}, 1, -1) n`)
  await store.close()
}

export async function gallery() {
  const folder = await scratch()
  await seed(folder, 5000)
  const studio = await open(folder)
  const executablePath = await browser()
  const args = [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-background-networking',
    '--enable-precise-memory-info',
  ]
  const chrome = await chromium.launch({ executablePath, args })
  const page = await chrome.newPage({ viewport: { width: 1440, height: 900 } })
  await page.addInitScript(() => {
    globalThis.longest = []
    new PerformanceObserver((list) =>
      globalThis.longest.push(...list.getEntries().map((entry) => entry.duration)),
    ).observe({ type: 'longtask', buffered: true })
  })
  await page.goto(studio.url)
  await sleep(500)
  const began = performance.now()
  await page.goto(`${studio.url}/gallery`)
  await page.getByText('Film number 1', { exact: true }).first().waitFor()
  const readyMs = performance.now() - began
  for (let turn = 0; turn < 30; turn++) {
    await page.mouse.move(700, 500)
    await page.mouse.wheel(0, 1500)
    await sleep(60)
  }
  const seen = await page.evaluate(() => ({
    elements: document.querySelectorAll('*').length,
    longest: Math.max(0, ...globalThis.longest),
    total: globalThis.longest.reduce((sum, one) => sum + one, 0),
  }))
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('HeapProfiler.collectGarbage')
  const heapMb = (await page.evaluate(() => performance.memory.usedJSHeapSize)) / 1e6
  await chrome.close()
  await studio.close()
  await wipe(folder)
  return {
    readyMs: round(readyMs, 0),
    elements: seen.elements,
    longestTaskMs: round(seen.longest, 0),
    longTasksMs: round(seen.total, 0),
    heapMb: round(heapMb, 1),
    ratio: {
      ready: round(readyMs / peer.readyMs),
      elements: round(seen.elements / peer.elements, 4),
      longTasks: round(seen.total / peer.longTasksMs),
      heap: round(heapMb / peer.heapMb),
    },
    aim: { readyMs: 1000, elements: 3000, longestTaskMs: 100, heapMb: 60 },
    peer,
  }
}
