// Whatever stands in a field, an order is refused at that field and nothing stumbles over it.
import { expect, test } from '@playwright/test'
import { catalog } from '../../../lib/models/catalog'
import type { Input } from '../../../lib/models/input'
import { refusals } from '../../../lib/models/schema'
import { standing } from '../../../lib/models/standing'

const junk: readonly unknown[] = [null, 1.5, 'x'.repeat(9), { toString: 1 }, [null], [{ id: { toString: 1 } }]]
/** Beside what others read: a piece of sound, a mark in the words, frames among pictures. */
const beside = {
  prompt: '@a <<<image_1>>>',
  faces: { session: 's', face: 'f', from: 0, to: 5, at: 0 },
  firstFrame: { ref: 'p' },
}

test('anything at all in any field of any row is judged, in plain words', () => {
  let tried = 0
  for (const row of catalog)
    for (const workflow of row.workflows)
      for (const key of standing(workflow, {}).flatMap(({ keys }) => keys))
        for (const value of junk) {
          const input = { ...beside, [key]: value } as Input
          const said = refusals(row, workflow, input, () => undefined)
          // Words and names may be any text, and what is carried along any object.
          const free = value === junk[2] || (key === 'extra' && value === junk[3]) || typeof value === 'number'
          if (!free && !said.some(({ path }) => path === key || path.startsWith(`${key}.`)))
            throw new Error(`${row.model} ${workflow.id} took ${key}: ${JSON.stringify(value)}`)
          const odd = said.find(({ message }) => /Invalid|expected|\[object|NaN|undefined/.test(message))
          if (odd) throw new Error(`${row.model} ${workflow.id} ${key}: ${odd.path}: ${odd.message}`)
          tried++
        }
  expect(tried).toBeGreaterThan(5000)
})
