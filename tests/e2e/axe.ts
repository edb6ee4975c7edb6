// What axe finds wrong on a page, in words a person can act on.
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults } from 'axe-core'

const file = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

export async function axe(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: file })
  await settled(page)
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<AxeResults> } }
    return axe.run()
  })
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help} · ${target.join(' ')} · ${failureSummary ?? ''}`),
  )
}

/** Until nothing on the page moves or fades any more, but for what turns for ever: half faded, words lack contrast and places are wrong. */
export const settled = (page: Page) =>
  page.evaluate(async () => {
    const ending = () =>
      document
        .getAnimations()
        .filter(({ effect, playState }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity)
    for (let all = ending(); all.length > 0; all = ending())
      await Promise.all(all.map(({ finished }) => finished.catch(() => undefined)))
  })

/** Every width and both schemes, each at least once: colours are the same at any width, and layouts in any colour. */
export const looks = [
  ['dark', 1440, 900],
  ['light', 1024, 768],
  ['light', 390, 844],
] as const
