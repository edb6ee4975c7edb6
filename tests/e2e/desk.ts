// A studio beside a Kling on loopback, and a draft that is there when Compose opens.
import type { Page } from '@playwright/test'
import { type Fake, startFake } from '../fakes/kling/server'
import { type Running, startStudio } from '../studio'

export type House = { fake: Fake; studio: Running; stop(): Promise<void> }

export async function withKling(): Promise<House> {
  const fake = await startFake()
  const studio = await startStudio({
    // Films go to Kling by an address; nobody has to be able to reach this one.
    env: { KLING_BASE_URL: fake.url, KLING_API_KEY: fake.apiKey, PUBLIC_URL: 'https://studio.example.invalid' },
  })
  return { fake, studio, stop: () => Promise.all([studio.stop(), fake.stop()]).then(() => undefined) }
}

export async function kept(studio: Running, name: string, body: Buffer): Promise<string> {
  const answer = await fetch(`${studio.url}/api/media?name=${name}`, { method: 'PUT', body: new Uint8Array(body) })
  if (!answer.ok) throw new Error(await answer.text())
  return (await answer.json()).id
}

/** As if this browser had left off here; once, so that a reload shows what was made of it since. */
export const drafted = (page: Page, model: string, workflow: string, input: Record<string, unknown>) =>
  page.addInitScript(
    (draft) => {
      if (sessionStorage.getItem('drafted')) return
      sessionStorage.setItem('drafted', 'yes')
      localStorage.setItem('reelboard.draft', draft)
    },
    JSON.stringify({ provider: 'kling', model, workflow, input, parked: {} }),
  )

/** The body that the fake was sent on a path, once it has been. */
export const sent = (fake: Fake, path: string) =>
  fake.exchanges.findLast((one) => one.path === path && one.code === 0)?.body
