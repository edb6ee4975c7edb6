'use client'
// The sample board: three shots and their stills, rendered for free on this computer.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/lib/api/client'
import { keys } from '@/lib/api/keys'
import { upload } from '@/lib/api/upload'
import { StudioError } from '@/lib/errors'
import type { Task } from '@/lib/tasks/task'

const shots = [
  {
    still: 'lighthouse',
    duration: 4,
    prompt:
      'Wide over a slate sea at first light. A white lighthouse stands alone on black rock. Slow push in, its lamp still turning.',
  },
  {
    still: 'stair',
    duration: 3,
    prompt: 'Straight down a spiral stair, brass rail, lamplight rising from below. The camera turns with the steps.',
  },
  {
    still: 'lens',
    duration: 3,
    prompt: 'The lamp room. The great lens turns once; the bulb inside is pale against the morning.',
  },
]

/** Keeps the stills in the library and orders the board. The files are kept once, however often this is called. */
async function renderSample(): Promise<Task> {
  const [first, ...others] = await Promise.all(shots.map(({ still }) => keepSample(`${still}.jpg`)))
  return api.addTask({
    body: {
      id: crypto.randomUUID(),
      provider: 'local',
      model: 'animatic',
      workflow: 'image-to-video',
      input: {
        shots: shots.map(({ prompt, duration }) => ({ prompt, duration })),
        duration: shots.reduce((sum, { duration }) => sum + duration, 0),
        firstFrame: { asset: first },
        referenceImages: others.map((asset) => ({ asset })),
        width: 1280,
        height: 720,
      },
    },
  })
}

/** One of the stills that come with the studio, kept in the library: the id of its file. */
export async function keepSample(name: string): Promise<string> {
  const answer = await fetch(`/samples/${name}`)
  if (!answer.ok) throw new StudioError('not-found', `The sample picture ${name} is missing from this studio.`)
  return (await upload(await answer.blob(), name)).id
}

/** One press, and a first film is on its way. */
export function useSample() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: renderSample,
    onSuccess: () => client.invalidateQueries({ queryKey: keys.tasks }),
  })
}
