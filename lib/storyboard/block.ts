// A run of neighbouring shots as one order to a model: the workflow it takes and the input that says it.
import type { Medium } from '../media/medium'
import { renamed } from '../models/handles'
import type { ElementUse, Input } from '../models/input'
import type { Row, Workflow } from '../models/row'
import { keysIn } from '../models/rules'
import { startInput } from '../models/start'
import { modeFor } from './mode'
import { type Board, type BoardShot, boardSeconds, words } from './storyboard'

export type Candidate = { workflow: Workflow; input: Input }

/** @param elements the library's elements by id. */
export type Cast = (id: string) => ElementUse | undefined

const offers = (workflow: Workflow, field: keyof Workflow['fields']) => workflow.fields[field] !== undefined

/** What is ordered for a shot by itself: its authored seconds, unless the person named others. */
export const secondsOf = (board: Board, shot: BoardShot) => board.wishes?.lengths?.[shot.id] ?? shot.duration

/** Other seconds than the authored ones are wished of a shot that is ordered alone; in company such a wish rests. */
export function blockSeconds(board: Board, shots: readonly BoardShot[]): number {
  const [only, ...others] = shots
  return only && others.length === 0 ? secondsOf(board, only) : boardSeconds(shots)
}

/** Workflows that could hold these shots, the one that asks least first. */
function workflowsFor(row: Row, shots: readonly BoardShot[]): Workflow[] {
  const framed = shots.some((shot) => shot.firstFrame || shot.lastFrame)
  const cast = shots.some((shot) => shot.elements?.length)
  const referenced = shots.some((shot) => shot.referenceImages?.length)
  const filmed = shots.some((shot) => shot.referenceVideos?.length)
  return row.workflows.filter((workflow) => {
    if (filmed && !offers(workflow, 'referenceVideos')) return false
    if (workflow.id === 'text-to-video')
      return !framed && !referenced && !filmed && (!cast || offers(workflow, 'elements'))
    if (workflow.id === 'image-to-video') return framed && (!referenced || offers(workflow, 'referenceImages'))
    if (workflow.id === 'reference-to-video') return !framed && (referenced || filmed || cast)
    if (workflow.id === 'motion-control') return filmed
    return false
  })
}

/** The orders that these shots could become, one per workflow that can hold them; none when no workflow can. */
export function candidates(row: Row, board: Board, shots: readonly BoardShot[], cast: Cast): Candidate[] {
  return workflowsFor(row, shots).flatMap((workflow) => candidate(workflow, board, shots, cast) ?? [])
}

function candidate(workflow: Workflow, board: Board, shots: readonly BoardShot[], cast: Cast): Candidate | undefined {
  const [first] = shots
  const last = shots.at(-1)
  if (!first || !last) return
  const total = blockSeconds(board, shots)
  const { duration: _, ...start } = startInput(workflow)
  const several = shots.length > 1
  // What has no place for the others would tell the first shot alone.
  if (several && !offers(workflow, 'shots')) return
  const handles = [...new Set(shots.flatMap((shot) => shot.elements ?? []))]
  const elements = handles.flatMap((id) => cast(id) ?? [])
  const pictures = distinct(shots.flatMap((shot) => shot.referenceImages ?? []))
  const films = distinct(shots.flatMap((shot) => shot.referenceVideos ?? []))
  const input: Input = {
    ...start,
    ...(!several
      ? { prompt: told(first, board.look, pictures) }
      : cutByModel(board)
        ? { prompt: inOne(board, shots, pictures), ...intelligent(workflow) }
        : { shots: shots.map((shot) => ({ prompt: told(shot, board.look, pictures), duration: shot.duration })) }),
    duration: total,
    ...sizeFor(workflow, board),
    ...modeFor(board, workflow),
    ...(board.settings?.sound !== undefined && sounds(workflow) ? { sound: board.settings.sound } : {}),
    ...(first.firstFrame ? { firstFrame: first.firstFrame } : {}),
    ...(last.lastFrame ? { lastFrame: last.lastFrame } : {}),
    ...(elements.length ? { elements } : {}),
    ...(pictures.length ? { referenceImages: pictures } : {}),
    ...(films.length ? { referenceVideos: films } : {}),
  }
  return { workflow, input }
}

/** A field that is never offered is there for imports alone. */
const sounds = (workflow: Workflow) =>
  offers(workflow, 'sound') &&
  !(workflow.rules ?? []).some(
    (rule) => 'bars' in rule && keysIn(rule.bars).includes('sound') && Object.keys(rule.when).length === 0,
  )

/** The person leaves the cuts inside a block to the model; the shots' words then follow each other in one text. */
export const cutByModel = ({ settings }: Board) => settings?.shotMode === 'model'

/** Words of several shots as one text, the look once. */
export const inOne = (board: Board, shots: readonly BoardShot[], pictures: readonly Medium[]) =>
  [board.look?.trim(), ...shots.map((shot) => told(shot, undefined, pictures))].filter(Boolean).join(' ')

/** Where a model can be asked to cut by itself, it is asked. */
const intelligent = (workflow: Workflow): Input =>
  workflow.fields.shotType?.limits.options.includes('intelligence') ? { shotType: 'intelligence' } : {}

/** A shot counts its own pictures from 1; in an order they stand among those of its neighbours, and are called by that place. */
export function told(shot: BoardShot, look: string | undefined, pictures: readonly Medium[]): string {
  const own = shot.referenceImages ?? []
  const names = pictures.map((one) => JSON.stringify(one))
  return renamed(words(shot, look), (name) => {
    const picture = own[Number(/^image_([1-9]\d*)$/.exec(name)?.[1]) - 1]
    const at = picture ? names.indexOf(JSON.stringify(picture)) : -1
    return at < 0 ? undefined : `image_${at + 1}`
  })
}

const distinct = (media: readonly Medium[]) => [
  ...new Map(media.map((medium) => [JSON.stringify(medium), medium])).values(),
]

/** The listed size of the board's shape; without one, the form's own start stands. */
function sizeFor(workflow: Workflow, board: Board): Input {
  const limits = workflow.fields.size?.limits
  const wanted = board.settings?.aspectRatio
  const size = limits?.sizes.find(({ aspectRatio }) => aspectRatio === wanted)
  if (!limits || !size) return {}
  if (limits.as === 'shape') return { aspectRatio: size.aspectRatio }
  if (limits.as !== 'words') return { width: size.width, height: size.height }
  return { aspectRatio: size.aspectRatio, ...(size.resolution ? { resolution: size.resolution } : {}) }
}
