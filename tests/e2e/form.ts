// Hands for the Compose screen: what a person sees is how it is found.
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import type { Running } from '../studio'

export const still = (name: string) => path.resolve(import.meta.dirname, `../../public/samples/${name}.jpg`)
export const words = (page: Page, shot: number) => page.getByRole('textbox', { name: `Shot ${shot}` })
export const next = (page: Page) => page.getByRole('region', { name: 'Form' }).getByRole('button', { name: /^Render/ })

export const emptySlot = (page: Page, label: string) =>
  page.getByRole('button', { name: new RegExp(`^${label}: (Drop|Choose)`) })

/** The form can be used: the kept draft has been read. Until then a press on it falls through. */
export const usable = (page: Page) => expect(page.locator('[data-form]:not([inert])')).toBeVisible()

export async function compose(page: Page, studio: Running, query = '') {
  await page.goto(`${studio.url}/${query}`)
  await usable(page)
}

export async function pickModel(page: Page, name: string) {
  const picker = page.getByRole('combobox', { name: /^Model/ })
  await picker.click()
  const find = page.getByPlaceholder('Find a model')
  await expect(find).toBeFocused()
  await find.fill(name)
  await page.keyboard.press('Enter')
  await expect(
    page.getByRole('combobox', { name: new RegExp(`^Model: .*${name.replaceAll('.', '\\.')}`) }),
  ).toBeVisible()
}

export async function writeShots(page: Page, ...texts: string[]) {
  await page.getByRole('button', { name: 'Mine' }).click()
  for (const [at, text] of texts.entries()) {
    if (at > 0) await page.getByRole('button', { name: /^Add shot/ }).click()
    await words(page, at + 1).fill(text)
  }
}

/** What the form keeps in the browser, as it would be sent. */
export const draft = (page: Page) =>
  page.evaluate(() => {
    window.dispatchEvent(new Event('pagehide'))
    return JSON.parse(localStorage.getItem('reelboard.draft') ?? 'null')
  })
