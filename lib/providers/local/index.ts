// This computer as a provider: animatics drawn by us and films cut from what there is, free. Nothing is sent anywhere.
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { type Io, type Order, type Progress, type Provider, StartFailure, type Ticket } from '../provider'
import { encoderReady, findEncoder, renderer } from './encoder'
import { type Plan, planOf } from './plan'
import { forget, type Job, launch, type Run, runOf, stop } from './render-process'
import { stillPath } from './still'
import { type CutPlan, cutFiles, wholeOf } from './whole'

/**
 * The plan stands in the receipt: a studio that starts again can draw the film anew without asking anybody. `at` is the
 * mark of the studio that draws it.
 */
type Receipt = { name: string; plan: Plan | CutPlan; at?: number }
const receiptOf = (ticket: Ticket) => ticket as Receipt
const receipt = (order: Order, { house }: Io): Receipt => ({
  name: order.name,
  plan: wholeOf(order) ?? planOf(order),
  ...(house ? { at: house.mark } : {}),
})

async function render({ name, plan }: Receipt, io: Io): Promise<Run> {
  const script = renderer('pieces' in plan ? 'cut' : 'render')
  const ffmpeg = await findEncoder(io.env)
  if (!script || !ffmpeg)
    throw new StartFailure('refused', 'not-ready', 'No ffmpeg here can make H.264: install one, or set FFMPEG_PATH.')
  return launch(name, io.scratch, script, async (folder): Promise<Job> => {
    if ('pieces' in plan) return { ...plan, ffmpeg, seed: name, pieces: await cutFiles(plan, folder, io) }
    const shots = plan.shots.map(async ({ stills, ...shot }) => ({
      ...shot,
      pictures: await Promise.all(stills.map((still) => stillPath(still, folder, io))),
    }))
    return { ...plan, ffmpeg, seed: name, shots: await Promise.all(shots) }
  })
}

function progressOf({ state, share, folder, words }: Run): Progress {
  if (state === 'preparing' || state === 'running') return { state: 'running', share }
  if (state === 'done') {
    const film = { key: '0', path: path.join(folder, 'film.mp4'), poster: path.join(folder, 'poster.webp') }
    return { state: 'done', share: 1, results: [film] }
  }
  if (state === 'stopped')
    return { state: 'failed', error: { code: 'cancelled', message: 'It was stopped.', retryable: true, billed: false } }
  const message = `The renderer stopped: ${words}`
  return { state: 'failed', error: { code: 'renderer', message, retryable: true, billed: false } }
}

/** After a restart nothing runs any more and nothing is lost: the film is begun again, unless another studio draws it. */
async function look(ticket: Ticket, io: Io): Promise<Progress> {
  const { name, plan, at } = receiptOf(ticket)
  const { house } = io
  try {
    const run = runOf(name)
    if (run) return progressOf(run)
    if (house && at !== undefined && at !== house.mark && (await house.stands(at))) return { state: 'running' }
    const mine: Receipt = { name, plan, ...(house ? { at: house.mark } : {}) }
    return { ...progressOf(await render(mine, io)), ticket: mine }
  } catch (cause) {
    if (!(cause instanceof StartFailure)) throw cause
    const { code, message, issues, outcome } = cause
    const error = { code, message, retryable: outcome === 'later', billed: false, ...(issues ? { issues } : {}) }
    return { state: 'failed', error }
  }
}

export const local: Provider = {
  id: 'local',
  label: 'This computer',
  free: true,
  ready: encoderReady,
  limit: () => (availableParallelism() > 2 ? 2 : 1),
  async start(order, io) {
    const mine = receipt(order, io)
    if (!runOf(order.name)) await render(mine, io)
    return mine
  },
  check: (tickets, io) => Promise.all(tickets.map((ticket) => look(ticket, io))),
  rhythm: () => 250,
  recall: async (order, io) => (runOf(order.name) ? receipt(order, io) : 'never seen'),
  cancel: (ticket) => stop(receiptOf(ticket).name),
  release: forget,
  preview: () => [],
}
