// The server's start and end: the studio is opened with it, takes up what was left, and is closed before the process ends.
import { StudioError } from './lib/errors'
import { closeStudio, studio } from './lib/runtime.server'

let ending = false
async function end(code: number): Promise<void> {
  if (ending) return
  ending = true
  // Whatever hangs, the process ends; the database bears a hard end.
  setTimeout(() => process.exit(code), 8_000).unref()
  await closeStudio().catch((error) => console.error(error))
  process.exit(code)
}

export async function begin(): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // Next itself would leave while we close; in development it has more to put away than we have.
    if (process.env.NODE_ENV === 'production') process.removeAllListeners(signal)
    process.on(signal, () => void end(0))
  }
  const parent = Number(process.env.REELBOARD_PARENT)
  if (parent > 0)
    setInterval(() => {
      if (process.ppid !== parent) void end(0)
    }, 500).unref()
  try {
    await studio()
  } catch (error) {
    console.error(error instanceof StudioError ? error.message : error)
    process.exit(1)
  }
}
