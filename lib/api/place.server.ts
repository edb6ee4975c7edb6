// Admission: the one place that decides whether an order may be placed. Tasks and storyboards both come through here.
import type { Env } from '../env.server'
import { type Issue, StudioError } from '../errors'
import type { Asset } from '../media/asset'
import { catalogOf, isWhole, rowOf } from '../models/catalog'
import { type Input, mediaOf } from '../models/input'
import { type Quote, quote } from '../models/price'
import type { Row, Workflow } from '../models/row'
import { refusals, type Stance } from '../models/schema'
import { workflowOf } from '../models/standing'
import type { Provider } from '../providers/provider'
import { frameToCome } from '../storyboard/seam'
import type { After } from '../tasks/after'
import type { TaskStore } from '../tasks/store.server'
import type { Money, Task } from '../tasks/task'

/** What of the studio an admission needs. */
export type Parts = {
  env: Env
  providers: readonly Provider[]
  library: { findMany(ids: readonly string[]): Promise<Map<string, Asset>> }
  tasks: Pick<TaskStore, 'add' | 'addAll' | 'find'>
}
export type Wish = {
  id?: string | undefined
  provider: Row['provider']
  model: string
  workflow: string
  input: unknown
  storyboardId?: string | undefined
  shotIds?: string[] | undefined
  /** The film that it starts from; its frame is the first one. */
  after?: After | undefined
}
export type Judged = { row: Row; workflow: Workflow; input: Input; quote: Quote }
type Order = Parameters<TaskStore['add']>[0]

/** Finds what is asked for and checks the input. Throws StudioError('invalid') with paths; of the input: `input.…`. */
export async function judge(parts: Pick<Parts, 'library'>, wish: Wish, stance: Stance = 'placing'): Promise<Judged> {
  const { row, workflow } = rowFor(wish)
  const input = wish.input
  const used = isInput(input) ? mediaOf(input).flatMap(({ medium }) => ('asset' in medium ? [medium.asset] : [])) : []
  const files = await parts.library.findMany(used)
  const file = (id: string) => (id === toCome ? frameToCome(id) : files.get(id))
  // An order that waits for a film is judged as it will be sent, with a frame.
  const waits = wish.after !== undefined && isInput(input) && input.firstFrame === undefined
  const issues = refusals(row, workflow, waits ? { ...input, firstFrame: { asset: toCome } } : input, file, stance)
  if (issues.length > 0 || !isInput(input)) throw unfit(issues.map(inInput))
  return { row, workflow, input, quote: quote(row, input, file) }
}

const toCome = 'frame to come'
export const isInput = (value: unknown): value is Input =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const inInput = ({ path, message }: Issue): Issue => ({ path: path ? `input.${path}` : 'input', message })

/** All of it in one refusal; the first sentence stands for it where only one line fits. */
function unfit(issues: Issue[]): StudioError {
  const [first] = issues
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : ''
  return new StudioError('invalid', `${first?.message ?? 'The input does not fit.'}${more}`, issues)
}

function rowFor({ provider, model, workflow: id }: Wish): { row: Row; workflow: Workflow } {
  const row = rowOf(provider, model)
  if (!row || isWhole(row)) {
    const offers = catalogOf([provider]).length > 0
    throw unfit([
      offers
        ? { path: 'model', message: `${provider} has no model “${model}” here; GET /api/models lists those it has.` }
        : { path: 'provider', message: `No model of ${provider} is known here; GET /api/models lists all there are.` },
    ])
  }
  const workflow = workflowOf(row, id)
  if (!workflow) {
    const choices = row.workflows.map((one) => one.id).join(', ')
    throw unfit([{ path: 'workflow', message: `${row.name} has no workflow “${id}”; choose ${choices}.` }])
  }
  return { row, workflow }
}

/** Throws StudioError('invalid') when nobody of that name is here. */
export function providerFor(providers: readonly Provider[], id: string): Provider {
  const found = providers.find((one) => one.id === id)
  if (found) return found
  const choices = providers.map((one) => one.id).join(', ')
  throw unfit([{ path: 'provider', message: `${id} is not connected here; choose ${choices}.` }])
}

/** The order as it can be placed. Throws StudioError('invalid') or ('not-ready'). */
export async function admit(parts: Parts, wish: Wish): Promise<Order> {
  const { input, quote, row, workflow } = await judge(parts, wish)
  const provider = providerFor(parts.providers, wish.provider)
  const ready = provider.ready(parts.env)
  if (ready !== true) throw new StudioError('not-ready', ready)
  const lacking = provider.lacks?.({ row, workflow, input }, parts.env) ?? []
  if (lacking.length > 0) throw unfit(lacking.map(inInput))
  const estimate = estimateOf(quote)
  return { ...named(wish), input, ...(estimate ? { estimate } : {}) }
}

const named = ({ id, provider, model, workflow, storyboardId, shotIds, after }: Wish) => ({
  provider,
  model,
  workflow,
  ...(id === undefined ? {} : { id: id.toLowerCase() }),
  ...(storyboardId === undefined ? {} : { storyboardId }),
  ...(shotIds === undefined ? {} : { shotIds }),
  ...(after === undefined ? {} : { after }),
})

/** Nothing when it is unknown; zero when it is surely free. */
function estimateOf(quote: Quote): Money | undefined {
  if (quote === 'unknown') return
  return quote === 'free' ? { amount: 0, currency: 'USD' } : { amount: quote.amount, currency: quote.currency }
}

/** An order that stands already under its id is answered with its task, whatever has become of files and keys since. */
export async function place(parts: Parts, wish: Wish): Promise<{ task: Task; created: boolean }> {
  const { id, input } = wish
  if (id !== undefined && isInput(input) && (await parts.tasks.find(id)))
    return parts.tasks.add({ ...named(wish), input })
  return parts.tasks.add(await admit(parts, wish))
}
