import { expect, type Page } from '@playwright/test'
import type { Task } from '../../lib/tasks/task'
import { type Running, startStudio } from '../studio'
import { axe, looks } from './axe'
import { ask, ended, order, still } from './order'
import { test } from './page'

let studio: Running
let film: Task
let tall: Task
let stopped: Task

const shots = [
  { prompt: 'Wide over a slate sea at first light. A white lighthouse stands alone on black rock.', duration: 4 },
  { prompt: 'Straight down a spiral stair, brass rail, lamplight rising from below.', duration: 3 },
  { prompt: 'The lamp room. The great lens turns once.', duration: 3 },
]

test.beforeAll(async () => {
  test.setTimeout(240_000)
  studio = await startStudio()
  const [first, ...others] = await Promise.all(['lighthouse', 'stair', 'lens'].map((name) => still(studio, name)))
  const board = {
    shots,
    duration: 10,
    width: 1280,
    height: 720,
    firstFrame: { asset: first },
    referenceImages: others.map((asset) => ({ asset })),
  }
  film = await ended(studio, (await order(studio, board, 'image-to-video')).id)
  tall = await ended(studio, (await order(studio, { prompt: 'Umbrella, vertical', width: 720, height: 1280 })).id)
  const { id } = await order(studio, { prompt: 'Stopped in time', duration: 15 })
  await fetch(`${studio.url}/api/tasks/${id}/cancel`, { method: 'POST' })
  stopped = await ended(studio, id)
})
test.afterAll(() => studio.stop())

const card = (page: Page, task: Pick<Task, 'id'>) => page.locator(`[data-task="${task.id}"]`)
const open = (page: Page, task: Pick<Task, 'id'>) => card(page, task).locator('a[data-open]')

test('filters count, stand in the address, and survive a reload', async ({ page }) => {
  await page.goto(`${studio.url}/gallery`)
  const show = page.getByRole('group', { name: 'Show' })
  await expect(show.getByRole('button', { name: /^All 3$/ })).toBeVisible()
  await show.getByRole('button', { name: /^Cancelled 1$/ }).click()
  await expect(page.locator('[data-task]')).toHaveCount(1)
  await expect(page).toHaveURL(/show=cancelled/)
  await page.reload()
  await expect(page.locator('[data-task]')).toHaveCount(1)
  await show.getByRole('button', { name: /^Failed 0$/ }).click()
  await page.getByRole('button', { name: 'Show all' }).click()
  await expect(page.locator('[data-task]')).toHaveCount(3)
  await page.keyboard.press('/')
  await page.keyboard.type('umbrella')
  await expect(page.locator('[data-task]')).toHaveCount(1)
  await expect(page).toHaveURL(/q=umbrella/)
  await page.goto(`${studio.url}/gallery?order=oldest`)
  await expect(page.locator('[data-task]').first()).toHaveAttribute('data-task', film.id)
  await page.getByRole('combobox', { name: 'Order' }).click()
  await page.getByRole('option', { name: 'Newest first' }).click()
  await expect(page.locator('[data-task]').first()).toHaveAttribute('data-task', stopped.id)

  // Stars and shapes narrow together; a star given elsewhere joins them as it is given.
  const mark = (task: Task, star: boolean) => ask(studio, `/api/tasks/${task.id}/mark`, { star }, 'PUT')
  await mark(film, true)
  const starred = show.getByRole('button', { name: /^Starred/ })
  await expect(starred).toHaveText('Starred1')
  await expect(card(page, film).getByRole('img', { name: 'Starred' })).toBeVisible()
  await starred.click()
  await expect(page.locator('[data-task]')).toHaveCount(1)
  await mark(tall, true)
  await expect(card(page, tall)).toBeVisible()
  await expect(starred).toHaveText('Starred2')
  await page.getByRole('combobox', { name: 'Shape' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: 'square' }).click()
  await expect(page).toHaveURL(/star=true&shape=square/)
  await expect(page.locator('[data-task]')).toHaveCount(0)
  await expect(page.getByText('No take fits all of “Starred” and “square”.')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Clear “square”\s*2$/ })).toBeVisible()
  await page.getByRole('button', { name: /^Clear “Starred”\s*1$/ }).click()
  await expect(card(page, stopped)).toBeVisible()
  await expect(page).toHaveURL(/\/gallery\?shape=square$/)
  for (const task of [film, tall]) await mark(task, false)
})

