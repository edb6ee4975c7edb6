// Results into our own storage: as they arrive, each once, and the task is done when none is left.
import { existsSync } from 'node:fs'
import type { Gathered } from '../db/schema'
import { StudioError } from '../errors'
import type { Provider } from '../providers/provider'
import type { Held } from '../tasks/agenda.server'
import type { Failure } from '../tasks/task'
import { type Desk, messageOf, sinceStart } from './desk'
import { backOff, beat, patience, within } from './patience'

/** Trying again does not help against these. */
const hopeless = new Set(['forbidden', 'too-large', 'unknown-kind', 'broken', 'not-found'])
/** So often is asked for an address that says it has no file: what was just made may not be everywhere yet. */
const mostAsks = 4

/** Whether another try may bring what could not be kept. @param attempts those before this one. */
function mayCome(error: unknown, attempts: number): boolean {
  if (!(error instanceof StudioError)) return !(error instanceof Error && 'code' in error && error.code === 'ENOENT')
  return error.code === 'invalid' ? attempts + 1 < mostAsks : !hopeless.has(error.code)
}

/** Of these errors the one for whose sake it is tried again; nothing once there is none, or it has lasted too long. */
export function pending(held: Held, errors: readonly unknown[]): unknown {
  if (sinceStart(held) > patience.order + patience.save) return
  return errors.find((error) => mayCome(error, held.work.attempts))
}

/** @param nth of the order's results, from 1; a download is named by its words, and by that where there are several. */
async function keep(desk: Desk, provider: Provider, held: Held, result: Gathered, nth: number) {
  const words = (held.task.input.prompt ?? held.task.input.shots?.[0]?.prompt ?? held.task.model).slice(0, 60).trim()
  const name = nth === 1 ? words : `${words} ${nth}`
  return within(patience.save, desk.closing, (signal) => {
    if (result.path !== undefined) return desk.library.keepFile(result.path, name, { signal, poster: result.poster })
    const origins = provider.origins?.(desk.env) ?? []
    const url = result.url ?? ''
    const headers = URL.canParse(url) ? provider.access?.(url) : undefined
    return desk.library.keepUrl(url, { origins, signal, name, ...(headers ? { headers } : {}) })
  })
}

/** Keeps what is not ours yet; the errors of those that could not be kept, by key. */
export async function gather(desk: Desk, provider: Provider, held: Held, results: readonly Gathered[]) {
  const errors: unknown[] = []
  const have = new Set(
    (await desk.tasks.agenda.held(held.task.id))?.work.results.flatMap((one) => (one.asset ? [one.key] : [])),
  )
  for (const result of results) {
    if (have.has(result.key)) continue
    try {
      const file = await keep(desk, provider, held, result, have.size + 1)
      // By this name a later order can speak of it without sending it.
      if (result.ref !== undefined) await desk.io(provider, desk.closing).copies.put(file.id, result.ref)
      await desk.tasks.deliver(held.task.id, result.key, file)
      have.add(result.key)
    } catch (error) {
      errors.push(error)
    }
  }
  return errors
}

/** Free work whose files went with the process that made them is made again; true while that goes on. */
async function remade(desk: Desk, provider: Provider, { task, work }: Held): Promise<boolean> {
  const { ticket } = work
  const gone = work.results.some(({ asset, path }) => !asset && path !== undefined && !existsSync(path))
  if (!provider.free || !ticket || !gone) return false
  const [answer] = await within(patience.check, desk.closing, (signal) =>
    provider.check([ticket], desk.io(provider, signal)),
  )
  if (answer?.state === 'failed') return false
  const results = answer?.state === 'done' ? { results: answer.results ?? [] } : {}
  const dueIn = answer?.state === 'done' ? 0 : beat(provider.rhythm(0, await desk.pace(provider, { task, work })))
  await desk.tasks.note(task.id, { ...results, dueIn })
  desk.wake(provider.id, dueIn)
  return true
}

/** `held` stands at `saving`; what the provider named is in its results. */
export async function save(desk: Desk, provider: Provider, held: Held): Promise<void> {
  const { id } = held.task
  if (await remade(desk, provider, held)) return
  const errors = await gather(desk, provider, held, held.work.results)
  if (desk.closing.aborted) return
  const [first] = errors
  const open = pending(held, errors)
  if (open !== undefined) {
    const dueIn = backOff(held.work.attempts)
    const note = `The result could not be fetched yet: ${messageOf(open)}`
    await desk.tasks.touch(id, ['saving'], { note }, { attempts: held.work.attempts + 1, dueIn })
    return desk.wake(provider.id, dueIn)
  }
  const outputs = (await desk.tasks.find(id))?.outputs.length ?? 0
  if (outputs > 0) {
    const note =
      errors.length > 0
        ? `${errors.length} of ${outputs + errors.length} results could not be kept: ${messageOf(first)}`
        : null
    await desk.tasks.move(id, 'saving', 'done', { progress: 1, note })
  } else {
    const message = first === undefined ? `${provider.label} named no result.` : messageOf(first)
    await desk.tasks.move(id, 'saving', 'failed', { error: notKept(held, message) })
  }
}

function notKept({ task }: Held, message: string): Failure {
  const billed = task.cost && task.cost.amount > 0 ? { billed: true } : {}
  return { code: 'not-kept', message: `It was made but could not be kept. ${message}`, retryable: false, ...billed }
}
