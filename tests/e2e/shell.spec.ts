import { expect } from '@playwright/test'
import { type Running, startStudio } from '../studio'
import { axe, looks } from './axe'
import { test } from './page'

let studio: Running
test.beforeAll(async () => {
  studio = await startStudio()
})
test.afterAll(() => studio.stop())

for (const scheme of ['dark', 'light'] as const) {
  test(`the first visit follows a ${scheme} system before anything is painted`, async ({ browser }) => {
    const page = await browser.newPage({ colorScheme: scheme })
    await page.goto(`${studio.url}/settings`, { waitUntil: 'commit' })
    await page.waitForFunction(() => document.body !== null)
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe(scheme)
    await page.close()
  })
}

test('a chosen theme is kept and wins over the system', async ({ browser }) => {
  const page = await browser.newPage({ colorScheme: 'dark' })
  await page.goto(`${studio.url}/settings`)
  await page.getByRole('button', { name: 'Light', exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  await page.getByRole('button', { name: 'As the system' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.close()
})

test('the keyboard alone reaches every screen, and ? tells the keys', async ({ page }) => {
  await page.goto(`${studio.url}/settings`)
  await expect(page.getByText('Providers')).toBeVisible()
  // Both keys count when they come within a second, which a busy computer may miss.
  await expect(async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('g')
    await expect(page).toHaveURL(/\/gallery$/, { timeout: 2000 })
  }).toPass()
  await expect(page.getByRole('heading', { name: 'No takes yet' })).toBeVisible()
  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Keys' })
  await expect(help).toContainText('Walk the cards')
  await expect(help.locator(':focus')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(help).toBeHidden()
})

test('says so when the studio no longer answers, and when it does again', async ({ page }) => {
  await page.route('**/api/tasks/stream**', (route) => route.abort())
  await page.goto(`${studio.url}/gallery`)
  await expect(page.getByRole('banner')).toContainText('Reconnecting')
  await page.unroute('**/api/tasks/stream**')
  await expect(page.getByRole('banner')).not.toContainText('Reconnecting')
})

test('on the phone the way around is at the bottom, and nothing is smaller than a finger', async ({ browser }) => {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  await page.goto(`${studio.url}/settings`)
  await expect(page.getByRole('banner')).toBeHidden()
  const tabs = page.getByRole('navigation', { name: 'Screens' })
  await tabs.getByRole('link', { name: 'Gallery' }).click()
  await expect(page).toHaveURL(/\/gallery$/)
  await expect(page.getByRole('heading', { name: 'No takes yet' })).toBeVisible()
  const small = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main button, main input, nav a')].flatMap((element) => {
      if (element.closest('[aria-hidden="true"]')) return []
      const box = element.getBoundingClientRect()
      const room = getComputedStyle(element, '::after')
      const field = element.closest('span')?.getBoundingClientRect()
      const height = Math.max(
        box.height,
        Number.parseFloat(room.height) || 0,
        element.matches('input') ? (field?.height ?? 0) : 0,
      )
      return box.width > 0 && height < 44
        ? [`${element.textContent || element.getAttribute('aria-label')}: ${height}`]
        : []
    }),
  )
  expect(small).toEqual([])
  await page.close()
})

for (const [colorScheme, width, height] of looks)
  test(`axe finds nothing in an empty gallery and the keys, ${colorScheme} at ${width}`, async ({ browser }) => {
    const page = await browser.newPage({ colorScheme, viewport: { width, height } })
    await page.goto(`${studio.url}/gallery`)
    await expect(page.getByRole('heading', { name: 'No takes yet' })).toBeVisible()
    expect(await axe(page)).toEqual([])
    await page.keyboard.press('?')
    const help = page.getByRole('dialog', { name: 'Keys' })
    await expect(help).toBeVisible()
    expect(await axe(page)).toEqual([])
    await page.close()
  })
