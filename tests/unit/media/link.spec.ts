// Addresses for whoever must fetch a file of ours: only those that we gave out, only for a day.
import { expect, test } from '@playwright/test'
import { openLinks } from '../../../lib/media/link.server'
import { openHouse } from '../worker/house'

test('an address is good until its time, for its own file, and also after a restart', async () => {
  const house = await openHouse()
  const library = { need: async (id: string) => ({ id, mime: 'video/mp4' }) as never }
  const open = (PUBLIC_URL?: string) => openLinks(house.database.db, PUBLIC_URL ? { PUBLIC_URL } : {}, library)
  const links = open('https://studio.example/reel')
  const url = new URL((await links.address('film-1')) ?? '')
  expect(url.href).toContain('https://studio.example/reel/api/shared/film-1/file.mp4?')
  const until = Number(url.searchParams.get('until'))
  const sign = url.searchParams.get('sign') ?? ''
  expect(await links.holds('film-1', until, sign)).toBe(true)
  expect(await open('https://studio.example').holds('film-1', until, sign)).toBe(true)
  expect(await links.holds('film-2', until, sign)).toBe(false)
  expect(await links.holds('film-1', until + 60, sign)).toBe(false)
  expect(await links.holds('film-1', 1_700_000_000, sign)).toBe(false)
  expect(await open().address('film-1')).toBeUndefined()
  await house.close()
})
