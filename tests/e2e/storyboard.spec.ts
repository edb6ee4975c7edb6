import { expect, type Page, type Route } from '@playwright/test'
import type { Storyboard } from '../../lib/storyboard/storyboard'
import type { Task } from '../../lib/tasks/task'
import { type Running, startStudio } from '../studio'
import { axe, looks } from './axe'
import { ask, ended } from './order'
import { test } from './page'

// Four cards in a row, none below the fold.
test.use({ viewport: { width: 1440, height: 1000 } })

let studio: Running
test.beforeAll(async () => {
  studio = await startStudio()
})
test.afterAll(() => studio.stop())

const animatic = { provider: 'local', model: 'animatic' }
const shots = ['Dawn over slate', 'The lamp turns', 'A boat, far out', 'Night falls'].map((prompt) => ({
  prompt,
  duration: 3,
}))

const json = <T>(path: string, body?: unknown, method?: string) => ask<T>(studio, path, body, method)
const board = (more: object = {}) =>
  json<Storyboard>('/api/storyboards', { title: 'Keeper', settings: animatic, shots, ...more })
const kept = (id: string) => json<Storyboard>(`/api/storyboards/${id}`)
const prompts = async (id: string) => (await kept(id)).shots.map(({ prompt }) => prompt)

async function open(page: Page, id: string) {
  await page.goto(`${studio.url}/storyboards/${id}`)
  await expect(page.getByRole('textbox', { name: 'Title of the board' })).toBeVisible()
}
const words = (page: Page, at: number) => page.getByRole('textbox', { name: `Words of shot ${at}` })
const card = (page: Page, at: number) => page.locator('[data-shot]').nth(at - 1)
const saved = (page: Page) => expect(page.getByText('Saved', { exact: true })).toBeVisible()

test('a sample opens in one click and renders for free; its takes play', async ({ page }) => {
  test.setTimeout(180_000)
  await page.goto(`${studio.url}/storyboards`)
  await page.getByRole('button', { name: 'Open a copy of Adrift' }).click()
  // The first picture of a fresh studio takes longer than any after it.
  await expect(page).toHaveURL(/storyboards\/[0-9a-f-]{36}/, { timeout: 60_000 })
  await page.getByRole('button', { name: 'Render missing, free' }).click()
  await expect(card(page, 3).getByText('Take 1')).toBeVisible({ timeout: 120_000 })
  await expect(page.getByRole('button', { name: 'Nothing is missing' })).toBeVisible()
  const { items } = await json<{ items: Task[] }>(
    `/api/tasks?storyboardId=${new URL(page.url()).pathname.split('/').at(-1)}`,
  )
  expect(items.map(({ status }) => status)).toEqual(['done'])
  const film = page.locator('video[aria-label="Film"]')
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await expect.poll(() => film.evaluate((at: HTMLVideoElement) => at.currentTime)).toBeGreaterThan(0.2)
})

