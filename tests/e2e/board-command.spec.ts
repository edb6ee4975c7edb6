import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import type { Storyboard } from '../../lib/storyboard/storyboard'
import type { Task } from '../../lib/tasks/task'
import { type Running, startStudio } from '../studio'
import { axe } from './axe'
import { ask, ended } from './order'

test.use({ viewport: { width: 1440, height: 1000 } })

let studio: Running
test.beforeAll(async () => {
  studio = await startStudio()
})
test.afterAll(() => studio.stop())

const shots = ['Dawn over slate', 'The lamp turns', 'A boat, far out', 'Night falls'].map((prompt) => ({
  prompt,
  duration: 3,
}))

const json = <T>(path: string, body?: unknown, method?: string) => ask<T>(studio, path, body, method)
const board = (more: object = {}) =>
  json<Storyboard>('/api/storyboards', {
    title: 'Keeper',
    settings: { provider: 'local', model: 'animatic' },
    shots,
    ...more,
  })
const kept = (id: string) => json<Storyboard>(`/api/storyboards/${id}`)

async function open(page: Page, id: string) {
  await page.goto(`${studio.url}/storyboards/${id}`)
  await expect(page.getByText('Block A').first()).toBeVisible()
}
const cards = (page: Page) => page.locator('[data-shot]')
async function palette(page: Page, words: string) {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Find or do anything' }).fill(words)
  await expect(page.getByRole('option').first()).toBeVisible()
}

test('several shots are taken by keyboard and changed at once, a pinned one passed by, and one undo brings them back', async ({
  page,
}) => {
  const { id } = await board()
  await open(page, id)
  await cards(page)
    .nth(1)
    .getByRole('button', { name: /^Shot 2/ })
    .click()
  await page.keyboard.press('p')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  await expect(page.getByRole('heading', { name: '3 shots' })).toBeVisible()
  await page.keyboard.press('4')
  await expect
    .poll(async () => (await kept(id)).shots.map(({ framing }) => framing ?? 'none'))
    .toEqual(['none', 'none', 'close', 'close'])
  await page.keyboard.press('Alt+ArrowLeft')
  await expect.poll(async () => (await kept(id)).shots[3]?.prompt).toBe('Dawn over slate')
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await kept(id)).shots[0]?.prompt).toBe('Dawn over slate')
  await palette(page, 'duplicate')
  await page.keyboard.press('Enter')
  await expect(cards(page)).toHaveCount(7)
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.keyboard.press('Delete')
  await expect(cards(page)).toHaveCount(4)
})

test('blocks are split, locked and moved by key, and each says why', async ({ page }) => {
  const { id } = await board()
  await open(page, id)
  await cards(page)
    .nth(2)
    .getByRole('button', { name: /^Shot 3/ })
    .click()
  const inOneBreath = (...keys: string[]) =>
    page.evaluate((all) => {
      for (const key of all)
        dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey: key === 'Enter', cancelable: true }))
    }, keys)
  const orders = async () => (await json<{ items: Task[] }>(`/api/tasks?storyboardId=${id}`)).items
  // The plan has not heard of the split when the order is pressed.
  await inOneBreath('b', 'Enter')
  await expect(
    page.getByRole('dialog', { name: 'Before rendering' }).getByText('Block B', { exact: true }),
  ).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  expect(await orders()).toEqual([])
  await page.keyboard.press('Shift+L')
  await page.keyboard.press('Shift+B')
  await expect(page.getByText('Join block B to A: Locked blocks stay as they are.').first()).toBeVisible()
  await page.keyboard.press('Alt+Shift+ArrowLeft')
  await expect
    .poll(async () => (await kept(id)).shots.map(({ prompt }) => prompt))
    .toEqual([2, 3, 0, 1].map((at) => shots[at]?.prompt))
  const { wishes, shots: now } = await kept(id)
  expect(wishes?.locks).toEqual([[now[0]?.id, now[1]?.id]])
  await page
    .getByRole('button', { name: /Block A/ })
    .first()
    .click()
  await expect(page.getByText('Locked: it stays as it is.')).toBeVisible()
  await page.keyboard.press('Escape')
  // And what is changed before the order has gone out was priced for nobody.
  await inOneBreath('Enter', 'd')
  const told = page.getByText('The board was changed right after the press, so nothing was ordered.')
  await expect(told.first()).toBeVisible()
  expect(await orders()).toEqual([])
})

