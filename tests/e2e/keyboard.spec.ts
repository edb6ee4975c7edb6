import { expect, type Locator, type Page, test } from '@playwright/test'
import { type Running, startStudio } from '../studio'
import { compose, emptySlot, still, words } from './form'
import { ended } from './order'

let studio: Running
test.beforeAll(async () => {
  studio = await startStudio()
})
test.afterAll(() => studio.stop())

/** Tab until it is there, as a person without a mouse would; never further than once around. */
async function tabTo(page: Page, wanted: Locator) {
  for (let presses = 0; presses < 80; presses++) {
    if (await wanted.evaluate((node) => node === document.activeElement).catch(() => false)) return
    await page.keyboard.press('Tab')
  }
  await expect(wanted).toBeFocused()
}

test('a three-shot film with a picture of one’s own is made by keyboard alone', async ({ page }) => {
  test.setTimeout(180_000)
  // Listened for from the start, so that a quick Enter is not missed.
  const chooser = page.waitForEvent('filechooser')
  await compose(page, studio)
  const ways = page.getByRole('group', { name: 'What it starts from' })
  await tabTo(page, ways.getByRole('button', { name: 'From words' }))
  await page.keyboard.press('End')
  await expect(ways.getByRole('button').last()).toBeFocused()
  await page.keyboard.press('Home')
  await expect(ways.getByRole('button').first()).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')

  const slot = emptySlot(page, 'First frame')
  await tabTo(page, slot)
  await page.keyboard.press('Enter')
  await (await chooser).setFiles(still('stair'))
  await expect(page.getByText(/^stair\.jpg/)).toBeVisible()

  const tellers = page.getByRole('group', { name: 'Who tells the shots' })
  await tabTo(page, tellers.getByRole('button', { name: 'Mine' }))
  await page.keyboard.press('Enter')
  await tabTo(page, words(page, 1))
  await page.keyboard.type('Waves climb the rock.')
  const more = page.getByRole('button', { name: /^Add shot/ })
  await tabTo(page, more)
  await page.keyboard.press('Enter')
  await expect(words(page, 2)).toBeFocused()
  await page.keyboard.type('Spray drifts.')
  await tabTo(page, more)
  await page.keyboard.press('Enter')
  await expect(words(page, 3)).toBeFocused()
  await page.keyboard.type('The sea is flat.')

  await page.keyboard.press('Alt+ArrowUp')
  await expect(words(page, 2)).toHaveValue('The sea is flat.')
  await expect(words(page, 2)).toBeFocused()

  const border = page.getByRole('separator', { name: 'Border between shots 1 and 2' })
  await page.keyboard.press('Shift+Tab')
  await border.focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(border).toHaveAttribute('aria-valuetext', '3 s and 7 s')
  await expect(page.getByText('15 of 15')).toBeVisible()

  const chip = page.getByRole('button', { name: /^Seconds of shot 2/ })
  await tabTo(page, chip)
  for (let presses = 0; presses < 5; presses++) await page.keyboard.press('ArrowDown')
  await expect(page.getByText('10 of 15')).toBeVisible()

  const [placed] = await Promise.all([
    page.waitForResponse((answer) => answer.url().endsWith('/api/tasks') && answer.request().method() === 'POST'),
    page.keyboard.press('Control+Enter'),
  ])
  const task = await ended(studio, (await placed.json()).id)
  expect(task.outputs[0]).toMatchObject({ duration: 10, width: 1280, height: 720 })
  expect(task.input.shots).toEqual([
    { prompt: 'Waves climb the rock.', duration: 3 },
    { prompt: 'The sea is flat.', duration: 2 },
    { prompt: 'Spray drifts.', duration: 5 },
  ])
  const film = page.getByLabel('Film', { exact: true })
  await expect(film).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: 'Play', exact: true }))
  await page.keyboard.press('Enter')
  await expect.poll(() => film.evaluate((node: HTMLVideoElement) => node.currentTime)).toBeGreaterThan(0)
})

test('the list of models is walked by arrows, filtered by typing, and left by Escape', async ({ page }) => {
  await compose(page, studio)
  const picker = page.getByRole('combobox', { name: /^Model/ })
  await tabTo(page, picker)
  await page.keyboard.press('Enter')
  await expect(page.getByPlaceholder('Find a model')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(picker).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByPlaceholder('Find a model')).toBeFocused()
  await page.keyboard.type('o3 pro')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: /O3 Pro/ })).toBeFocused()
  await page.getByRole('textbox', { name: 'Words', exact: true }).fill('A model that has no key yet.')
  await expect(page.getByRole('button', { name: 'Runware needs a key' })).toBeVisible()
})

test('names are offered after an @, taken by Enter, and stand as names in the draft', async ({ page }) => {
  await compose(page, studio)
  await page.getByRole('combobox', { name: /^Model/ }).click()
  await expect(page.getByPlaceholder('Find a model')).toBeFocused()
  await page.keyboard.type('3.0 pro')
  await page.keyboard.press('Enter')
  await page.getByRole('group', { name: 'What it starts from' }).getByRole('button', { name: 'From a picture' }).click()
  await page.getByLabel('File for first frame').setInputFiles(still('stair'))
  await page.getByRole('combobox', { name: 'Add element' }).click()
  await page.getByRole('option', { name: /^New element/ }).click()
  await page
    .getByRole('button', { name: /element1$/ })
    .first()
    .click()
  await page.getByRole('textbox', { name: /^Name/ }).fill('keeper')
  await page.keyboard.press('Escape')
  const area = page.getByRole('textbox', { name: 'Words', exact: true })
  await area.focus()
  await page.keyboard.type('At dawn @ke')
  await expect(page.getByRole('option', { name: /@keeper/ })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await page.keyboard.type('looks out.')
  await expect(area).toHaveValue('At dawn @keeper looks out.')
})
