import { expect, type Page, test } from '@playwright/test'
import type { Storyboard } from '../../lib/storyboard/storyboard'
import type { Task } from '../../lib/tasks/task'
import { picture } from '../media'
import { type Running, startStudio } from '../studio'
import { axe } from './axe'
import { ask, ended } from './order'

test.use({ viewport: { width: 1440, height: 1000 } })
test.describe.configure({ mode: 'serial' })
test.setTimeout(180_000)

let studio: Running
test.beforeAll(async () => {
  studio = await startStudio()
})
test.afterAll(() => studio.stop())

const json = <T>(path: string, body?: unknown, method?: string) => ask<T>(studio, path, body, method)
const local = { provider: 'local', model: 'animatic' }
const shots = ['A pier at dawn', 'A gull, far out', 'Rain'].map((prompt, at) => ({ id: `s${at}`, prompt, duration: 3 }))
/** Three blocks of one shot each; the first one is filmed. */
async function filmed(): Promise<string> {
  const wishes = { breaks: { s1: 'split', s2: 'split' } }
  const { id } = await json<Storyboard>('/api/storyboards', { title: 'Pier', settings: local, shots, wishes })
  const { tasks } = await json<{ tasks: Task[] }>(`/api/storyboards/${id}/render`, { ...local, scope: ['s0'] })
  for (const task of tasks) await ended(studio, task.id)
  return id
}
const kept = (id: string) => json<Storyboard>(`/api/storyboards/${id}`)
async function open(page: Page, id: string) {
  await page.goto(`${studio.url}/storyboards/${id}`)
  await expect(page.getByRole('button', { name: 'Cut between blocks A and B' })).toBeVisible()
}

test('a seam opens by keyboard, continues from the frame that was picked, and the order carries it', async ({
  page,
}) => {
  const id = await filmed()
  await open(page, id)
  await page.getByRole('button', { name: 'Cut between blocks A and B' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'From block A to B' })
  await dialog.getByRole('button', { name: 'Continue', exact: true }).click()
  await expect(dialog.getByText('The next block starts from the last frame.')).toBeVisible()
  const frame = dialog.getByRole('slider', { name: 'Frame of the end' })
  await expect(frame).toHaveAttribute('aria-valuetext', 'frame 72 of 72')
  await frame.focus()
  for (let press = 0; press < 12; press++) await page.keyboard.press('ArrowLeft')
  await page.keyboard.press(',')
  await expect(frame).toHaveAttribute('aria-valuetext', 'frame 59 of 72')
  await dialog.getByRole('button', { name: 'Start from frame 59 of 72' }).click()
  await expect(dialog.getByText('The next block starts from frame 59 of 72.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('button', { name: /^Continues between blocks A and B/ })).toBeFocused()
  await expect.poll(async () => (await kept(id)).wishes?.starts?.s1?.at).toBeCloseTo(58.5 / 24, 5)
  await page.getByRole('button', { name: 'Render missing, free' }).click()
  const second = async () =>
    (await json<{ items: Task[] }>(`/api/tasks?storyboardId=${id}`)).items.find(({ shotIds }) => shotIds?.[0] === 's1')
  await expect.poll(async () => (await second())?.input.firstFrame).toEqual({ asset: expect.any(String) })
  expect((await ended(studio, (await second())?.id ?? '')).status).toBe('done')
})

test('a shared picture is chosen at the seam, and the seam says so', async ({ page }) => {
  const id = await filmed()
  await open(page, id)
  await page.getByRole('button', { name: 'Cut between blocks B and C' }).click()
  const dialog = page.getByRole('dialog', { name: 'From block B to C' })
  await dialog.getByRole('button', { name: 'Shared picture', exact: true }).click()
  await dialog
    .getByLabel('File for shared picture')
    .setInputFiles({ name: 'shared.png', mimeType: 'image/png', buffer: await picture(640, 360) })
  await expect(dialog.getByRole('button', { name: 'Replace shared picture' })).toBeAttached()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: /^Shared picture between blocks B and C/ })).toBeVisible()
  await expect.poll(async () => (await kept(id)).wishes?.keyframes?.s2).toEqual({ asset: expect.any(String) })
  await page.getByRole('button', { name: 'Cut between blocks A and B' }).click()
  const other = page.getByRole('dialog', { name: 'From block A to B' })
  await other.getByRole('button', { name: 'Shared picture', exact: true }).click()
  await other.getByRole('button', { name: 'Share the frame shown before' }).click()
  await expect(other.getByRole('button', { name: 'Replace shared picture' })).toBeAttached()
  await expect.poll(async () => (await kept(id)).wishes?.keyframes?.s1).toEqual({ asset: expect.any(String) })
})

for (const [colorScheme, width, height] of [
  ['dark', 1440, 900],
  ['light', 390, 844],
] as const)
  test(`axe finds nothing on a seam, ${colorScheme} at ${width}`, async ({ browser }) => {
    const id = await filmed()
    const page = await browser.newPage({ colorScheme, viewport: { width, height } })
    await open(page, id)
    await page.getByRole('button', { name: 'Cut between blocks A and B' }).click()
    const dialog = page.getByRole('dialog', { name: 'From block A to B' })
    await dialog.getByRole('button', { name: 'Continue', exact: true }).click()
    await expect(dialog.getByText('The next block starts from the last frame.')).toBeVisible()
    expect(await axe(page)).toEqual([])
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(over, 'nothing reaches beyond the window').toBe(0)
    await page.close()
  })