test('a board goes out as one file and comes back with its words, its picture kept once', async ({ page }) => {
  const sent = await fetch(`${studio.url}/api/media?name=sea.jpg`, {
    method: 'PUT',
    body: await readFile('public/samples/adrift.jpg'),
  })
  const { id: picture } = (await sent.json()) as { id: string }
  const { id } = await board({
    title: 'Out and in',
    look: 'Grain, 35 mm',
    shots: [{ prompt: '“Slate” — 海', duration: 2.5, framing: 'wide', colour: 'blue', firstFrame: { asset: picture } }],
  })
  await open(page, id)
  const coming = page.waitForEvent('download')
  await page.keyboard.press('Shift+E')
  const file = await (await coming).path()
  await page.goto(`${studio.url}/storyboards`)
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Import' })
  await dialog.getByLabel('File to import').setInputFiles({
    name: 'broken.zip',
    mimeType: 'application/zip',
    buffer: (await readFile(file)).subarray(0, 3000),
  })
  await expect(dialog.getByText('broken.zip cannot be unpacked')).toBeVisible()
  await dialog
    .getByLabel('File to import')
    .setInputFiles({ name: 'out.zip', mimeType: 'application/zip', buffer: await readFile(file) })
  await dialog.getByRole('button', { name: 'Make a board of 1 shot' }).click()
  await expect(page).toHaveURL(/storyboards\/[0-9a-f-]{36}/)
  const again = await kept(new URL(page.url()).pathname.split('/').at(-1) ?? '')
  const { id: _, version: __, createdAt: ___, updatedAt: ____, ...told } = await kept(id)
  expect(again).toMatchObject(told)
  expect(again.id).not.toBe(id)
  const { items } = await json<{ items: unknown[] }>('/api/media?q=jpg')
  expect(items).toHaveLength(1)
})

test('a pasted request of several shots becomes a board, word for word', async ({ page }) => {
  await page.goto(`${studio.url}/storyboards`)
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Import' })
  await dialog.getByRole('textbox', { name: 'Script or request' }).fill(
    JSON.stringify([
      {
        taskType: 'videoInference',
        taskUUID: '6c1a3a52-7c5e-4b2d-8a0e-1f1f1f1f1f1f',
        model: 'klingai:kling-video@3-pro',
        duration: 7,
        width: 1920,
        height: 1080,
        providerSettings: {
          klingai: {
            multiPrompt: [
              { prompt: 'A  lamp; it turns', duration: 4 },
              { prompt: 'The sea', duration: 3 },
            ],
          },
        },
      },
    ]),
  )
  await dialog.getByRole('button', { name: 'Make a board of 2 shots' }).click()
  await expect(page).toHaveURL(/storyboards\/[0-9a-f-]{36}/)
  const made = await kept(new URL(page.url()).pathname.split('/').at(-1) ?? '')
  expect(made.shots.map(({ prompt, duration }) => [prompt, duration])).toEqual([
    ['A  lamp; it turns', 4],
    ['The sea', 3],
  ])
  expect(made.settings).toMatchObject({ provider: 'runware', model: 'klingai:kling-video@3-pro', aspectRatio: '16:9' })
})

test('a paused queue places nothing, takes another sequence, and goes on', async ({ page }) => {
  test.setTimeout(180_000)
  await json('/api/queue', { paused: true }, 'PUT')
  const { id, shots: own } = await board({ title: 'Queued', wishes: {} })
  const second = own[2]?.id ?? ''
  await json(`/api/storyboards/${id}`, { ...(await kept(id)), wishes: { breaks: { [second]: 'split' } } }, 'PUT')
  await open(page, id)
  await page.getByRole('button', { name: 'Render missing, free' }).click()
  const tasks = async () => (await json<{ items: Task[] }>(`/api/tasks?storyboardId=${id}`)).items
  await expect.poll(async () => (await tasks()).map(({ status }) => status)).toEqual(['queued', 'queued'])
  await page.keyboard.press('q')
  const drawer = page.getByRole('dialog', { name: 'Queue' })
  const lines = drawer.getByRole('list', { name: 'Waiting' }).getByRole('listitem')
  await expect(lines).toHaveCount(2)
  const first = (await lines.first().getByRole('link').textContent()) ?? ''
  await lines
    .nth(1)
    .getByRole('button', { name: /^Earlier/ })
    .click()
  await expect(lines.nth(1)).toContainText(first)
  await drawer.getByRole('button', { name: 'Resume the queue' }).click()
  for (const { id: task } of await tasks()) expect((await ended(studio, task)).status).toBe('done')
  await expect(drawer.getByText('Nothing waits.')).toBeVisible()
})

for (const [colorScheme, width, height] of [
  ['dark', 1440, 900],
  ['light', 390, 844],
] as const)
  test(`axe finds nothing in the palette, the queue, the check and the import, ${colorScheme} at ${width}`, async ({
    browser,
  }) => {
    const { id } = await board({
      shots: [...shots, { prompt: 'Talk', duration: 1, dialogue: 'Far too many words for it' }],
    })
    const page = await browser.newPage({ colorScheme, viewport: { width, height } })
    await open(page, id)
    for (const [press, name] of [
      ['Control+k', 'Find or do anything'],
      ['q', 'Queue'],
      ['c', 'Before rendering'],
    ] as const) {
      await page.keyboard.press(press)
      const dialog = page.getByRole('dialog', { name })
      await expect(dialog).toBeVisible()
      // What costs nothing comes first: whoever presses Enter right away has ordered nothing.
      if (press === 'c') await expect(dialog.getByRole('button', { name: 'Close' })).toBeFocused()
      expect(await axe(page)).toEqual([])
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog', { name })).toBeHidden()
    }
    if (width > 1000) {
      await page.keyboard.press('Control+a')
      await expect(page.getByRole('heading', { name: '5 shots' })).toBeVisible()
      expect(await axe(page)).toEqual([])
    }
    await page.goto(`${studio.url}/storyboards`)
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await expect(page.getByRole('dialog', { name: 'Import' })).toBeVisible()
    expect(await axe(page)).toEqual([])
    await page.close()
  })
