// The event stream: one feed for all who listen, written once; who joins late or reads slowly catches up by itself.
import type { Change } from '../tasks/task'

/** What the stream reads from: every change after a revision, and every change as it happens. */
export type Source = {
  rev(): Promise<number>
  since(rev: number, limit?: number): Promise<{ changes: Change[]; more: boolean }>
  listen(hear: (change: Change) => void): () => void
}

const heartbeatMs = 15_000
/** Bytes that may wait for a slow reader; beyond that it catches up from the database when it reads on. */
const waiting = 256 * 1024
const held = 500
const pageSize = 500

const encoder = new TextEncoder()
const beat = encoder.encode(': still here\n\n')

function written(change: Change): Uint8Array {
  const [event, data] = 'task' in change ? ['task', change.task] : ['gone', { id: change.gone, rev: change.rev }]
  return encoder.encode(`id: ${change.rev}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
}

type Line = { rev: number; bytes: Uint8Array }

/** One listener. `live`: writes what happens; `joining`: reads what it missed, and holds what happens meanwhile. */
type Client = {
  state: 'live' | 'joining' | 'behind'
  at: number
  lines: Line[]
  out: ReadableStreamDefaultController<Uint8Array>
}

export type Stream = {
  /** @param after undefined: from now on. */
  open(after: number | undefined, signal: AbortSignal): ReadableStream<Uint8Array>
  readonly listeners: number
  close(): void
}

export function openStream(source: Source): Stream {
  const clients = new Set<Client>()
  let stop: (() => void) | undefined
  let heart: ReturnType<typeof setInterval> | undefined

  const write = (client: Client, bytes: Uint8Array) => {
    try {
      client.out.enqueue(bytes)
    } catch {
      leave(client)
    }
  }
  const full = ({ out }: Client) => (out.desiredSize ?? 0) <= 0

  const hear = (change: Change) => {
    const line = { rev: change.rev, bytes: written(change) }
    for (const client of clients) {
      if (client.state === 'joining') client.lines.push(line)
      else if (client.state === 'live') {
        if (full(client)) client.state = 'behind'
        else tell(client, line)
      }
    }
  }
  const tell = (client: Client, { rev, bytes }: Line) => {
    client.at = Math.max(client.at, rev)
    write(client, bytes)
  }

  /** Reads on until nothing is missing, then goes live without a gap: what happened meanwhile was held. */
  const join = async (client: Client) => {
    client.state = 'joining'
    for (;;) {
      client.lines = []
      const { changes, more } = await source.since(client.at, pageSize)
      if (!clients.has(client)) return
      for (const change of changes) tell(client, { rev: change.rev, bytes: written(change) })
      if (full(client)) {
        client.state = 'behind'
        client.lines = []
        return
      }
      if (more || client.lines.length > held) continue
      for (const line of client.lines) tell(client, line)
      client.lines = []
      client.state = 'live'
      return
    }
  }

  const enter = async (client: Client, after: number | undefined) => {
    const now = await source.rev()
    if (after === undefined) {
      client.at = Math.max(client.at, now)
      return
    }
    // A revision from another life of the data folder: there is nothing to go on from.
    if (after > now) {
      client.at = now
      write(client, encoder.encode(`id: ${now}\nevent: reset\ndata: ${JSON.stringify({ rev: now })}\n\n`))
    }
    await join(client)
  }

  const arrive = (client: Client) => {
    clients.add(client)
    stop ??= source.listen(hear)
    heart ??= setInterval(() => {
      for (const one of clients) if (!full(one)) write(one, beat)
    }, heartbeatMs)
  }
  const leave = (client: Client) => {
    if (!clients.delete(client) || clients.size > 0) return
    stop?.()
    stop = undefined
    clearInterval(heart)
    heart = undefined
  }
  const end = (client: Client) => {
    leave(client)
    try {
      client.out.close()
    } catch {
      // It was cancelled by its reader.
    }
  }

  return {
    open(after, signal) {
      let client: Client
      const broken = (error: unknown) => {
        if (!clients.has(client)) return
        console.error(error)
        end(client)
      }
      return new ReadableStream<Uint8Array>(
        {
          start(out) {
            client = { state: after === undefined ? 'live' : 'joining', at: after ?? 0, lines: [], out }
            arrive(client)
            signal.addEventListener('abort', () => end(client), { once: true })
            if (signal.aborted) return end(client)
            write(client, encoder.encode('retry: 1000\n: here\n\n'))
            void enter(client, after).catch(broken)
          },
          pull() {
            if (client.state === 'behind') return join(client).catch(broken)
          },
          cancel: () => leave(client),
        },
        { highWaterMark: waiting, size: ({ byteLength }) => byteLength },
      )
    },
    get listeners() {
      return clients.size
    },
    close() {
      for (const client of clients) end(client)
    },
  }
}
