// What axe finds wrong on a page, in words a person can act on.
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults } from 'axe-core'

const file = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

export async function axe(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: file })
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<AxeResults> } }
    return axe.run()
  })
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help} · ${target.join(' ')} · ${failureSummary ?? ''}`),
  )
}

/** Every width and both schemes, each at least once: colours are the same at any width, and layouts in any colour. */
export const looks = [
  ['dark', 1440, 900],
  ['light', 1024, 768],
  ['light', 390, 844],
] as const
