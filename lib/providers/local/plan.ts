// An order for the animatic → what is drawn: shots in frames, and which picture goes with which.
import type { Medium } from '../../media/medium'
import type { Input } from '../../models/input'
import type { Workflow } from '../../models/row'
import { sizeOf } from '../../models/size'
import type { Order } from '../provider'

/** `path` is where in the input the picture stands. */
export type Still = { path: string; medium: Medium }
type PlannedShot = { prompt: string; frames: number; stills: Still[] }
/**
 * `bare`: it does not fade at its ends, where other films go on, and bears no numbers: an order does not know which shots
 * of the film its own are, nor which they will be once the film is put together.
 */
export type Plan = { width: number; height: number; fps: number; bare?: boolean; shots: PlannedShot[] }

/** Unset is what the row's form starts with: 1280×720, 24 frames a second, 5 s; with shots their sum. */
export function planOf({ input, workflow, part }: Pick<Order, 'input' | 'workflow' | 'part'>): Plan {
  const { width, height } = sizeIn(workflow, input)
  const fps = input.fps ?? startOf(workflow, 'fps')
  const told = input.shots?.length
    ? input.shots
    : [{ prompt: input.prompt ?? '', duration: input.duration ?? startOf(workflow, 'duration') }]
  const dealt = deal(input, told.length)
  return {
    width,
    height,
    fps,
    ...(part ? { bare: true } : {}),
    shots: told.map(({ prompt, duration }, index) => ({
      prompt,
      frames: Math.round(duration * fps),
      stills: dealt[index] ?? [],
    })),
  }
}

function sizeIn(workflow: Workflow, input: Input) {
  const size = workflow.fields.size
  const start = size?.start as Input | undefined
  const found = size && (sizeOf(size.limits, input) ?? (start && sizeOf(size.limits, start)))
  if (!found) throw new Error('This size is not in the list of the animatic.')
  return found
}

function startOf(workflow: Workflow, field: 'fps' | 'duration'): number {
  const start = workflow.fields[field]?.start
  if (typeof start !== 'number') throw new Error(`The animatic has no ${field} to start with.`)
  return start
}

/**
 * The first frame opens the first shot and the last frame ends the last one. Reference pictures go in order to the shots
 * between that have none, one each; more pictures than such shots share them. Pictures of one shot follow each other.
 */
function deal(input: Input, count: number): Still[][] {
  const references = (input.referenceImages ?? []).map((medium, index) => ({
    path: `referenceImages.${index}`,
    medium,
  }))
  const first = input.firstFrame ? [{ path: 'firstFrame', medium: input.firstFrame }] : []
  const last = input.lastFrame ? [{ path: 'lastFrame', medium: input.lastFrame }] : []
  const all = Array.from({ length: count }, (_, index) => index)
  const bare = all.filter((index) => !(index === 0 && first.length) && !(index === count - 1 && last.length))
  const takers = bare.length ? bare : all
  const crowded = references.length > takers.length
  const bounds = (place: number) => (crowded ? Math.floor((place * references.length) / takers.length) : place)
  return all.map((index) => {
    const place = takers.indexOf(index)
    const own = place < 0 ? [] : references.slice(bounds(place), bounds(place + 1))
    return [...(index === 0 ? first : []), ...own, ...(index === count - 1 ? last : [])]
  })
}
