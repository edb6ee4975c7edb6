// Resident memory after the start and after ten renders.
import { open, post, resident, round, scratch, sleep, wipe } from './studio.mjs'

const film = {
  provider: 'local',
  model: 'animatic',
  workflow: 'text-to-video',
  input: {
    shots: [
      { prompt: 'Dawn over a slate sea', duration: 2 },
      { prompt: 'The lamp turns', duration: 1 },
    ],
  },
}

export async function memory() {
  const folder = await scratch()
  const studio = await open(folder)
  await sleep(1000)
  const afterStart = await resident(studio.pid)
  for (let made = 0; made < 10; made++) {
    const task = await post(`${studio.url}/api/tasks`, film)
    for (;;) {
      const { status, error } = await fetch(`${studio.url}/api/tasks/${task.id}`).then((answer) => answer.json())
      if (status === 'done') break
      if (status === 'failed') throw new Error(error?.message)
      await sleep(100)
    }
  }
  const afterTen = await resident(studio.pid)
  await studio.close()
  await wipe(folder)
  return {
    afterStartMb: afterStart,
    afterTenRendersMb: afterTen,
    ratio: afterStart && afterTen ? round(afterTen / afterStart) : undefined,
  }
}