test('edits are saved by themselves, undone without end, and survive a reload in the middle of a word', async ({
  page,
}) => {
  const { id } = await board()
  await open(page, id)
  await words(page, 1).fill('Dawn, and no wind')
  await saved(page)
  await expect.poll(() => prompts(id)).toContain('Dawn, and no wind')
  await card(page, 2)
    .getByRole('button', { name: /^Shot 2/ })
    .click()
  await page.keyboard.press('d')
  await expect(page.locator('[data-shot]')).toHaveCount(5)
  await page.keyboard.press('Delete')
  await expect(page.locator('[data-shot]')).toHaveCount(4)
  for (let step = 0; step < 3; step++) await page.keyboard.press('Control+z')
  await expect(page.locator('[data-shot]')).toHaveCount(4)
  await expect(words(page, 1).or(card(page, 1)).first()).toContainText('Dawn over slate')
  for (let step = 0; step < 3; step++) await page.keyboard.press('Control+Shift+z')
  await expect(card(page, 1)).toContainText('Dawn, and no wind')
  await saved(page)
  await card(page, 1)
    .getByRole('button', { name: /^Shot 1/ })
    .click()
  await page.route('**/api/storyboards/*', (route) =>
    route.request().method() === 'PUT' ? route.abort() : route.continue(),
  )
  await words(page, 1).fill('Half a wor')
  await expect(page.getByText('Not saved, kept in this browser')).toBeVisible()
  expect(await prompts(id)).toContain('Dawn, and no wind')
  await page.unroute('**/api/storyboards/*')
  await page.reload()
  await expect(words(page, 1)).toHaveValue('Half a wor')
  await expect.poll(() => prompts(id)).toContain('Half a wor')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(words(page, 1)).toHaveValue('Dawn, and no wind')
  await saved(page)
  // An answer is lost, and more is written before the studio is heard again: nobody else changed the board.
  const lose = async (route: Route) => {
    if (route.request().method() !== 'PUT') return route.continue()
    await route.fetch()
    await route.abort()
  }
  await page.route('**/api/storyboards/*', lose)
  await words(page, 1).fill('Dawn, and a breeze')
  await expect(page.getByText('Not saved, kept in this browser')).toBeVisible()
  // Taken back, it is not as it was saved before: the studio has what was sent.
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(words(page, 1)).toHaveValue('Dawn, and no wind')
  await expect(page.getByText('Not saved, kept in this browser')).toBeVisible()
  await page.unroute('**/api/storyboards/*')
  await expect.poll(() => prompts(id)).toContain('Dawn, and no wind')
  await saved(page)
  await page.route('**/api/storyboards/*', lose)
  await words(page, 1).fill('Dawn, and a breeze')
  await expect(page.getByText('Not saved, kept in this browser')).toBeVisible()
  await words(page, 1).fill('Dawn, and a storm')
  await page.unroute('**/api/storyboards/*')
  await expect.poll(() => prompts(id)).toContain('Dawn, and a storm')
  await saved(page)
  await fetch(`${studio.url}/api/storyboards/${id}`, { method: 'DELETE' })
  await words(page, 1).fill('Written after it was removed')
  await page.getByRole('button', { name: 'Removed elsewhere: keep it as a new board' }).click()
  await page.waitForURL((url) => url.pathname.startsWith('/storyboards/') && !url.pathname.endsWith(id))
  await expect(words(page, 1)).toHaveValue('Written after it was removed')
})

test('what two tabs left unsaved is kept here until the studio has both', async ({ page }) => {
  const { id, version, createdAt: _, updatedAt: __, ...draft } = await board()
  const left = ['Written in one tab', 'Written in another']
  const keys = () => page.evaluate((at) => Object.keys(localStorage).filter((key) => key.includes(at)), id)
  await page.goto(`${studio.url}/storyboards`)
  for (const [at, prompt] of left.entries())
    await page.evaluate(
      ([key, kept]) => localStorage.setItem(key ?? '', kept ?? ''),
      [
        `reelboard.board.${id}.${at}`,
        JSON.stringify({ version, draft: { ...draft, shots: draft.shots.map((shot) => ({ ...shot, prompt })) } }),
      ],
    )
  await page.route('**/api/storyboards{,/*}', (route) =>
    route.request().method() === 'GET' ? route.continue() : route.abort(),
  )
  await open(page, id)
  await expect(page.getByText('Words that another tab left unsaved stay in this browser').first()).toBeVisible()
  expect(await keys()).toHaveLength(2)
  await page.unroute('**/api/storyboards{,/*}')
  await page.reload()
  await expect
    .poll(async () => {
      const { items } = await json<{ items: Storyboard[] }>('/api/storyboards')
      const other = items.find(({ title }) => title === 'Keeper (found unsaved)')
      return [...(await prompts(id)), ...(other ? await prompts(other.id) : [])].sort()
    })
    .toEqual([...draft.shots, ...draft.shots].map((_, at) => left[at < draft.shots.length ? 1 : 0]))
  await expect.poll(keys).toEqual([])
})

test('two on one board: nothing is lost, whichever side gives way', async ({ browser }) => {
  test.setTimeout(120_000)
  for (const choice of ['Keep mine', 'Take theirs'] as const) {
    const { id } = await board({ title: `Two of us, ${choice}` })
    const [mine, theirs] = await Promise.all([browser.newPage(), browser.newPage()])
    await Promise.all([open(mine, id), open(theirs, id)])
    // What is fetched after the page stands has come, too.
    await theirs.waitForLoadState('networkidle')
    await theirs.route('**/api/storyboards/*', (route) => route.abort())
    await theirs.context().setOffline(true)
    await words(theirs, 1).fill('Written offline')
    await words(mine, 1).fill('Written first')
    await expect.poll(() => prompts(id)).toContain('Written first')
    await theirs.unroute('**/api/storyboards/*')
    await theirs.context().setOffline(false)
    const dialog = theirs.getByRole('dialog', { name: 'This board was changed elsewhere' })
    await dialog.getByRole('button', { name: 'See both' }).click()
    await expect(dialog.getByRole('row', { name: /Shot 01/ })).toContainText('Written offline')
    await expect(dialog.getByRole('row', { name: /Shot 01/ })).toContainText('Written first')
    await dialog.getByRole('button', { name: choice }).click()
    await expect(dialog).toBeHidden()
    const [stands, aside] = choice === 'Keep mine' ? ['offline', 'first'] : ['first', 'offline']
    await expect.poll(() => prompts(id)).toContain(`Written ${stands}`)
    await expect(words(mine, 1)).toHaveValue(`Written ${stands}`, { timeout: 40_000 })
    await expect(words(theirs, 1)).toHaveValue(`Written ${stands}`)
    const { items } = await json<{ items: Storyboard[] }>('/api/storyboards')
    const copy = items.find(({ title }) => title.startsWith(`Two of us, ${choice} (`))
    expect(copy?.shots[0]?.prompt).toBe(`Written ${aside}`)
    await mine.close()
    await theirs.close()
  }
})

