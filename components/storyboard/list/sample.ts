// Two boards of our own making, with stills drawn by our own code; both render on this computer for free.

import { keepSample } from '@/components/media/sample'
import type { BoardShot, NewBoard } from '@/lib/storyboard/storyboard'

type SampleShot = Omit<BoardShot, 'id' | 'firstFrame'> & { still?: string }
export type Sample = { title: string; about: string; still: string; look: string; shots: readonly SampleShot[] }

export const samples: readonly Sample[] = [
  {
    title: 'The Last Keeper',
    about: 'A lighthouse at dawn, and the one who stayed.',
    still: 'lighthouse',
    look: '35 mm, muted slate and brass, soft grain, low sun or none.',
    shots: [
      {
        scene: 'Dawn',
        still: 'lighthouse',
        duration: 4,
        framing: 'wide',
        prompt: 'A white lighthouse stands alone on black rock over a slate sea. Its lamp still turns.',
      },
      {
        scene: 'Dawn',
        duration: 3,
        framing: 'close',
        prompt: 'Low at the waterline, foam runs between the stones and back.',
      },
      {
        scene: 'The stair',
        still: 'stair',
        duration: 3,
        framing: 'long',
        prompt: 'Straight down a spiral stair, brass rail, lamplight rising from below.',
        camera: 'The camera turns with the steps.',
      },
      {
        scene: 'The stair',
        duration: 3,
        framing: 'detail',
        prompt: 'A hand on the rail, knuckles worn pale. It lets go.',
      },
      {
        scene: 'The lamp',
        still: 'lens',
        duration: 4,
        framing: 'medium',
        prompt: 'The lamp room. The great lens turns once; the bulb inside is pale against the morning.',
      },
      { scene: 'The lamp', duration: 3, framing: 'wide', prompt: 'The lamp goes out. The sea is suddenly near.' },
    ],
  },
  {
    title: 'Adrift',
    about: 'An empty boat in the fog, in three shots.',
    still: 'adrift',
    look: 'Fog, silver water, hardly any colour.',
    shots: [
      {
        still: 'adrift',
        duration: 5,
        framing: 'wide',
        prompt: 'An empty boat on still water, fog, a pale sun.',
        camera: 'Slow push in.',
      },
      { duration: 3, framing: 'detail', prompt: 'A frayed line trails from the bow; drops fall from it, one by one.' },
      { duration: 4, framing: 'long', prompt: 'The boat turns with the tide until it points at us.' },
    ],
  },
]

/** The stills go to the library, once however often this is called. */
export async function sampleBoard({ title, look, shots }: Sample): Promise<NewBoard> {
  return {
    title,
    look,
    settings: { provider: 'local', model: 'animatic' },
    shots: await Promise.all(
      shots.map(async ({ still, ...shot }) => ({
        ...shot,
        ...(still ? { firstFrame: { asset: await keepSample(`${still}.jpg`) } } : {}),
      })),
    ),
  }
}
