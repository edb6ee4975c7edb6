import { expect, type Page, test } from '@playwright/test'
import { catalog } from '../../lib/models/catalog'
import { type Running, startStudio } from '../studio'
import { axe, looks } from './axe'
import { compose, draft, words, writeShots } from './form'

let studio: Running
test.beforeAll(async () => {
  studio = await startStudio()
})
test.afterAll(() => studio.stop())

const table = (page: Page) => page.getByRole('table', { name: 'What every model can do' })
const models = (page: Page) => table(page).getByRole('row', { name: /Compose with/ })

test('every model of the catalogue has its row, with the reason where its provider is not ready', async ({ page }) => {
  await page.goto(`${studio.url}/models`)
  await expect(models(page)).toHaveCount(catalog.length)
  await expect(table(page).getByRole('rowheader', { name: /Runware · Kling VIDEO 3.0/ })).toContainText(
    'RUNWARE_API_KEY',
  )
  const pro = models(page).filter({ hasText: 'Kling VIDEO 3.0 Pro' })
  for (const fact of ['3–15 s', 'up to 6', '$0.168 / s with sound', 'Runware, KlingAI provider page, 2026'])
    await expect(pro).toContainText(fact)
  await expect(models(page).filter({ hasText: 'KlingAI 2.0 Master' })).toContainText('price not known')
})

test('search, way and capabilities narrow together, and the address brings the same again', async ({ page }) => {
  await page.goto(`${studio.url}/models`)
  await page.getByRole('button', { name: /^Shots/ }).click()
  await page.getByRole('button', { name: /^Elements/ }).click()
  await page.getByRole('searchbox', { name: 'Find a model' }).fill('standard')
  const left = catalog.filter(
    ({ name, tier, workflows }) =>
      /standard/i.test(`${name} ${tier}`) &&
      workflows.some(({ fields }) => fields.shots) &&
      workflows.some(({ fields }) => fields.elements),
  )
  await expect(models(page)).toHaveCount(left.length)
  await expect(page).toHaveURL(/can=shots,elements/)
  await expect(page).toHaveURL(/q=standard/)
  await page.reload()
  await expect(models(page)).toHaveCount(left.length)
  await page.getByRole('combobox', { name: 'Way' }).click()
  await page.getByRole('option', { name: 'Lip sync' }).click()
  await expect(page.getByText('No model can do all of that.')).toBeVisible()
  await page.getByRole('button', { name: 'Show all' }).click()
  await expect(models(page)).toHaveCount(catalog.length)
})

test('two are picked and stand side by side, differences marked and alone on demand, by keyboard', async ({ page }) => {
  await page.goto(`${studio.url}/models`)
  await page.getByRole('button', { name: 'Compare Kling VIDEO 3.0 Pro' }).focus()
  await page.keyboard.press('Enter')
  const bar = page.getByRole('group', { name: 'Picked models' })
  await expect(bar.getByRole('button', { name: 'Pick one more' })).toBeVisible()
  await page.getByRole('button', { name: 'Compare KlingAI 1.6 Standard' }).focus()
  await page.keyboard.press('Space')
  await bar.getByRole('button', { name: 'Compare' }).focus()
  await page.keyboard.press('Enter')
  const pair = page.getByRole('table', { name: 'Kling VIDEO 3.0 Pro and KlingAI 1.6 Standard' })
  const shots = pair.getByRole('row', { name: /^Shots ?differs/ })
  await expect(shots.getByRole('rowheader')).toHaveText('Shotsdiffers')
  await expect(shots).toContainText('up to 6')
  await expect(shots).toContainText('none')
  const all = await pair.getByRole('row').count()
  await page.getByRole('switch', { name: 'Only what differs' }).click()
  await expect(pair.locator('[data-differs="false"]')).toHaveCount(0)
  expect(await pair.getByRole('row').count()).toBeLessThan(all)
  // The address follows what is seen a moment later.
  await expect(page).toHaveURL(/only=true/)
  await page.reload()
  await expect(pair.locator('[data-differs="false"]')).toHaveCount(0)
  await expect(shots).toBeVisible()
  await page.getByRole('button', { name: 'All models' }).click()
  await expect(models(page)).toHaveCount(catalog.length)
})

test('Compose opens with the model, keeps what fits, tells what does not, and undo brings it back', async ({
  page,
}) => {
  await compose(page, studio)
  await writeShots(page, 'A lighthouse in fog', 'Its lamp turns')
  const before = await draft(page)
  await page.goto(`${studio.url}/models?q=1.6+standard`)
  await page.getByRole('link', { name: 'Compose with this: KlingAI 1.6 Standard' }).click()
  await expect(page.getByRole('combobox', { name: 'Model: KlingAI 1.6 Standard' })).toBeVisible()
  await expect(page).toHaveURL(`${studio.url}/`)
  const told = page.getByRole('status').filter({ hasText: 'set aside' })
  await expect(told).toContainText('shots')
  await told.getByRole('button', { name: 'Undo' }).click()
  await expect(words(page, 1)).toHaveValue('A lighthouse in fog')
  const after = await draft(page)
  expect([after.model, after.input]).toEqual([before.model, before.input])
  await page.goto(`${studio.url}/?model=nobody/nothing`)
  await expect(page.getByText('The catalogue has no nobody/nothing.').first()).toBeVisible()
})

for (const [colorScheme, width, height] of looks)
  test(`axe finds nothing in Models and in two side by side, ${colorScheme} at ${width}`, async ({ browser }) => {
    const page = await browser.newPage({ colorScheme, viewport: { width, height } })
    await page.goto(`${studio.url}/models?pick=runware/klingai:kling-video@3-pro`)
    await expect(page.getByRole('button', { name: 'Compare KlingAI 1.6 Standard' })).toBeAttached()
    expect(await axe(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    await page.goto(`${studio.url}/models?pick=runware/klingai:kling-video@3-pro,runware/klingai:3@1&compare=true`)
    await expect(page.getByRole('row', { name: /^Shots/ })).toBeVisible()
    expect(await axe(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    await page.close()
  })
