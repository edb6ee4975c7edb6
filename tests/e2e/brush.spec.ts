import { expect, type Page, test } from '@playwright/test'
import sharp from 'sharp'
import { picture } from '../media'
import { axe, settled } from './axe'
import { drafted, type House, kept, sent, withKling } from './desk'
import { compose, next } from './form'

let house: House
test.beforeAll(async () => {
  house = await withKling()
})
test.afterAll(() => house.stop())

const size = { width: 640, height: 400 }
const path = '/v1/videos/image2video'

async function opened(page: Page, more: Record<string, unknown> = {}) {
  const asset = await kept(house.studio, 'frame.png', await picture(size.width, size.height))
  await drafted(page, 'kling-v1-5', 'image-to-video', {
    firstFrame: { asset },
    prompt: 'The boat goes out.',
    mode: 'pro',
    duration: 5,
    ...more,
  })
  await compose(page, house.studio)
}

/** Where a pixel of the picture lies on the screen: the stage shows the whole of it, in its middle. */
async function stage(page: Page) {
  const canvas = page.getByRole('application', { name: /picture to paint on/ })
  await expect(canvas).toBeVisible()
  await settled(page)
  const box = await canvas.boundingBox()
  if (!box) throw new Error('The stage has no place.')
  const scale = Math.min((box.width - 24) / size.width, (box.height - 24) / size.height)
  const left = box.x + (box.width - size.width * scale) / 2
  const top = box.y + (box.height - size.height * scale) / 2
  return (x: number, y: number) => ({ x: left + x * scale, y: top + y * scale })
}

async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }) {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 12 })
  await page.mouse.up()
}

async function light(base64: unknown) {
  const { data, info } = await sharp(Buffer.from(String(base64), 'base64'))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { ...info, at: (x: number, y: number) => data[y * info.width + x] }
}

test('an area is painted, its path drawn, and both arrive at Kling as they were meant', async ({ page }) => {
  await opened(page)
  await page.getByRole('button', { name: 'Paint areas and draw their paths' }).click()
  const at = await stage(page)
  const use = page.getByRole('dialog').getByRole('button', { name: /Use|needs a path/ })
  // A bar near the lower left of the picture; undone once and painted again.
  await drag(page, at(60, 340), at(200, 340))
  await expect(page.getByRole('dialog')).toContainText('painted, no path')
  await expect(use).toHaveText('Area 1 needs a path')
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('dialog')).not.toContainText('painted, no path')
  await page.keyboard.press('Control+Shift+z')
  await page.getByRole('button', { name: 'Draw the path' }).click()
  await drag(page, at(130, 340), at(500, 60))
  await expect(page.getByRole('dialog')).toContainText(/painted, \d+ points/)
  // What stays still, painted by hand in the upper left.
  await page.getByRole('button', { name: /Still area/ }).click()
  await page.getByRole('button', { name: 'Paint', exact: true }).click()
  await drag(page, at(60, 60), at(120, 60))
  await page.getByRole('button', { name: 'Use these areas' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByRole('img', { name: /1 moving area and one that stays still/ })).toBeVisible()
  await next(page).click()
  await expect.poll(() => sent(house.fake, path)).toBeTruthy()

  const body = sent(house.fake, path) ?? {}
  const [one] = body.dynamic_masks as { mask: string; trajectories: { x: number; y: number }[] }[]
  const moving = await light(one?.mask)
  const still = await light(body.static_mask)
  expect([moving.width, moving.height, still.width, still.height]).toEqual([640, 400, 640, 400])
  expect([moving.at(130, 340), moving.at(130, 60), still.at(90, 60), still.at(130, 340)]).toEqual([255, 0, 255, 0])
  // From the bottom left: it begins low on the left and goes up to the right, within the painted area first.
  const points = one?.trajectories ?? []
  const [first, last] = [points[0], points.at(-1)]
  expect(Math.abs((first?.x ?? 0) - 130)).toBeLessThan(6)
  expect(Math.abs((first?.y ?? 0) - (399 - 340))).toBeLessThan(6)
  expect(Math.abs((last?.x ?? 0) - 500)).toBeLessThan(6)
  expect(Math.abs((last?.y ?? 0) - (399 - 60))).toBeLessThan(6)
  expect(moving.at(first?.x ?? 0, 399 - (first?.y ?? 0))).toBe(255)
  expect(points.length).toBeGreaterThan(2)
  expect(points.length).toBeLessThanOrEqual(77)

  // Opened again it shows what was painted.
  await page.reload()
  await page.getByRole('button', { name: 'Paint on' }).click()
  await expect(page.getByRole('dialog')).toContainText(`painted, ${points.length} points`)
  await expect(page.getByRole('button', { name: 'Use these areas' })).toBeVisible()
})

test('by keys alone: an area, two points, and it can be used', async ({ page }) => {
  await opened(page)
  await page.getByRole('button', { name: 'Paint areas and draw their paths' }).press('Enter')
  await stage(page)
  const canvas = page.getByRole('application')
  const second = page.getByRole('list', { name: 'Areas' }).getByRole('button', { name: /^Area 2/ })
  await canvas.focus()
  await page.keyboard.press('2')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await expect(second).toContainText('painted')
  await page.keyboard.press('p')
  await page.keyboard.press('Enter')
  for (let step = 0; step < 4; step++) await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Enter')
  await expect(second).toContainText('painted, 2 points')
  await expect(page.getByRole('button', { name: 'Use these areas' })).toBeVisible()
  // What was painted is not lost by a key.
  await page.keyboard.press('Escape')
  await expect(page.getByText('Leave without using it?')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Use these areas' })).toBeVisible()
})

test('a camera moves along one axis; brush, camera and end frame say why they exclude each other', async ({ page }) => {
  const fresh = house.fake.exchanges.length
  await opened(page)
  await page.getByRole('combobox', { name: 'Camera' }).click()
  await page.getByRole('option', { name: 'One axis' }).click()
  const form = page.getByRole('region', { name: 'Form' })
  await expect(form).toContainText('exclude each other')
  const pan = page.getByRole('textbox', { name: 'Pan, amount' })
  await pan.fill('4')
  await pan.press('Enter')
  await expect(form).toContainText('The camera stays and turns right.')
  const zoom = page.getByRole('textbox', { name: 'Zoom, amount' })
  await zoom.fill('-2.5')
  await zoom.press('Enter')
  await expect(form).toContainText('Pan 4 went back to 0')
  await expect(pan).toHaveValue('0')
  await next(page).click()
  await expect.poll(() => house.fake.exchanges.slice(fresh).findLast((one) => one.path === path)?.code).toBe(0)
  expect(sent(house.fake, path)?.camera_control).toEqual({
    type: 'simple',
    config: { horizontal: 0, vertical: 0, pan: 0, tilt: 0, roll: 0, zoom: -2.5 },
  })
})

for (const [colorScheme, width, height] of [
  ['dark', 1440, 900],
  ['light', 390, 844],
] as const)
  test(`axe finds nothing in the brush, ${colorScheme} at ${width}`, async ({ browser }) => {
    const page = await browser.newPage({ colorScheme, viewport: { width, height } })
    await opened(page)
    await page.getByRole('button', { name: 'Paint areas and draw their paths' }).click()
    await stage(page)
    expect(await axe(page)).toEqual([])
    await page.close()
  })
