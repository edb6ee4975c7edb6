import { readFileSync } from 'node:fs'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { type Running, startStudio } from '../studio'
import { axe, looks } from './axe'
import { compose, draft, pickModel, still } from './form'
import { still as keepStill } from './order'

let studio: Running
test.beforeAll(async () => {
  studio = await startStudio()
})
test.afterAll(() => studio.stop())

async function tabTo(page: Page, wanted: Locator) {
  for (let presses = 0; presses < 120; presses++) {
    if (await wanted.evaluate((node) => node === document.activeElement).catch(() => false)) return
    await page.keyboard.press('Tab')
  }
  await expect(wanted).toBeFocused()
}

async function keep(body: object): Promise<void> {
  const answer = await fetch(`${studio.url}/api/elements`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  expect(answer.status).toBe(201)
}

/** It stands in the list, and is what Enter takes. */
const offered = (page: Page, name: string) =>
  expect(page.getByRole('option', { name })).toHaveAttribute('data-highlighted', '')

const prompt = (page: Page) => page.getByRole('textbox', { name: 'Words', exact: true })
const body = (page: Page) => page.getByRole('region', { name: 'Body of the request' })

test('an element is made by keyboard, called by @ in a prompt, and numbered by its place in the exact request', async ({
  page,
}) => {
  test.setTimeout(120_000)
  // Listened for from the start, so that a quick Enter is not missed.
  const chooser = page.waitForEvent('filechooser')
  await page.goto(`${studio.url}/library`)
  await tabTo(page, page.getByRole('button', { name: 'New element' }))
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('dialog', { name: 'New element' })
  await expect(drawer.getByRole('textbox', { name: /^Name/ })).toBeFocused()
  await tabTo(page, drawer.getByRole('button', { name: 'Keep element' }))
  await page.keyboard.press('Enter')
  await expect(drawer.getByText('An element needs a name.')).toBeVisible()
  await expect(drawer.getByRole('textbox', { name: /^Name/ })).toBeFocused()
  await page.keyboard.type('keeper')
  const slot = drawer.getByRole('button', { name: 'Front of keeper: Drop, paste or choose' })
  await tabTo(page, slot)
  await page.keyboard.press('Enter')
  await (await chooser).setFiles(still('lighthouse'))
  await expect(drawer.getByText(/^lighthouse\.jpg/)).toBeVisible()
  await tabTo(page, drawer.getByRole('button', { name: 'Character' }))
  await page.keyboard.press('Space')
  await tabTo(page, drawer.getByRole('button', { name: 'Keep element' }))
  await page.keyboard.press('Enter')
  await expect(drawer).toBeHidden()
  await expect(page.getByRole('list', { name: 'Elements' }).getByRole('button', { name: '@keeper' })).toBeVisible()

  await keep({ name: 'boat', description: 'A wet thwart', frontalImage: { asset: await keepStill(studio, 'adrift') } })
  await compose(page, studio)
  await pickModel(page, 'Kling VIDEO 3.0 Pro')
  await page.getByRole('button', { name: 'From a picture' }).click()
  await page.getByLabel('File for first frame').setInputFiles(still('stair'))
  await expect(page.getByText(/^stair\.jpg/)).toBeVisible()
  await page.getByRole('button', { name: 'Model decides' }).click()
  await prompt(page).focus()
  await page.keyboard.type('Then @')
  const names = page.getByRole('listbox', { name: 'Names' })
  await expect(names.getByRole('option')).toHaveCount(2)
  await expect(prompt(page)).not.toHaveAttribute('role', 'combobox')
  await expect(names.getByRole('option', { selected: true })).toHaveAttribute(
    'id',
    (await prompt(page).getAttribute('aria-activedescendant')) ?? 'none',
  )
  await page.keyboard.press('Escape')
  await expect(names).toBeHidden()
  await page.keyboard.type('ke')
  await expect(names.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(prompt(page)).toHaveValue('Then @keeper ')
  await page.keyboard.type('steers @')
  await expect(names.getByRole('option').first()).toContainText('@keeper')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(prompt(page)).toHaveValue('Then @keeper steers @boat ')
  const { input } = await draft(page)
  expect(input.elements.map(({ id }: { id: string }) => id)).toEqual(['keeper', 'boat'])

  await page.getByRole('button', { name: 'The exact request' }).click()
  await expect(body(page)).toContainText('Then <<<element_1>>> steers <<<element_2>>>')
  await page.getByRole('button', { name: 'boat', exact: true }).focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(body(page)).toContainText('Then <<<element_2>>> steers <<<element_1>>>')
  await expect(prompt(page)).toHaveValue('Then @keeper steers @boat ')
  await expect(page.locator('[aria-hidden] .bg-accent-soft')).toHaveText(['keeper', 'boat'])

  await page.getByRole('button', { name: 'Take out keeper' }).click()
  await expect(page.getByText('There is no @keeper here').first()).toBeVisible()
  expect(await axe(page)).toEqual([])
})

test('what was uploaded once is offered in a slot, and an element of the library is added without typing', async ({
  page,
}) => {
  await keepStill(studio, 'lens')
  await keep({ name: 'gull', videos: [{ url: 'https://example.com/gull.mp4' }] })
  await compose(page, studio)
  await pickModel(page, 'Kling VIDEO 3.0 Pro')
  await page.getByRole('button', { name: 'From a picture' }).click()
  await page.getByRole('button', { name: 'First frame: library, address' }).click()
  await page.getByRole('list', { name: 'In the library' }).getByRole('button', { name: 'lens.jpg' }).click()
  await expect(page.getByText(/^lens\.jpg ·/)).toBeVisible()
  await page.getByRole('combobox', { name: 'Add element' }).click()
  await page.getByRole('combobox', { name: 'Find an element' }).fill('gull')
  await offered(page, 'gull')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Take out gull' })).toBeVisible()
})

test('letters on a closed list begin its search and pick nothing; Enter adds once', async ({ page }) => {
  await keep({ name: 'heron', videos: [{ url: 'https://example.com/heron.mp4' }] })
  const library = page.waitForResponse((answer) => answer.url().includes('/api/elements'))
  await compose(page, studio)
  await pickModel(page, 'Kling VIDEO 3.0 Pro')
  await page.getByRole('button', { name: 'From a picture' }).click()
  await library
  await page.getByRole('combobox', { name: 'Add element' }).focus()
  await page.keyboard.type('heron')
  const search = page.getByRole('combobox', { name: 'Find an element' })
  await expect(search).toHaveValue('heron')
  await offered(page, 'heron')
  expect((await draft(page)).input.elements).toBeUndefined()
  await page.keyboard.press('Enter')
  await expect(search).toBeHidden()
  await expect(page.getByRole('button', { name: 'Take out heron' })).toHaveCount(1)

  const model = page.getByRole('combobox', { name: /^Model:/ })
  await model.focus()
  await page.keyboard.type('k')
  await expect(page.getByRole('listbox')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(model).toHaveAccessibleName('Model: Kling VIDEO 3.0 Pro')
  await expect(model.locator('+ input')).toHaveValue(/^runware/)
})

test('a stale save says so, and the person decides', async ({ page }) => {
  await keep({ name: 'lamp', description: 'first' })
  await page.goto(`${studio.url}/library`)
  await page.getByRole('button', { name: '@lamp' }).click()
  const drawer = page.getByRole('dialog', { name: '@lamp', exact: true })
  await drawer.getByRole('textbox', { name: 'Description' }).fill('mine')
  const { items } = await (await fetch(`${studio.url}/api/elements?q=lamp`)).json()
  await fetch(`${studio.url}/api/elements/${items[0].id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...items[0], description: 'theirs' }),
  })
  await drawer.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(drawer.getByText(/was changed elsewhere/)).toBeVisible()
  await drawer.getByRole('button', { name: 'Show what stands there' }).click()
  await expect(drawer.getByRole('textbox', { name: 'Description' })).toHaveValue('theirs')
  await drawer.getByRole('textbox', { name: 'Description' }).fill('mine again')
  await page.keyboard.press('Escape')
  const leave = page.getByRole('dialog', { name: 'Leave without saving?' })
  await leave.getByRole('button', { name: 'Keep' }).click()
  await drawer.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(drawer).toBeHidden()
  await expect(page.getByText('mine again')).toBeVisible()
})

test('an element is deleted after a question whose default keeps it', async ({ page }) => {
  await keep({ name: 'fog' })
  await page.goto(`${studio.url}/library`)
  await page.getByRole('button', { name: 'More for fog' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  const question = page.getByRole('dialog', { name: 'Delete @fog?' })
  await expect(question.getByRole('button', { name: 'Keep' })).toBeFocused()
  await question.getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByRole('button', { name: '@fog' })).toBeHidden()
  await expect.poll(async () => (await (await fetch(`${studio.url}/api/elements?q=fog`)).json()).items.length).toBe(0)
})

test('files are uploaded several at once; what is no picture, film or sound is refused by name', async ({ page }) => {
  await page.goto(`${studio.url}/library?tab=files`)
  await page.getByLabel('Files to upload').setInputFiles([
    { name: 'stair.jpg', mimeType: 'image/jpeg', buffer: readFileSync(still('stair')) },
    { name: 'notes.png', mimeType: 'image/png', buffer: Buffer.from('no picture at all') },
  ])
  await expect(page.getByRole('link', { name: 'stair.jpg' })).toBeVisible()
  await expect(page.getByText(/^notes\.png: /)).toBeVisible()
  await page.getByRole('button', { name: 'More for stair.jpg' }).click()
  await page.getByRole('menuitem', { name: 'New element from it' }).click()
  await expect(page.getByRole('dialog', { name: 'New element' }).getByText(/^stair\.jpg/)).toBeVisible()
})

for (const [colorScheme, width, height] of looks)
  test(`axe finds nothing in the library, ${colorScheme} at ${width}`, async ({ browser }) => {
    const page = await browser.newPage({ colorScheme, viewport: { width, height } })
    await page.goto(`${studio.url}/library`)
    await expect(page.getByRole('button', { name: 'New element' })).toBeVisible()
    expect(await axe(page)).toEqual([])
    await page.getByRole('button', { name: 'New element' }).click()
    await expect(page.getByRole('dialog', { name: 'New element' })).toBeVisible()
    expect(await axe(page)).toEqual([])
    await page.goto(`${studio.url}/library?tab=files`)
    await expect(page.getByRole('button', { name: 'Upload files' })).toBeVisible()
    expect(await axe(page)).toEqual([])
    await page.close()
  })

test('what providers keep is not asked for without a key, and says so', async ({ page }) => {
  await page.goto(`${studio.url}/library?tab=kept`)
  await expect(page.getByRole('region', { name: 'Kling' })).toContainText('KLING_API_KEY')
})
