// One runner for everything: unit (no server), api (a built studio over HTTP), e2e (a built studio in Chromium).
import { defineConfig } from '@playwright/test'

const quiet = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export default defineConfig({
  testDir: 'tests',
  fullyParallel: false,
  // Much of a test is waiting for films and timers: three keep two cores busy.
  workers: 3,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['./tests/summary.ts']],
  use: {
    launchOptions: {
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
      args: quiet,
    },
  },
  projects: [
    { name: 'unit', testDir: 'tests/unit' },
    { name: 'api', testDir: 'tests/api' },
    { name: 'e2e', testDir: 'tests/e2e' },
  ],
})
