import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { type Running, startStudio } from '../studio'
import { axe } from './axe'
import { compose, pickModel, still } from './form'
import { still as keepStill } from './order'

let studio: Running
test.beforeAll(async () => {
  studio = await startStudio()
})
test.afterAll(() => studio.stop())

async function keep(body: object): Promise<void> {
  const answer = await fetch(`${studio.url}/api/elements`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  expect(answer.status).toBe(201)
}

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
  await page.keyboard.type('gull')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Take out gull' })).toBeVisible()
})

test('a stale save says so, and the person decides', async ({ page }) => {
  await keep({ name: 'lamp', description: 'first' })
  await page.goto(`${studio.url}/library`)
  await page.getByRole('button', { name: '@lamp' }).click()
  const drawer = page.getByRole('dialog', { name: '@lamp' })
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
  expect((await (await fetch(`${studio.url}/api/elements?q=fog`)).json()).items).toEqual([])
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

for (const colorScheme of ['dark', 'light'] as const)
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const)
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