test('arrows walk the cards, Enter opens one, Escape comes back to it', async ({ page }) => {
  await page.goto(`${studio.url}/gallery`)
  await open(page, stopped).focus()
  await page.keyboard.press('ArrowRight')
  await expect(open(page, tall)).toBeFocused()
  await page.keyboard.press('End')
  await expect(open(page, film)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/gallery/${film.id}`))
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Wide over a slate sea')
  await page.keyboard.press('ArrowLeft')
  await expect(page).toHaveURL(new RegExp(`/gallery/${tall.id}`))
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/\/gallery$/)
  await expect(open(page, tall)).toBeFocused()
})

test('two takes are picked and compared by keyboard, and the focus comes back', async ({ page }) => {
  await page.goto(`${studio.url}/gallery`)
  await open(page, stopped).focus()
  await page.keyboard.press('x')
  const bar = page.getByRole('group', { name: 'Picked takes' })
  await expect(bar.getByRole('status')).toHaveText('1 take picked')
  await page.keyboard.press('ArrowRight')
  await expect(open(page, tall)).toBeFocused()
  await page.keyboard.press('x')
  await expect(bar.getByRole('status')).toHaveText('2 takes picked')
  await expect(bar.getByRole('button', { name: 'Only finished takes are compared' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(bar).toHaveCount(0)
  await page.keyboard.press('x')
  await page.keyboard.press('End')
  await expect(open(page, film)).toBeFocused()
  await page.keyboard.press('x')
  await expect(card(page, tall)).toContainText('Picked A')
  await expect(card(page, film)).toContainText('Picked B')
  await expect(bar).toContainText('3\u202fs and 10\u202fs')
  await page.keyboard.press('c')
  const dialog = page.getByRole('dialog', { name: 'A and B' })
  const side = (letter: string) => dialog.locator(`video[aria-label^="${letter}, "]`)
  await expect(side('A')).toHaveAttribute('src', tall.outputs[0]?.url ?? '')
  await expect(side('B')).toHaveAttribute('src', film.outputs[0]?.url ?? '')
  // One press moves both.
  await expect(dialog.getByRole('slider', { name: 'Position' })).toBeVisible()
  for (let frame = 0; frame < 12; frame++) await page.keyboard.press('.')
  for (const letter of ['A', 'B'])
    await expect.poll(() => side(letter).evaluate((at: HTMLVideoElement) => at.currentTime)).toBeCloseTo(12.5 / 24, 1)
  await page.keyboard.press('x')
  await expect(side('A')).toHaveAttribute('src', film.outputs[0]?.url ?? '')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(open(page, film)).toBeFocused()
  await expect(bar.getByRole('status')).toHaveText('2 takes picked')
  await page.keyboard.press('Escape')
  await expect(bar).toHaveCount(0)
  await open(page, tall).click({ modifiers: ['Shift'] })
  await expect(bar.getByRole('status')).toHaveText('1 take picked')
})

test('one shared film plays under the pointer, muted; with reduced motion only when asked', async ({ browser }) => {
  const page = await browser.newPage()
  await page.goto(`${studio.url}/gallery`)
  await card(page, film).hover()
  const video = card(page, film).locator('video')
  await expect(video).toHaveJSProperty('muted', true)
  await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime)).toBeGreaterThan(0)
  await card(page, tall).hover()
  await expect(card(page, tall).locator('video')).toHaveCount(1)
  await expect(page.locator('video')).toHaveCount(1)
  await page.close()
  const calm = await browser.newPage({ reducedMotion: 'reduce' })
  await calm.goto(`${studio.url}/gallery`)
  await card(calm, film).hover()
  await card(calm, film).getByRole('button', { name: 'More' }).click()
  await expect(calm.getByRole('menuitem', { name: /^Delete/ })).toBeVisible()
  await calm.keyboard.press('Escape')
  await expect(calm.getByRole('menu')).toHaveCount(0)
  await expect(card(calm, film).getByRole('button', { name: 'More' })).toBeFocused()
  await expect(calm.locator('video')).toHaveCount(0)
  await open(calm, film).focus()
  await calm.keyboard.press('Space')
  await expect(card(calm, film).locator('video')).toHaveCount(1)
  await calm.close()
})

test('steps the film frame by frame and shows the time code of the very frame', async ({ page }) => {
  await page.goto(`${studio.url}/gallery/${film.id}`)
  const video = page.getByLabel('Film', { exact: true })
  await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.readyState)).toBeGreaterThan(1)
  await page.keyboard.press('Home')
  for (let frame = 1; frame <= 30; frame++) {
    await page.keyboard.press('.')
    await expect
      .poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime))
      .toBeCloseTo((frame + 0.5) / 24, 3)
  }
  await expect(page.getByText('00:00:01:06', { exact: true })).toBeVisible()
  await page.keyboard.press(',')
  await expect(page.getByText('00:00:01:05', { exact: true })).toBeVisible()
  await page.keyboard.press('End')
  await expect(page.getByText('00:00:09:23', { exact: true })).toBeVisible()
  await page.keyboard.press('Home')
  await page.keyboard.press('l')
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  await page.keyboard.press('l')
  await expect(page.getByText('2×', { exact: true })).toBeVisible()
  await page.keyboard.press('k')
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible()
  await page.keyboard.press('m')
  await expect(page.getByRole('button', { name: 'Sound on' })).toBeVisible()
})

test('plays backwards on J and stands at the first frame', async ({ page }) => {
  await page.goto(`${studio.url}/gallery/${film.id}`)
  const video = page.getByLabel('Film', { exact: true })
  await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.readyState)).toBeGreaterThan(1)
  await page.keyboard.press('Home')
  for (let frame = 0; frame < 12; frame++) await page.keyboard.press('.')
  await expect(page.getByText('00:00:00:12', { exact: true })).toBeVisible()
  await page.keyboard.press('j')
  await expect(page.getByText('00:00:00:00', { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible()
})

test('the recipe tells words, pictures, facts and that nothing was sent', async ({ page }) => {
  await page.goto(`${studio.url}/gallery/${film.id}`)
  const recipe = page.getByRole('complementary', { name: 'Recipe' })
  await expect(recipe).toContainText('Straight down a spiral stair')
  await expect(recipe.getByText('First frame')).toBeVisible()
  await expect(recipe).toContainText('1280×720, 24 fps')
  await expect(recipe).toContainText('MP4, H.264 + AAC')
  await recipe.getByRole('button', { name: 'More' }).click()
  await expect(page.getByRole('menuitem', { name: /^Delete/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toBeHidden()
  await recipe.getByText('The exact request').click()
  await expect(recipe).toContainText('Nothing is sent anywhere')
})

test('downloads the film under a name with its true ending', async ({ page }) => {
  await page.goto(`${studio.url}/gallery/${film.id}`)
  await expect(page.getByRole('button', { name: 'Download' })).toBeVisible()
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('d')])
  expect(download.suggestedFilename()).toMatch(/\.mp4$/)
})

test('R opens the form with what the take was made from', async ({ page }) => {
  await page.goto(`${studio.url}/gallery/${film.id}`)
  await expect(page.getByRole('button', { name: 'Use again' })).toBeVisible()
  await page.keyboard.press('r')
  await expect(page.getByRole('textbox').filter({ hasText: 'Straight down a spiral stair' })).toBeVisible()
})

test('a film without a still has one drawn by the browser, once', async ({ page }) => {
  const bytes = await (await fetch(`${studio.url}${tall.outputs[0]?.url}`)).arrayBuffer()
  // The same film as a stranger would bring it: other bytes, no still.
  const foreign = await fetch(`${studio.url}/api/media?name=foreign.mp4`, {
    method: 'PUT',
    body: Buffer.concat([Buffer.from(bytes), Buffer.from([0, 0, 0, 8, 0x66, 0x72, 0x65, 0x65])]),
  }).then((said) => said.json())
  expect(foreign.posterUrl).toBeUndefined()
  await page.route('**/api/tasks?**', async (route) => {
    const answer = await route.fetch()
    const list = await answer.json()
    for (const task of list.items) if (task.id === tall.id) task.outputs = [foreign]
    await route.fulfill({ response: answer, json: list })
  })
  await page.goto(`${studio.url}/gallery`)
  await expect(card(page, tall).locator('img')).toHaveAttribute('src', `/api/media/${foreign.id}/poster`)
  await expect
    .poll(() =>
      card(page, tall)
        .locator('img')
        .evaluate((image: HTMLImageElement) => image.naturalWidth),
    )
    .toBeGreaterThan(0)
})

for (const [colorScheme, width, height] of looks)
  test(`axe finds nothing in gallery and viewer, ${colorScheme} at ${width}`, async ({ browser }) => {
    const page = await browser.newPage({ colorScheme, viewport: { width, height } })
    await page.goto(`${studio.url}/gallery`)
    await expect(card(page, film)).toBeVisible()
    expect(await axe(page)).toEqual([])
    await page.goto(`${studio.url}/gallery/${film.id}`)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Wide over')
    expect(await axe(page)).toEqual([])
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(wide, 'nothing reaches beyond the window').toBe(0)
    await page.close()
  })

test('Del asks, Keep is what Enter does, and Delete takes the film with it', async ({ page }) => {
  await page.goto(`${studio.url}/gallery`)
  await open(page, tall).focus()
  await page.keyboard.press('Delete')
  const dialog = page.getByRole('dialog', { name: 'Delete this take?' })
  await expect(dialog.getByRole('button', { name: 'Keep' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(card(page, tall)).toBeVisible()
  await open(page, tall).focus()
  await page.keyboard.press('Delete')
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect(card(page, tall)).toHaveCount(0)
  expect((await fetch(`${studio.url}/api/tasks/${tall.id}`)).status).toBe(404)
  // Its files go after it.
  await expect.poll(async () => (await fetch(`${studio.url}${tall.outputs[0]?.url}`)).status).toBe(404)
})

test('a refused take says why in quotes and offers the one next step', async ({ page }) => {
  const picture = await still(studio)
  const task = await order(studio, { prompt: 'A take that breaks', firstFrame: { asset: picture } }, 'image-to-video')
  const done = await ended(studio, task.id)
  const failed = {
    ...done,
    status: 'failed',
    outputs: [],
    rev: done.rev + 1,
    error: { code: 'renderer', message: 'The renderer stopped: no space left', retryable: true, billed: false },
  }
  await page.route('**/api/tasks?**', async (route) => {
    const answer = await route.fetch()
    const list = await answer.json()
    list.items = list.items.map((one: Task) => (one.id === task.id ? failed : one))
    await route.fulfill({ response: answer, json: list })
  })
  await page.goto(`${studio.url}/gallery`)
  await expect(card(page, task)).toContainText('This computer said')
  await expect(card(page, task)).toContainText('“The renderer stopped: no space left”')
  await expect(card(page, task)).toContainText('Failed')
  const before = await page.locator('[data-task]').count()
  await card(page, task).getByRole('button', { name: 'Again' }).click()
  await expect(page.locator('[data-task]')).toHaveCount(before + 1)
})
