// Orders that start from another task's film: they get its frame when it is there, and say why when it is not.

import type { Issue } from '../errors'
import { StudioError } from '../errors'
import { frameOf } from '../media/frame.server'
import { mediaOf } from '../models/input'
import { refusals } from '../models/schema'
import { isStranded, isWaiting } from '../tasks/after'
import { type Change, type Failure, isEnd, type Task } from '../tasks/task'
import { type Desk, messageOf } from './desk'

/** What is called together is looked at once. `hear` is told of every change; `look` goes through all that wait. */
export function openChain(desk: Desk) {
  let running: Promise<void> | undefined
  let again = false
  const go = async () => {
    try {
      while (again && !desk.closing.aborted) {
        again = false
        if (await walk(desk)) again = true
      }
    } catch (error) {
      if (!desk.closing.aborted) console.error(error)
    } finally {
      // Within the same turn as the last question: a call in between would be heard by nobody.
      running = undefined
    }
  }
  const look = (): Promise<void> => {
    again = true
    running ??= go()
    return running
  }
  return {
    look,
    hear(change: Change): void {
      if (!('task' in change) || isEnd(change.task.status) || (isWaiting(change.task) && !change.task.note)) void look()
    },
  }
}

/** Begins a step for each whose film is there, and tells the others how it stands. True: what follows them may stand otherwise. */
async function walk(desk: Desk): Promise<boolean> {
  let turned = false
  for (const task of await desk.tasks.waiting()) {
    if (!task.after) continue
    const before = await desk.tasks.find(task.after.task)
    const film = before?.outputs.find(({ kind }) => kind === 'video')
    if (before?.status === 'done' && film) {
      desk.begin(`frame ${task.id}`, () => start(desk, task, film.id))
      continue
    }
    const said = outlookOf(before)
    const isLost = task.after.lost === true
    if (said.note === task.note && said.lost === isLost) continue
    await desk.tasks.outlook({ id: task.id, before: task.after.task, ...said })
    turned ||= said.lost !== isLost
  }
  return turned
}

const wayOut =
  'Nothing is ordered, nothing paid, and no cap counts it. Render that block again, begin this one from a still, or cancel it.'
const lost = (what: string) => ({ lost: true, note: `${what} ${wayOut}` })

function outlookOf(before: Task | undefined): { lost: boolean; note: string } {
  if (!before) return lost('The film that it starts from was removed.')
  if (before.status === 'failed') return lost('The film that it starts from failed.')
  if (before.status === 'cancelled') return lost('The film that it starts from was cancelled.')
  if (before.status === 'done') return lost('What it starts from has no film.')
  if (isStranded(before)) return lost('The order that it starts from waits for a film that is not coming.')
  return { lost: false, note: 'It starts from the film before it, which is not there yet.' }
}

/** Draws the frame, judges the order as it is sent, and lets it go its way. */
async function start(desk: Desk, { id, after, ...task }: Task, film: string): Promise<void> {
  if (!after) return
  try {
    const row = desk.rowOf(task.provider, task.model)
    const workflow = row?.workflows.find((one) => one.id === task.workflow)
    if (!row || !workflow)
      throw new StudioError('invalid', `The catalogue has no ${task.model} for ${task.workflow} any more.`)
    const most = workflow.fields.frames?.limits.of.bytes
    const frame = await frameOf(desk.library, await desk.library.need(film), { at: after.at, most })
    const input = { ...task.input, firstFrame: { asset: frame.id } }
    const used = mediaOf(input).flatMap(({ medium }) => ('asset' in medium ? [medium.asset] : []))
    const files = await desk.library.findMany(used)
    const issues = refusals(row, workflow, input, (asset) => files.get(asset))
    if (issues.length > 0) throw new StudioError('invalid', issues[0]?.message ?? '', issues.map(inInput))
    await desk.tasks.fill(id, after.task, frame)
    desk.wake(task.provider)
  } catch (error) {
    if (desk.closing.aborted) return
    if (!(error instanceof StudioError) || error.code === 'internal') {
      // The storage or the computer; the next look tries again.
      await desk.tasks.touch(id, ['queued'], { note: `The frame cannot be drawn yet: ${messageOf(error)}` })
      throw error
    }
    const { code, message, issues } = error
    const failure: Failure = { code, message, retryable: false, billed: false, ...(issues ? { issues } : {}) }
    await desk.tasks.move(id, 'queued', 'failed', { error: failure })
  }
}

const inInput = ({ path, message }: Issue): Issue => ({ path: path ? `input.${path}` : 'input', message })
