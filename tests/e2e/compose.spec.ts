import { expect, type Page } from '@playwright/test'
import type { Task } from '../../lib/tasks/task'
import { type Fake, startFake } from '../fakes/runware/server'
import { picture } from '../media'
import { type Running, startStudio } from '../studio'
import { axe, looks } from './axe'
import { compose, draft, emptySlot, next, pickModel, still, words, writeShots } from './form'
import { ended, still as keep, order } from './order'
import { test } from './page'

let studio: Running
let fake: Fake
test.beforeAll(async () => {
  fake = await startFake({ runMs: 500 })
  studio = await startStudio({ env: { RUNWARE_API_KEY: fake.key, RUNWARE_BASE_URL: fake.url, RUNWARE_DRY_RUN: 'on' } })
})
test.afterAll(async () => {
  await studio.stop()
  await fake.stop()
})

const way = (page: Page, name: string) =>
  page.getByRole('group', { name: 'What it starts from' }).getByRole('button', { name })
const tasks = async (): Promise<Task[]> => (await (await fetch(`${studio.url}/api/tasks`)).json()).items

test('a three-shot film with a picture of one’s own is made by mouse, plays, and can be downloaded', async ({
  page,
}) => {
  test.setTimeout(180_000)
  // Listened for from the start, so that a quick click is not missed.
  const chooser = page.waitForEvent('filechooser')
  await compose(page, studio)
  await expect(page.getByRole('button', { name: 'Render the sample, free' })).toBeVisible()
  await way(page, 'From a picture').click()
  await emptySlot(page, 'First frame').click()
  await (await chooser).setFiles(still('lighthouse'))
  await expect(page.getByText('lighthouse.jpg · 1600×900')).toBeVisible()
  await writeShots(page, 'A lighthouse at dawn.', 'Waves on the rock.', 'The lamp goes out.')
  await expect(page.getByText('15 of 15')).toBeVisible()
  const seconds = page.getByRole('button', { name: /^Seconds of shot 3/ })
  await seconds.click()
  await page.getByRole('group', { name: 'Lawful seconds' }).getByRole('button', { name: '3', exact: true }).click()
  await expect(page.getByText('13 of 15')).toBeVisible()
  await next(page).click()
  await expect(page.getByLabel('Film', { exact: true })).toBeVisible({ timeout: 150_000 })
  await expect(page.getByRole('button', { name: 'Download' }).first()).toBeVisible()
  await expect(page.getByText('The form says the same.')).toBeVisible()
  const [made] = await tasks()
  expect(made?.outputs[0]).toMatchObject({ duration: 13, width: 1280, height: 720 })
  expect(made?.input.shots?.map(({ duration }) => duration)).toEqual([5, 5, 3])
})

test('switching the model keeps what fits, lists what changed, and undo brings the old draft back exactly', async ({
  page,
}) => {
  await compose(page, studio)
  await writeShots(page, 'One.', 'Two.')
  const before = await draft(page)
  await page.getByRole('combobox', { name: /^Model/ }).click()
  await page.getByPlaceholder('Find a model').fill('2.6 Pro')
  await expect(page.getByRole('option').first()).toContainText('Drops the 2 shots')
  await page.keyboard.press('Enter')
  const line = page.getByRole('status').filter({ hasText: 'set aside' })
  await expect(line).toContainText('the 2 shots')
  await expect(words(page, 1)).toHaveCount(0)
  await line.getByRole('button', { name: 'Undo' }).click()
  await expect(words(page, 2)).toHaveValue('Two.')
  expect(await draft(page)).toEqual(before)
})

test('nothing that was written is lost by a reload', async ({ page }) => {
  await compose(page, studio)
  await pickModel(page, '3.0 Pro')
  await writeShots(page, 'Before the reload.')
  const before = await draft(page)
  await page.reload()
  await expect(words(page, 1)).toHaveValue('Before the reload.')
  expect(await draft(page)).toEqual(before)
})

