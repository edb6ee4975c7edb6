// Orders that start from another task's film: they get its frame when it is there, and say why when it is not.

import type { Issue } from '../errors'
import { StudioError } from '../errors'
import { frameOf } from '../media/frame.server'
import { mediaOf } from '../models/input'
import { refusals } from '../models/schema'
import { isWaiting } from '../tasks/after'
import { type Change, type Failure, isEnd, type Task } from '../tasks/task'
import { type Desk, messageOf } from './desk'

/** What is called together is looked at once. `hear` is told of every change; `look` goes through all that wait. */
export function openChain(desk: Desk) {
  let running: Promise<void> | undefined
  let again = false
  const look = (): Promise<void> => {
    again = true
    running ??= (async () => {
      while (again && !desk.closing.aborted) {
        again = false
        await walk(desk)
      }
    })()
      .catch((error) => {
        if (!desk.closing.aborted) console.error(error)
      })
      .finally(() => {
        running = undefined
      })
    return running
  }
  return {
    look,
    hear(change: Change): void {
      if (!('task' in change) || isEnd(change.task.status) || (isWaiting(change.task) && !change.task.note)) void look()
    },
  }
}

/** Begins a step for each whose film is there, and tells the others how it stands. */
async function walk(desk: Desk): Promise<void> {
  for (const task of await desk.tasks.waiting()) {
    const before = task.after && (await desk.tasks.find(task.after.task))
    const film = before?.outputs.find(({ kind }) => kind === 'video')
    if (before?.status === 'done' && film) {
      desk.begin(`frame ${task.id}`, () => start(desk, task, film.id))
      continue
    }
    const note = noteOn(before)
    if (note !== task.note) await desk.tasks.touch(task.id, ['queued'], { note })
  }
}

const wayOut = 'Nothing is ordered and nothing paid; render that block again, or cancel this.'

function noteOn(before: Task | undefined): string {
  switch (before?.status) {
    case undefined:
      return `The film that it starts from was removed. ${wayOut}`
    case 'failed':
      return `The film that it starts from failed. ${wayOut}`
    case 'cancelled':
      return `The film that it starts from was cancelled. ${wayOut}`
    case 'done':
      return `What it starts from has no film. ${wayOut}`
    default:
      return 'It starts from the film before it, which is not there yet.'
  }
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
