import { expect } from '@playwright/test'
import { type Running, startStudio } from '../studio'
import { axe, looks } from './axe'
import { still } from './order'
import { test } from './page'

let studio: Running
test.beforeAll(async () => {
  studio = await startStudio()
})
test.afterAll(() => studio.stop())

test('tells which provider is not ready, why, and what would make it so', async ({ page }) => {
  await page.goto(`${studio.url}/settings`)
  const runware = page.getByRole('listitem').filter({ hasText: 'Runware' }).first()
  await expect(runware).toContainText('Not ready')
  await expect(runware).toContainText('RUNWARE_API_KEY')
  await expect(page.getByRole('listitem').filter({ hasText: 'This computer' }).first()).toContainText('Ready')
})

test('tells that a key is set and never shows it', async ({ page }) => {
  const secret = 'a-key-that-nobody-may-see'
  const other = await startStudio({ env: { RUNWARE_API_KEY: secret } })
  const answers: Promise<string>[] = []
  page.on('response', (response) => {
    if (response.url().includes('/api/')) answers.push(response.text().catch(() => ''))
  })
  await page.goto(`${other.url}/settings`)
  await expect(page.getByText('RUNWARE_API_KEY').first()).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'Runware' }).first()).toContainText('set')
  expect(await page.content()).not.toContain(secret)
  const [, settings] = await Promise.all([page.close(), fetch(`${other.url}/api/settings`).then((said) => said.text())])
  expect(settings).not.toContain(secret)
  await other.stop()
})

test('shows where the data lies and how much is kept', async ({ page }) => {
  await still(studio)
  await page.goto(`${studio.url}/settings`)
  await expect(page.getByText(studio.folder)).toBeVisible()
  await expect(page.getByText(/^1 picture, \d/)).toBeVisible()
})

test('says plainly that the studio does not answer, and offers to try again', async ({ page }) => {
  await page.route('**/api/settings', (route) => route.abort())
  await page.goto(`${studio.url}/settings`)
  const said = page.getByRole('alert').filter({ hasText: 'does not answer' })
  await expect(said).toBeVisible({ timeout: 30_000 })
  await page.unroute('**/api/settings')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText(studio.folder)).toBeVisible()
})

for (const [colorScheme, width, height] of looks)
  test(`axe finds nothing in Settings, ${colorScheme} at ${width}`, async ({ browser }) => {
    const page = await browser.newPage({ colorScheme, viewport: { width, height } })
    await page.goto(`${studio.url}/settings`)
    await expect(page.getByText(studio.folder)).toBeVisible()
    expect(await axe(page)).toEqual([])
    await page.close()
  })