test('time moves over the border between two shots, and the total stays', async ({ page }) => {
  const { id } = await board()
  await open(page, id)
  const border = page.getByRole('separator', { name: 'Time between shots 1 and 2' })
  await border.focus()
  await page.keyboard.press('ArrowRight')
  await expect(border).toHaveAttribute('aria-valuetext', '4 s and 2 s')
  await expect.poll(async () => (await kept(id)).shots.map(({ duration }) => duration)).toEqual([4, 2, 3, 3])
})

test('shots change places by key and by hand, and the playhead goes with the selected one', async ({ page }) => {
  const { id } = await board()
  await open(page, id)
  await card(page, 1)
    .getByRole('button', { name: /^Shot 1/ })
    .click()
  await page.keyboard.press('Alt+ArrowRight')
  await expect.poll(() => prompts(id)).toEqual([1, 0, 2, 3].map((at) => shots[at]?.prompt))
  const position = page.getByRole('slider', { name: 'Position' })
  await expect(position).toHaveAttribute('aria-valuetext', '00:00:03:00')
  await card(page, 4).dragTo(card(page, 1))
  await expect.poll(() => prompts(id)).toEqual([3, 1, 0, 2].map((at) => shots[at]?.prompt))
  await expect(position).toHaveAttribute('aria-valuetext', '00:00:06:00')
})

test('another model lists what it cannot make, orders what was chosen, and undo brings all back', async ({ page }) => {
  const { id } = await board({ wishes: { breaks: { a: 'split' }, lengths: {} }, look: 'Grain.' })
  const told = async () => {
    const { version: _, updatedAt: __, ...rest } = await kept(id)
    return rest
  }
  const before = await told()
  await open(page, id)
  await page.getByLabel(/^Model: Animatic/).click()
  await page.getByPlaceholder('Find a model').fill('1.6 Standard')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: /^Turn to/ })
  await expect(dialog.getByRole('listitem')).toHaveCount(4)
  await dialog.getByRole('button', { name: 'The nearest longer' }).click()
  await dialog.getByRole('button', { name: /^Turn to/ }).click()
  await expect.poll(async () => Object.values((await kept(id)).wishes?.lengths ?? {})).toEqual([5, 5, 5, 5])
  expect((await kept(id)).shots.map(({ duration }) => duration)).toEqual([3, 3, 3, 3])
  await expect(page.getByRole('button', { name: 'Runware needs a key' })).toBeVisible()
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click()
  await expect.poll(told).toEqual(before)
})

test('a script becomes a board with its words unchanged; a broken one is refused by its line', async ({ page }) => {
  await page.goto(`${studio.url}/storyboards`)
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Import' })
  await dialog.getByRole('textbox', { name: 'Script or request' }).fill('prompt,duration\nA lamp,4\nA boat,soon')
  await expect(dialog.getByText(/^Line 3: “soon” is no length/)).toBeVisible()
  await dialog
    .getByRole('textbox', { name: 'Script or request' })
    .fill('# The Boat\n\n- It drifts,  slowly. (5 s)\n- *Nothing* moves.')
  await expect(dialog.getByRole('list', { name: 'Shots found' }).getByRole('listitem')).toHaveCount(2)
  await dialog.getByRole('button', { name: 'Make a board of 2 shots' }).click()
  await expect(page).toHaveURL(/storyboards\/[0-9a-f-]{36}/)
  const made = await kept(new URL(page.url()).pathname.split('/').at(-1) ?? '')
  expect(made).toMatchObject({
    title: 'The Boat',
    shots: [
      { prompt: 'It drifts,  slowly.', duration: 5 },
      { prompt: '*Nothing* moves.', duration: 4, fromScript: true },
    ],
  })
})

