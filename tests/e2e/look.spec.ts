import { expect, test } from '@playwright/test'
import { film, picture, sound } from '../media'
import { drafted, type House, kept, sent, withKling } from './desk'
import { compose, next } from './form'

let house: House
test.beforeAll(async () => {
  house = await withKling()
})
test.afterAll(() => house.stop())

test('faces are found, one is chosen, and the sound laid where it is seen', async ({ page }) => {
  const sourceVideo = { asset: await kept(house.studio, 'talk.mp4', await film(6, { width: 1280, height: 720 })) }
  const audio = { asset: await kept(house.studio, 'voice.wav', await sound(3)) }
  await drafted(page, 'kling-lip-sync', 'lip-sync', { sourceVideo, audio })
  await compose(page, house.studio)
  await expect(page.getByText('Each look costs 0.05 units')).toBeVisible()
  await page.getByRole('button', { name: 'Find faces' }).click()
  const faces = page.getByRole('list', { name: 'Faces in the film' })
  await expect(faces.getByRole('button')).toHaveCount(2)
  await expect(faces.locator('img').first()).toHaveAttribute('src', /^data:image\/png/)
  await faces.getByRole('button', { name: /Face 2/ }).click()
  // Laid where the face begins, and then a second later by keys.
  const piece = page.getByRole('slider', { name: 'Where the sound is heard' })
  await expect(piece).toHaveAttribute('aria-valuenow', '1.5')
  await piece.press('Shift+ArrowRight')
  const heard = page.getByRole('textbox', { name: 'At which second of the film it is heard' })
  await expect(heard).toHaveValue('2.5')
  // Too late to meet the face for two seconds.
  await heard.fill('3.5')
  await heard.press('Enter')
  await expect(page.getByText('Sound and face meet for 1.5 s; at least 2 s are needed.')).toBeVisible()
  await heard.fill('2')
  await heard.press('Enter')
  await next(page).click()
  const path = '/v1/videos/advanced-lip-sync'
  await expect.poll(() => sent(house.fake, path)).toBeTruthy()
  const found = sent(house.fake, '/v1/videos/identify-face')
  expect(found?.video_url).toContain('https://studio.example.invalid/')
  const { session_id, face_choose } = sent(house.fake, path) as { session_id: string; face_choose: object[] }
  expect(session_id).toMatch(/^\d{18,}$/)
  expect(face_choose).toEqual([
    expect.objectContaining({ face_id: '1', sound_start_time: 0, sound_end_time: 3000, sound_insert_time: 2000 }),
  ])
})

test('a subject is chosen by clicking on it, and the order names the session', async ({ page }) => {
  await kept(house.studio, 'cat.mp4', await film(5, { width: 1280, height: 720, fps: 30 }))
  await drafted(page, 'kling-v1-6', 'video-edit', { editMode: 'removal', prompt: 'Take it out.', duration: 5 })
  await compose(page, house.studio)
  await page.getByRole('button', { name: 'Film to choose in: library, address' }).click()
  await page.getByRole('button', { name: 'cat.mp4' }).click()
  await page.getByRole('button', { name: 'Choose by clicking' }).click()
  const frame = page.getByRole('application', { name: /^Frame 1 of 150/ })
  await expect(frame).toBeVisible()
  const box = await frame.boundingBox()
  await frame.click({ position: { x: (box?.width ?? 0) / 4, y: (box?.height ?? 0) / 2 } })
  const points = page.getByRole('list', { name: 'Points' })
  await expect(points).toContainText('Frame 1')
  await expect(frame.locator('mask')).toHaveCount(1)
  // The same spot again takes it back.
  await frame.click({ position: { x: (box?.width ?? 0) / 4, y: (box?.height ?? 0) / 2 } })
  await expect(points.getByRole('listitem')).toHaveCount(0)
  await frame.press('ArrowRight')
  await frame.press('Enter')
  await expect(points).toContainText('Frame 1')
  await page.getByRole('button', { name: 'Use 1 point' }).click()
  await next(page).click()
  const path = '/v1/videos/multi-elements'
  await expect.poll(() => sent(house.fake, path)).toBeTruthy()
  const [session] = [...house.fake.service.looks.sessions.keys()]
  expect(sent(house.fake, path)).toMatchObject({ session_id: session, edit_mode: 'removal' })
  expect(house.fake.service.looks.sessions.get(session ?? '')?.points.get(0)).toEqual([{ x: 0.51, y: 0.5 }])
})

test('what Kling keeps is listed, and an element of ours is made there and deleted again', async ({ page }) => {
  const frontalImage = { asset: await kept(house.studio, 'front.png', await picture(400, 400)) }
  const images = [{ asset: await kept(house.studio, 'side.png', await picture(400, 400, 'png', 2)) }]
  await fetch(`${house.studio.url}/api/elements`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'keeper', description: 'An old man', frontalImage, images }),
  })
  await page.goto(`${house.studio.url}/library?tab=kept`)
  await expect(page.getByRole('list', { name: 'Elements at Kling' })).toContainText('A preset')
  await page.getByRole('button', { name: 'Voices' }).click()
  await expect(page.getByRole('list', { name: 'Voices at Kling' })).toContainText('A preset voice')
  await page.goto(`${house.studio.url}/library`)
  await page.getByRole('button', { name: '@keeper' }).click()
  await page.getByRole('button', { name: 'Make it there' }).click()
  await expect(page.getByText(/known as \d{18,}/)).toBeVisible()
  await page.getByRole('button', { name: 'Delete it at Kling' }).click()
  await page.getByRole('button', { name: 'Delete there' }).click()
  await expect(page.getByText('not known there yet')).toBeVisible()
})