test('what the browser finds wrong stands at its field, and one click mends it', async ({ page }) => {
  await compose(page, studio)
  await writeShots(page, 'One.', `${'Long sentence here. '.repeat(27)}`)
  const second = page.getByRole('listitem').filter({ has: words(page, 2) })
  await expect(second).toContainText('28 too many')
  await expect(page.getByRole('button', { name: /^Shot 2: 28 characters too many/ })).toBeVisible()
  // Greyed, but it can be pressed: it leads to what is wrong.
  await page.getByRole('button', { name: /^Shot 2: 28/ }).click({ force: true })
  await expect(words(page, 2)).toBeFocused()
  await expect(words(page, 2)).toHaveAttribute('aria-invalid', 'true')
  expect((await words(page, 2).inputValue()).length).toBe(540)
  await second.getByRole('button', { name: 'Split in two' }).click()
  await expect(words(page, 3)).not.toHaveValue('')
  await expect(next(page)).not.toHaveAttribute('aria-disabled', 'true')
})

test('what only the server finds wrong stands at the same field', async ({ page }) => {
  await compose(page, studio)
  await writeShots(page, 'One.', 'Two.')
  await page.route('**/api/tasks', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    const order = route.request().postDataJSON()
    order.input.shots[1].prompt = 'x'.repeat(513)
    await route.continue({ postData: JSON.stringify(order) })
  })
  await next(page).click()
  await expect(page.getByRole('listitem').filter({ has: words(page, 2) })).toContainText('1 character too many')
  await expect(words(page, 2)).toHaveAttribute('aria-invalid', 'true')
  await words(page, 2).fill('Two, mended.')
  await expect(words(page, 2)).not.toHaveAttribute('aria-invalid', 'true')
})

test('a lost answer is asked for again under the same id, and one press is one order', async ({ page }) => {
  await compose(page, studio)
  await page.getByRole('textbox', { name: 'Words', exact: true }).fill('Pressed once.')
  const ids: string[] = []
  await page.route('**/api/tasks', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    ids.push(route.request().postDataJSON().id)
    if (ids.length > 1) return route.continue()
    await route.fetch()
    await route.abort('connectionreset')
  })
  await next(page).click()
  await expect.poll(() => ids.length).toBe(2)
  expect(ids[1]).toBe(ids[0])
  await expect(page.locator(`[data-task="${ids[0]}"]`)).toBeVisible()
  expect((await tasks()).filter(({ input }) => input.prompt === 'Pressed once.')).toHaveLength(1)
  await page.request.post(`${studio.url}/api/tasks/${ids[0]}/cancel`)
})

test('a picture that breaks a limit is refused with measure and limit, and the slot stays empty', async ({ page }) => {
  await compose(page, studio)
  await way(page, 'From a picture').click()
  const file = page.getByLabel('File for first frame')
  await file.setInputFiles({ name: 'fog.png', mimeType: 'image/png', buffer: await picture(200, 200) })
  const alert = page.getByRole('alert').filter({ hasText: 'fog.png is 200×200' })
  await expect(alert).toContainText('300 px')
  await expect(emptySlot(page, 'First frame')).toBeVisible()
  await file.setInputFiles({ name: 'wide.png', mimeType: 'image/png', buffer: await picture(1500, 400) })
  await page
    .getByRole('alert')
    .getByRole('button', { name: /^Crop to/ })
    .click()
  await expect(page.getByText(/wide cropped.*1000×400/)).toBeVisible()
})

test('a pasted picture goes into the first free slot that it fits', async ({ page }) => {
  await compose(page, studio)
  await way(page, 'From a picture').click()
  await expect(emptySlot(page, 'First frame')).toBeVisible()
  const bytes = [...(await picture(640, 360))]
  await page.evaluate((data) => {
    const carried = new DataTransfer()
    carried.items.add(new File([new Uint8Array(data)], 'pasted.png', { type: 'image/png' }))
    window.dispatchEvent(new ClipboardEvent('paste', { clipboardData: carried, bubbles: true, cancelable: true }))
  }, bytes)
  await expect(page.getByText('pasted.png · 640×360')).toBeVisible()
})

