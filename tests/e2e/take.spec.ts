import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { probe } from '../../lib/media/probe.server'
import type { Storyboard } from '../../lib/storyboard/storyboard'
import type { Task } from '../../lib/tasks/task'
import { type Running, startStudio } from '../studio'
import { axe } from './axe'
import { ask, ended } from './order'

test.use({ viewport: { width: 1440, height: 1000 } })
test.describe.configure({ mode: 'serial' })

const animatic = { provider: 'local', model: 'animatic' }
let studio: Running
let board: Storyboard
let block: Task
let again: Task

const json = <T>(path: string, body?: unknown, method?: string) => ask<T>(studio, path, body, method)
async function render(more: object): Promise<Task> {
  const { tasks } = await json<{ tasks: Task[] }>(`/api/storyboards/${board.id}/render`, { ...animatic, ...more })
  return ended(studio, tasks[0]?.id ?? '')
}

/** Two shots in one order, and the second by itself once more. */
test.beforeAll(async () => {
  test.setTimeout(240_000)
  studio = await startStudio()
  board = await json<Storyboard>('/api/storyboards', {
    title: 'Two takes',
    settings: { ...animatic, aspectRatio: '1:1' },
    shots: [
      { prompt: 'A pier', duration: 3 },
      { prompt: 'A gull', duration: 3 },
    ],
  })
  block = await render({ scope: 'all' })
  again = await render({ blocks: [{ shotIds: [board.shots[1]?.id] }] })
})
test.afterAll(() => studio.stop())

async function open(page: Page, at: number) {
  await page.goto(`${studio.url}/storyboards/${board.id}`)
  await page
    .locator('[data-shot]')
    .nth(at - 1)
    .getByRole('button', { name: new RegExp(`^Shot ${at}`) })
    // On its picture: in the middle other controls lie on the card.
    .click({ position: { x: 30, y: 30 } })
}
const taken = (page: Page, label: string) =>
  page.getByLabel(label, { exact: true }).evaluate((at: HTMLVideoElement) => at.currentTime)
const chosen = async () =>
  (await json<Storyboard>(`/api/storyboards/${board.id}`)).wishes?.chosen?.[board.shots[1]?.id ?? '']