test('from an empty board to a rendered three-shot film by keyboard alone', async ({ page }) => {
  test.setTimeout(180_000)
  await page.goto(`${studio.url}/storyboards`)
  const add = page.getByRole('button', { name: 'New board' })
  for (let press = 0; press < 40 && !(await add.evaluate((at) => at === document.activeElement)); press++)
    await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Title of the board' })).toBeVisible()
  await expect(page.getByText('No shots yet, so nothing plays.')).toBeVisible()
  for (const [at, line] of ['A pier', 'A gull', 'Rain'].entries()) {
    await page.keyboard.press('n')
    await expect(words(page, at + 1)).toBeFocused()
    await page.keyboard.type(line)
    await page.keyboard.press('Escape')
  }
  await expect(page.getByRole('slider', { name: 'Position' })).toHaveAttribute('aria-valuetext', '00:00:08:00')
  await expect(page.getByText('No takes yet. What plays is a slate.')).toBeVisible()
  await saved(page)
  await page.keyboard.press('Control+Enter')
  const id = new URL(page.url()).pathname.split('/').at(-1)
  const tasks = async () => (await json<{ items: Task[] }>(`/api/tasks?storyboardId=${id}`)).items
  await expect.poll(async () => (await tasks()).length).toBe(1)
  const film = await ended(studio, (await tasks())[0]?.id ?? '')
  expect(film.input.shots?.map(({ prompt }) => prompt)).toEqual(['A pier', 'A gull', 'Rain'])
  expect(film.outputs[0]?.duration).toBeCloseTo(12, 1)
})

test('a pressed order whose answer is lost is placed once', async ({ page }) => {
  const { id } = await board()
  await open(page, id)
  let lost = 0
  await page.route('**/render', async (route) => {
    await route.fetch()
    if (lost++ < 2) await route.abort()
    else await route.continue()
  })
  await page.getByRole('button', { name: 'Render missing, free' }).click()
  await expect.poll(() => lost).toBe(3)
  const { items } = await json<{ items: Task[] }>(`/api/tasks?storyboardId=${id}`)
  expect(items).toHaveLength(1)
  for (const task of items) await fetch(`${studio.url}/api/tasks/${task.id}/cancel`, { method: 'POST' })
})

test('the board plays at authored seconds from any shot', async ({ page }) => {
  const { id } = await board()
  await open(page, id)
  await card(page, 3)
    .getByRole('button', { name: /^Shot 3/ })
    .click()
  const position = page.getByRole('slider', { name: 'Position' })
  await expect(position).toHaveAttribute('aria-valuetext', '00:00:06:00')
  await page.keyboard.press('.')
  await expect(position).toHaveAttribute('aria-valuetext', '00:00:06:01')
  await page.keyboard.press('l')
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  await page.keyboard.press('k')
  await page.keyboard.press('End')
  await expect(position).toHaveAttribute('aria-valuetext', '00:00:11:23')
})

test('a board is deleted after a question whose default keeps it', async ({ page }) => {
  const { id, title } = await board({ title: 'To be deleted' })
  await page.goto(`${studio.url}/storyboards`)
  await page.getByRole('button', { name: `Delete ${title}` }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete this board?' })
  await expect(dialog.getByRole('button', { name: 'Keep' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  expect((await kept(id)).title).toBe(title)
  await page.getByRole('button', { name: `Delete ${title}` }).click()
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByRole('link', { name: title })).toHaveCount(0)
  await expect.poll(async () => (await fetch(`${studio.url}/api/storyboards/${id}`)).status).toBe(404)
})

for (const [colorScheme, width, height] of looks)
  test(`axe finds nothing on boards, ${colorScheme} at ${width}`, async ({ browser }) => {
    const { id } = await board({ look: 'Grain.', wishes: { breaks: {} } })
    const page = await browser.newPage({ colorScheme, viewport: { width, height } })
    await page.goto(`${studio.url}/storyboards`)
    await expect(page.getByRole('link', { name: 'Keeper' }).first()).toBeVisible()
    expect(await axe(page)).toEqual([])
    await open(page, id)
    await expect(page.getByText('Block A').first()).toBeVisible()
    expect(await axe(page)).toEqual([])
    if (width > 1000) {
      for (const view of ['Strip', 'List']) {
        await page.getByRole('button', { name: view, exact: true }).click()
        expect(await axe(page)).toEqual([])
      }
    }
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(over, 'nothing reaches beyond the window').toBe(0)
    await page.close()
  })