test('a pasted request of a provider fills the form, and the exact request says the same again', async ({ page }) => {
  await compose(page, studio)
  const request = {
    taskType: 'videoInference',
    taskUUID: '3f2b1c8e-7a54-4f21-9c0d-6c1f5a0e9b11',
    model: 'klingai:kling-video@3-pro',
    positivePrompt: 'A harbour in the rain',
    duration: 5,
    width: 1920,
    height: 1080,
    providerSettings: { klingai: { sound: true } },
  }
  await page.evaluate(
    (text) => {
      const carried = new DataTransfer()
      carried.setData('text/plain', text)
      document.body.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: carried, bubbles: true, cancelable: true }),
      )
    },
    JSON.stringify([request]),
  )
  await expect(page.getByRole('combobox', { name: 'Model: Kling VIDEO 3.0 Pro' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Words', exact: true })).toHaveValue('A harbour in the rain')
  await expect(page.getByRole('switch', { name: /^Sound/ })).toBeChecked()
  await expect(next(page)).toContainText('$0.84')
  await page.getByRole('button', { name: 'The exact request' }).click()
  const body = page.getByRole('region', { name: 'Body of the request' })
  await expect(body).toContainText('A harbour in the rain')
  await expect(body).toContainText('klingai:kling-video@3-pro')

  await page.getByRole('button', { name: 'Check without paying' }).click()
  await expect(page.getByText('Runware would take it.')).toBeVisible()
  fake.fault({ does: 'refuse', code: 'promptBlocked', message: 'Not these words.', parameter: 'positivePrompt' })
  await page.getByRole('button', { name: 'Check without paying' }).click()
  await expect(page.getByRole('group', { name: 'Words' }).getByText(/^Not these words\./)).toBeVisible()
  expect(fake.bought()).toBe(0)
  await page.getByRole('status').filter({ hasText: 'imported request' }).getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('combobox', { name: 'Model: Animatic' })).toBeVisible()
})

test('a paid order shows its price before it is placed and arrives as a take', async ({ page }) => {
  test.setTimeout(120_000)
  await compose(page, studio)
  await pickModel(page, '3.0 Pro')
  await page.getByRole('textbox', { name: 'Words', exact: true }).fill('A boat at night.')
  await expect(next(page)).toContainText('$0.56')
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => fake.bought()).toBe(1)
  const task = (await tasks()).find(({ input }) => input.prompt === 'A boat at night.')
  await ended(studio, task?.id ?? '')
  await expect(page.getByText(/Estimate \$0\.56/)).toBeVisible()
})

test('using a take again brings its words, seconds and pictures back, with undo', async ({ page }) => {
  const shots = [
    { prompt: 'First of two.', duration: 2 },
    { prompt: 'Second of two.', duration: 1 },
  ]
  const asset = await keep(studio, 'lighthouse')
  const { id } = await order(studio, { shots, firstFrame: { asset } }, 'image-to-video')
  await compose(page, studio, `?again=${id}`)
  await expect(words(page, 2)).toHaveValue('Second of two.')
  await expect(page.getByText('lighthouse.jpg · 1600×900')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(words(page, 2)).toHaveCount(0)
})

for (const [theme, width, height] of looks)
  test(`axe finds nothing on Compose, ${width} wide, ${theme}`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await page.addInitScript((kept) => localStorage.setItem('reelboard-theme', kept), theme)
    await compose(page, studio)
    await pickModel(page, '3.0 Pro')
    await way(page, 'From a picture').click()
    await writeShots(page, 'One.', '')
    await page.getByRole('button', { name: /^More settings/ }).click()
    await page.getByRole('button', { name: /has no words yet|(is|are) needed/ }).click({ force: true })
    expect(await axe(page)).toEqual([])
    await page.getByRole('combobox', { name: /^Model/ }).click()
    await expect(page.getByRole('option').first()).toBeVisible()
    expect(await axe(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  })