test('two takes are compared by keyboard under one clock, and the better one is chosen', async ({ page }) => {
  await open(page, 2)
  expect(block.shotIds).toHaveLength(2)
  await page.getByRole('button', { name: 'Compare takes, A and B' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Shot 02, A and B' })
  await expect(dialog.getByLabel('A, take 2')).toBeVisible()
  const position = dialog.getByRole('slider', { name: 'Position' })
  for (let step = 1; step <= 12; step++) {
    await page.keyboard.press('.')
    await expect(position).toHaveAttribute('aria-valuetext', `00:00:00:${String(step).padStart(2, '0')}`)
  }
  // The new take begins at its start; of the old one the shot's part does, three seconds in.
  await expect.poll(() => taken(page, 'A, take 2')).toBeCloseTo(12.5 / 24, 1)
  await expect.poll(() => taken(page, 'B, take 1')).toBeCloseTo(3 + 12.5 / 24, 1)
  await page.keyboard.press(',')
  await expect(position).toHaveAttribute('aria-valuetext', '00:00:00:11')
  await page.keyboard.press('w')
  const border = dialog.getByRole('slider', { name: 'Border between A and B' })
  await border.focus()
  await page.keyboard.press('ArrowRight')
  await expect(border).toHaveAttribute('aria-valuenow', '52')
  await page.keyboard.press('x')
  await expect(dialog.getByLabel('A, take 1')).toBeVisible()
  await page.keyboard.press('Space')
  await expect(dialog.getByRole('button', { name: 'Pause' })).toBeVisible()
  await page.keyboard.press('k')
  expect(await axe(page)).toEqual([])
  await page.keyboard.press('a')
  await expect(dialog.getByRole('button', { name: 'A is chosen' })).toBeVisible()
  await expect.poll(chosen).toBe(block.id)
  await page.keyboard.press('b')
  await expect.poll(chosen).toBe(again.id)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})

test('a star and a note stay with the take over a reload, and another tab sees them at once', async ({
  page,
  context,
}) => {
  await open(page, 2)
  const other = await context.newPage()
  await open(other, 2)
  const part = page.getByRole('region', { name: 'Take', exact: true })
  const note = part.getByRole('textbox', { name: 'Note on this take' })
  await note.fill('The gull turns too early.')
  await note.blur()
  await part.getByRole('button', { name: 'Star', exact: true }).click()
  const seen = other.getByRole('region', { name: 'Take', exact: true })
  await expect(seen.getByRole('textbox', { name: 'Note on this take' })).toHaveValue('The gull turns too early.')
  await expect(seen.getByRole('button', { name: 'Take the star away' })).toBeVisible()
  await other.close()
  await page.reload()
  await open(page, 2)
  await expect(note).toHaveValue('The gull turns too early.')
  await expect(part.getByRole('button', { name: 'Take the star away' })).toBeVisible()
  // It is the take's, so it is there wherever the take is.
  await page.goto(`${studio.url}/gallery/${again.id}`)
  await expect(page.getByRole('textbox', { name: 'Note on this take' })).toHaveValue('The gull turns too early.')
})

test('from one take to the next the board plays without a black frame', async ({ page }) => {
  await open(page, 1)
  await page.getByRole('button', { name: 'Sound off' }).click()
  await expect
    .poll(() => page.locator('video[aria-label="Film"]').evaluate((at: HTMLVideoElement) => at.readyState))
    .toBeGreaterThan(1)
  // On every frame that is drawn, the film in front has a picture; one that is sought anew keeps its last until then.
  await page.evaluate(() => {
    const seen = { frames: 0, empty: 0, films: new Set<string>() }
    const drawn = new WeakMap<HTMLVideoElement, string>()
    Object.assign(window, { seen })
    const look = () => {
      for (const film of document.querySelectorAll('video')) if (film.readyState >= 2) drawn.set(film, film.src)
      const front = document.querySelector<HTMLVideoElement>('video[aria-label="Film"]')
      seen.frames++
      if (!front || drawn.get(front) !== front.src) seen.empty++
      else seen.films.add(front.src)
      requestAnimationFrame(look)
    }
    look()
  })
  await page.keyboard.press('l')
  const position = page.getByRole('slider', { name: 'Position' })
  await expect
    .poll(async () => Number(await position.getAttribute('aria-valuenow')), { timeout: 60_000 })
    .toBeGreaterThan(80)
  const seen = await page.evaluate(() => {
    const { seen } = window as unknown as { seen: { frames: number; empty: number; films: Set<string> } }
    return { frames: seen.frames, empty: seen.empty, films: seen.films.size }
  })
  expect(seen.films).toBe(2)
  expect(seen.empty, `of ${seen.frames}`).toBe(0)
})

test('the film of the board is made and downloaded under its title', async ({ page }) => {
  test.setTimeout(180_000)
  await open(page, 1)
  await page.keyboard.press('Shift+F')
  const dialog = page.getByRole('dialog', { name: 'The film' })
  await expect(dialog.getByText('2 shots of footage')).toBeVisible()
  await expect(dialog.getByText('The takes are joined as they are', { exact: false })).toBeVisible()
  await dialog.getByRole('button', { name: 'Make the film, free' }).click()
  const link = dialog.getByRole('region', { name: 'Film' }).getByRole('link', { name: 'Download' })
  await expect(link).toBeVisible({ timeout: 120_000 })
  await expect(dialog.getByText('It shows the board as it stands.')).toBeVisible()
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  expect(download.suggestedFilename()).toBe('Two takes.mp4')
  const file = await download.path()
  expect((await readFile(file)).subarray(4, 8).toString('latin1')).toBe('ftyp')
  const facts = await probe(file)
  expect(facts).toMatchObject({ kind: 'video', mime: 'video/mp4', width: 720, height: 720 })
  expect(Math.abs((facts.duration ?? 0) - 6)).toBeLessThanOrEqual(1 / 24)
  expect(await axe(page)).toEqual([])
  // Nothing else is cut for a shot that says something else by now; but that is told.
  const standing = await json<Storyboard>(`/api/storyboards/${board.id}`)
  const [first, ...others] = standing.shots
  await json(`/api/storyboards/${board.id}`, { ...standing, shots: [{ ...first, prompt: 'A mole' }, ...others] }, 'PUT')
  await expect(dialog.getByText('1 shot out of date', { exact: true })).toBeVisible()
  await expect(dialog.getByText('It shows what stands on the board, 1 shot out of date.')).toBeVisible()
})

test('what stands for a shot is told, compared and made on a phone as well', async ({ browser }) => {
  const page = await browser.newPage({ colorScheme: 'light', viewport: { width: 390, height: 844 } })
  await open(page, 2)
  const drawer = page.getByRole('dialog', { name: 'Shot' })
  await drawer.getByRole('button', { name: 'Compare takes, A and B' }).click()
  const dialog = page.getByRole('dialog', { name: 'Shot 02, A and B' })
  await expect(dialog.getByLabel(/^A, take/)).toBeVisible()
  const [a, b] = await Promise.all([/^A, take/, /^B, take/].map((name) => dialog.getByLabel(name).boundingBox()))
  expect(b?.y).toBeGreaterThanOrEqual((a?.y ?? 0) + (a?.height ?? 0))
  expect(await axe(page)).toEqual([])
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(over, 'nothing reaches beyond the window').toBe(0)
  await page.close()
})
