// The page of a test: what its routes still hold when the test is over ends with it.
import { test as base } from '@playwright/test'

export const test = base.extend({
  page: async ({ page }, use) => {
    await use(page)
    // A page asks again of itself; such a request may be on its way through a route just now.
    if (!page.isClosed()) await page.unrouteAll({ behavior: 'ignoreErrors' })
  },
})
