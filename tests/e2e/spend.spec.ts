// Money on the screens, against a Runware on loopback.
import { expect } from '@playwright/test'
import { ask, paid } from '../api/ask'
import { type Fake, startFake } from '../fakes/runware/server'
import { type Running, startStudio } from '../studio'
import { axe, looks } from './axe'
import { compose, next, usable } from './form'
import { test } from './page'

let fake: Fake
let studio: Running
test.beforeAll(async () => {
  fake = await startFake({ runMs: 'held', balance: 12.5 })
  studio = await startStudio({ env: { RUNWARE_API_KEY: fake.key, RUNWARE_BASE_URL: fake.url } })
})
test.afterAll(async () => {
  await studio.stop()
  await fake.stop()
})
test.afterEach(async () => {
  fake.service.faults.clear()
  await ask(studio, 'PUT', '/api/spend/caps', { day: null, month: null, unpriced: false })
})

const caps = (day: number | null, more: { month?: number; unpriced?: boolean } = {}) =>
  ask(studio, 'PUT', '/api/spend/caps', { day, month: null, unpriced: false, ...more })

test('without any paid provider there is no spend in the header, and the empty ledger says so', async ({ page }) => {
  const free = await startStudio()
  await page.goto(`${free.url}/spend`)
  await expect(page.getByText('No paid order in the last 30 days.')).toBeVisible()
  await expect(page.getByRole('link', { name: /^Spend:/ })).toBeHidden()
  await page.goto(`${free.url}/settings`)
  await page.getByRole('link', { name: 'Open Spend' }).click()
  await expect(page.getByRole('heading', { name: 'Spend', exact: true })).toBeVisible()
  await free.stop()
})

test('an order in flight shows in the header and in the ledger without a reload, and its bill after it', async ({
  page,
}) => {
  await caps(25)
  await page.goto(`${studio.url}/spend`)
  const header = page.getByRole('link', { name: /^Spend:/ })
  await expect(header).toContainText('$0.00 of $25.00 today')
  const { status, body } = await ask(studio, 'POST', '/api/tasks', paid('A lighthouse'))
  expect([status, body.estimate.amount]).toEqual([201, 0.56])
  await expect(header).toHaveAccessibleName('Spend: $0.00 of $25.00 today, $0.56 in flight, $24.44 left')
  await expect(page.getByRole('meter', { name: 'Today, of the cap' })).toHaveAttribute(
    'aria-valuetext',
    '$0.00 of $25.00 today, $0.56 in flight, $24.44 left',
  )
  const line = page.getByRole('table', { name: 'Ledger, by day' }).getByRole('row').nth(1)
  await expect(line.getByRole('cell')).toHaveText(['1', '$0.56', '$0.00', '$0.56'])
  await expect.poll(() => fake.service.orders.size).toBe(1)
  await fake.service.finish()
  await expect(header).toContainText('$0.42 of $25.00 today', { timeout: 30_000 })
  await expect(line.getByRole('cell')).toHaveText(['1', '$0.56', '$0.42', ''])
  await page.getByRole('button', { name: 'By model' }).click()
  await expect(page.getByRole('row', { name: /Kling VIDEO 3.0 Pro/ })).toContainText('$0.42')
  await page.getByRole('button', { name: 'By storyboard' }).click()
  await expect(page.getByRole('row', { name: /Without a storyboard/ })).toContainText('$0.42')
  await expect(page).toHaveURL(/by=storyboard/)
})

test('caps are set, raised and lifted; what is no amount is refused beside its field', async ({ page }) => {
  await page.goto(`${studio.url}/spend`)
  const day = page.getByRole('textbox', { name: /^A day/ })
  const save = page.getByRole('button', { name: 'Save the caps' })
  await expect(page.getByRole('button', { name: 'Nothing to save' })).toBeVisible()
  await day.fill('a lot')
  await save.click()
  await expect(page.getByText('An amount in USD is needed.')).toBeVisible()
  await expect(day).toBeFocused()
  await day.fill('25')
  await save.click()
  await expect(page.getByRole('button', { name: 'Nothing to save' })).toBeVisible()
  await expect(page.getByRole('link', { name: /^Spend:/ })).toContainText('of $25.00 today')
  await day.fill('1,250.50')
  await page.getByRole('switch', { name: /price is not known/ }).click()
  await page.keyboard.press('Tab')
  await save.click()
  await expect(day).toHaveValue('1250.50')
  expect((await ask(studio, 'GET', '/api/spend')).body.caps).toEqual({ day: 1250.5, month: null, unpriced: true })
  await page.getByRole('button', { name: 'Lift the day’s cap' }).click()
  await save.click()
  await expect(page.getByRole('button', { name: 'Nothing to save' })).toBeVisible()
  expect((await ask(studio, 'GET', '/api/spend')).body.caps.day).toBeNull()
})

test('a refusal of the studio itself stands beside its field too', async ({ page }) => {
  await page.route('**/api/spend/caps', (route) =>
    route.fulfill({
      status: 422,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        type: 'about:blank#invalid',
        title: 'Some of it does not fit',
        status: 422,
        code: 'invalid',
        detail: 'Some of the request does not fit.',
        issues: [{ path: 'month', message: 'This month’s cap cannot be changed today.' }],
      }),
    }),
  )
  await page.goto(`${studio.url}/spend`)
  await page.getByRole('textbox', { name: /^A month/ }).fill('100')
  await page.getByRole('button', { name: 'Save the caps' }).click()
  await expect(page.getByText('This month’s cap cannot be changed today.')).toBeVisible()
  await expect(page.getByRole('textbox', { name: /^A month/ })).toHaveAttribute('aria-invalid', 'true')
})

