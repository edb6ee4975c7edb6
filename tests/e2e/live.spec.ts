import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { type Running, startStudio } from '../studio'

let studio: Running
test.beforeAll(async () => {
  studio = await startStudio()
})
test.afterAll(() => studio.stop())

const streams = new Map<Page, number>()

async function open(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  streams.set(page, 0)
  page.on('request', (request) => {
    if (request.url().includes('/api/tasks/stream')) streams.set(page, (streams.get(page) ?? 0) + 1)
  })
  await page.goto(`${studio.url}/gallery`)
  return page
}

async function add(prompt: string): Promise<string> {
  const response = await fetch(`${studio.url}/api/tasks`, {
    method: 'POST',
    body: JSON.stringify({
      provider: 'local',
      model: 'animatic',
      workflow: 'text-to-video',
      input: { prompt, duration: 3, width: 720, height: 720, fps: 24 },
    }),
  })
  expect(response.status).toBe(201)
  const { id } = await response.json()
  // The card and its place in the list are tried here, not the film.
  await fetch(`${studio.url}/api/tasks/${id}/cancel`, { method: 'POST' })
  return id
}

const card = (page: Page, prompt: string) => page.getByText(prompt).first()

test('however many tabs are open, one of them listens and all of them show what happens', async ({ browser }) => {
  test.setTimeout(180_000)
  const context = await browser.newContext()
  await add('A heron at dawn')
  const first = await open(context)
  await expect(card(first, 'A heron at dawn')).toBeVisible()
  const others = [await open(context), await open(context), await open(context)]
  for (const page of others) await expect(card(page, 'A heron at dawn')).toBeVisible()

  await add('An owl by night')
  for (const page of [first, ...others]) await expect(card(page, 'An owl by night')).toBeVisible()
  const listening = () => [...streams].filter(([, count]) => count > 0).length
  expect(listening()).toBe(1)

  const leader = [...streams].find(([, count]) => count > 0)?.[0]
  await leader?.close()
  const left = [first, ...others].filter((page) => page !== leader)
  await expect.poll(listening).toBe(2)
  await add('A crane in the reeds')
  for (const page of left) await expect(card(page, 'A crane in the reeds')).toBeVisible()
  await context.close()
})
