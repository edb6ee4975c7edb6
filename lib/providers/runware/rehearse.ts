// Whether Runware would take a request: its official client asks so over WebSocket, with dryRun=1 in the address. No page
// of Runware's says what such a request costs, so it stands behind a setting that is off until a person turns it on.
import { WebSocket } from 'ws'
import { StudioError } from '../../errors'
import { redact } from '../http'
import { type Io, type Order, Outage, type Rehearsal } from '../provider'
import { type Item, parts } from './client'
import { categoryOf, type Fault, sentence } from './error'
import { copied, issuesOf } from './start'
import { body } from './wire'

/** Milliseconds for greeting and answer together. */
const patience = 30_000

/** Throws StudioError('provider') when it was run after all, Outage when nothing can be learnt, StartFailure when a file of ours cannot be brought there. */
export async function rehearse(order: Order, io: Io): Promise<Rehearsal> {
  const copies = await copied(order, io)
  const refs = new Map(copies.map(({ asset, ref }) => [asset, ref]))
  const answer = await asked(
    body(order, (asset) => refs.get(asset) ?? asset),
    order.name,
    io,
  )
  if ('fault' in answer) {
    const words = sentence(answer.fault, categoryOf(answer.fault.code))
    return { taken: false, words, issues: issuesOf(order, answer.fault, words) }
  }
  const { cost, videoURL, imageURL } = answer.item
  // The protocol does not promise that nothing is run; if it was, that must be known.
  if (cost !== undefined || videoURL || imageURL)
    throw new StudioError(
      'provider',
      `Runware did run it${cost === undefined ? '' : ` and billed $${cost}`}; turn RUNWARE_DRY_RUN off.`,
    )
  return { taken: true, words: 'Runware would take it.', issues: [] }
}

/** Where the service's own address is set, its socket has another host; any other has both doors in one place. */
function doorOf(base: string): string {
  const url = new URL(base)
  if (url.host === 'api.runware.ai') url.host = 'ws-api.runware.ai'
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  url.searchParams.set('dryRun', '1')
  return url.href
}

type Said = { item: Item } | { fault: Fault }

function asked(task: object, name: string, io: Io): Promise<Said> {
  const key = io.env.RUNWARE_API_KEY ?? ''
  const socket = new WebSocket(doorOf(io.env.RUNWARE_BASE_URL), { perMessageDeflate: false, followRedirects: false })
  const signal = AbortSignal.any([io.signal, AbortSignal.timeout(patience)])
  const say = (one: object) => socket.send(JSON.stringify([one]))
  return new Promise<Said>((resolve, reject) => {
    const give = (words: string) => reject(new Outage(redact(`Runware’s socket ${words}`, [key])))
    signal.addEventListener('abort', () => give('did not answer in time.'), { once: true })
    socket.on('error', (error) => give(`cannot be reached: ${error.message}`))
    socket.on('close', () => give('was closed without an answer.'))
    socket.on('open', () => say({ taskType: 'authentication', apiKey: key }))
    socket.on('message', (data) => {
      const { items, faults } = read(String(data))
      if (items.some(({ taskType }) => taskType === 'authentication')) say(task)
      const fault = faults.find(({ taskUUID }) => taskUUID === undefined || taskUUID === name)
      const item = items.find(({ taskUUID }) => taskUUID === name)
      if (fault) resolve({ fault })
      else if (item) resolve({ item })
    })
  }).finally(() => socket.terminate())
}

function read(text: string): ReturnType<typeof parts> {
  try {
    return parts(JSON.parse(text))
  } catch {
    return { items: [], faults: [] }
  }
}