test('Compose tells what is left, names what goes over before anything is pressed, and leads to the caps', async ({
  page,
}) => {
  await compose(page, studio, '?model=runware/klingai:kling-video@3-pro')
  const form = page.getByRole('region', { name: 'Form' })
  await form.getByRole('textbox', { name: 'Words' }).fill('A lighthouse at dawn')
  await expect(next(page)).toContainText('$0.56')
  await caps(50)
  await page.reload()
  await expect(form).toContainText('left under today’s cap')
  await expect(next(page)).toContainText('$0.56')
  await caps(0.5)
  await page.reload()
  const over = form.getByRole('button', { name: /^Over today’s cap by \$/ })
  await usable(page)
  await expect(over).toBeVisible()
  const bought = fake.bought()
  // It cannot render, and keeps the focus: pressing it leads to what would make it possible.
  await over.click({ force: true })
  await expect(page).toHaveURL(/\/spend$/)
  expect(fake.bought()).toBe(bought)
})

test('a cap that another tab lowered meanwhile: the studio’s refusal is shown with the way to it', async ({ page }) => {
  await caps(50)
  // The page reads it anew now and then; here it goes on believing what it read first.
  const { body } = await ask(studio, 'GET', '/api/spend')
  await page.route('**/api/spend', (route) => route.fulfill({ json: body }))
  await compose(page, studio, '?model=runware/klingai:kling-video@3-pro')
  const form = page.getByRole('region', { name: 'Form' })
  await form.getByRole('textbox', { name: 'Words' }).fill('A lighthouse at dusk')
  await expect(next(page)).toContainText('$0.56')
  await caps(0.1)
  await next(page).click()
  await expect(form.getByRole('alert')).toContainText('It would go over today’s cap of $0.10')
  await form.getByRole('alert').getByRole('link', { name: 'Open Spend' }).click()
  await expect(page).toHaveURL(/\/spend$/)
})

test('a provider without credit is paused, says so in the header and in Settings, and goes on when resumed', async ({
  page,
}) => {
  // The worst moment: after the header has asked how things stand, and before the page hears of changes.
  const told = page.waitForResponse('**/api/health')
  let answer = () => {}
  const held = new Promise<void>((done) => {
    answer = done
  })
  await page.route('**/api/tasks?*', async (route) => {
    await held
    await route.continue()
  })
  await page.goto(`${studio.url}/gallery`)
  await told
  fake.fault({ does: 'refuse', code: 'insufficientCredits', message: 'Your balance is too low.' })
  const { body } = await ask(studio, 'POST', '/api/tasks', paid('A ship without coal'))
  const runwareNow = async () =>
    (await ask(studio, 'GET', '/api/health')).body.providers.find(({ id }: { id: string }) => id === 'runware')
  await expect.poll(async () => (await runwareNow()).paused).toContain('Your balance is too low.')
  answer()
  const notice = page.getByRole('button', { name: 'Runware paused' })
  await expect(notice).toBeVisible()
  await notice.click()
  await expect(page.getByRole('dialog', { name: 'Runware is paused' })).toContainText('Your balance is too low.')
  await page.getByRole('link', { name: 'Open Settings' }).click()
  const runware = page.getByRole('listitem').filter({ hasText: 'RUNWARE_API_KEY' }).first()
  await expect(runware).toContainText('Paused')
  await runware.getByRole('button', { name: 'Resume Runware' }).click()
  await expect(runware).toContainText('Ready')
  await expect(notice).toBeHidden()
  await expect.poll(() => fake.service.arrivals.get(body.id)).toBeGreaterThan(0)
  await expect.poll(() => fake.service.orders.has(body.id)).toBe(true)
  await fake.service.finish()
})

test('what is left at the provider is asked only when somebody wants to know, and fails in plain words', async ({
  page,
}) => {
  await page.goto(`${studio.url}/settings`)
  const runware = page.getByRole('listitem').filter({ hasText: 'RUNWARE_API_KEY' }).first()
  await expect(runware.getByRole('button', { name: 'What is left' })).toBeVisible()
  const asked = () =>
    fake.exchanges.filter(({ tasks }) => tasks.some(({ taskType }) => taskType === 'accountManagement'))
  expect(asked()).toHaveLength(0)
  await runware.getByRole('button', { name: 'What is left' }).click()
  await expect(runware).toContainText('$12.50 left at Runware')
  fake.fault({ does: 'garble', as: 'html', on: 'accountManagement' })
  await runware.getByRole('button', { name: 'Ask again' }).click()
  await expect(runware).toContainText('Runware does not say what is left just now.')
  expect((await ask(studio, 'GET', '/api/providers/local/balance')).status).toBe(404)
  expect((await ask(studio, 'POST', '/api/providers/nobody/resume')).status).toBe(404)
})

for (const [colorScheme, width, height] of looks)
  test(`axe finds nothing in Spend, ${colorScheme} at ${width}`, async ({ browser }) => {
    await ask(studio, 'POST', '/api/tasks', paid(`A lighthouse, ${colorScheme} at ${width}`))
    await caps(0.25, { month: 100 })
    const page = await browser.newPage({ colorScheme, viewport: { width, height } })
    await page.goto(`${studio.url}/spend`)
    await expect(page.getByRole('table', { name: 'Ledger, by day' })).toBeVisible()
    expect(await axe(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    await page.close()
  })
