import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { expect, test } from '@playwright/test'
import { startStudio } from '../studio'

test('with 5,000 takes only those near the window exist, and the last can be reached by keyboard', async ({ page }) => {
  test.setTimeout(180_000)
  const folder = await mkdtemp(path.join(tmpdir(), 'reelboard-crowd-'))
  await (await startStudio({ folder })).stop()
  const store = await PGlite.create(`${folder}/db`)
  await store.exec(`
    insert into tasks (id, rev, kind, provider, model, workflow, input, status, outputs, created_at, updated_at)
    select gen_random_uuid(), nextval('rev'), 'order', 'local', 'animatic', 'text-to-video',
      jsonb_build_object('prompt', 'Film number ' || n), 'cancelled', '[]'::jsonb,
      now() - n * interval '1 minute', now() - n * interval '1 minute'
    from generate_series(5000, 1, -1) n`)
  await store.close()
  const studio = await startStudio({ folder })
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(`${studio.url}/gallery`)
  await expect(page.getByRole('button', { name: /^All 5000$/ })).toBeVisible()
  await expect(page.getByText('Film number 1', { exact: true }).first()).toBeVisible()
  await page.locator('a[data-open]').first().focus()
  const elements = () => page.evaluate(() => document.querySelectorAll('*').length)
  for (let turn = 0; turn < 12; turn++) {
    await page.keyboard.press('End')
    await expect(page.locator(':focus')).toHaveAttribute('data-open', 'true')
    expect(await elements()).toBeLessThan(3000)
  }
  await page.goto(`${studio.url}/gallery?order=oldest`)
  await expect(page.getByText('Film number 5000', { exact: true }).first()).toBeVisible()
  await studio.stop()
  await rm(folder, { recursive: true, force: true })
})
