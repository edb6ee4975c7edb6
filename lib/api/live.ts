// One event stream for all tabs of a browser: the leading tab listens and tells the others.
import type { QueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { taskCache } from './cache'
import { api } from './client'
import { stand } from './lead'
import { type Connection, type Heard, listen } from './stream'

type Said = { heard: Heard } | { stands: Connection; at: number | undefined } | { hello: true }

const channelName = 'reelboard-live'
let connection: Connection = 'connecting'
const watchers = new Set<() => void>()

/** Keeps the cache true from now on; what it returns ends that. Call it once per page. */
export function follow(client: QueryClient): () => void {
  /** Every change after `from` and up to `at` was heard here. */
  let from: number | undefined
  let at: number | undefined
  let leading = false
  const cache = taskCache(client, () => from)
  const channel = 'locks' in navigator ? new BroadcastChannel(channelName) : undefined
  const tell = (said: Said) => channel?.postMessage(said)

  const take = (heard: Heard) => {
    if ('reset' in heard) {
      from = heard.reset
      at = heard.reset
      cache.doubt()
      return
    }
    at = Math.max(at ?? 0, heard.rev)
    cache.take(heard)
  }
  const show = (stands: Connection) => {
    if (connection === stands) return
    // A studio that was away may have been started anew: what it says of itself is told by no change.
    if (stands === 'live' && connection === 'reconnecting') cache.began()
    connection = stands
    for (const watcher of watchers) watcher()
  }
  const begin = (rev: number) => {
    if (from !== undefined) return
    from = rev
    at = Math.max(at ?? 0, rev)
    cache.began()
    const oldest = cache.oldest()
    if (oldest !== undefined && oldest < rev) cache.doubt()
  }

  if (channel)
    channel.onmessage = ({ data }: MessageEvent<Said>) => {
      if ('hello' in data) {
        if (leading) tell({ stands: connection, at })
      } else if ('heard' in data) take(data.heard)
      else {
        show(data.stands)
        if (data.at !== undefined) begin(data.at)
      }
    }

  const resign = stand(channelName, () => {
    leading = true
    let stop = () => {}
    let over = false
    void firstRev(
      () => at ?? cache.oldest(),
      () => over,
      () => show('reconnecting'),
    ).then((rev) => {
      if (over || rev === undefined) return
      begin(rev)
      stop = listen(rev, {
        hear(heard) {
          take(heard)
          tell({ heard })
        },
        stands(now) {
          show(now)
          tell({ stands: now, at })
        },
      })
    })
    return () => {
      over = true
      leading = false
      stop()
    }
  })
  tell({ hello: true })

  return () => {
    resign()
    channel?.close()
    cache.stop()
  }
}

/** Where to begin: what this tab knows, else what the studio says; asked until it answers. */
async function firstRev(
  known: () => number | undefined,
  over: () => boolean,
  silence: () => void,
): Promise<number | undefined> {
  while (!over()) {
    const rev = known()
    if (rev !== undefined) return rev
    const page = await api.listTasks({ query: { limit: 1 } }).catch(() => undefined)
    if (page) return Math.min(page.rev, known() ?? page.rev)
    silence()
    await new Promise((wait) => setTimeout(wait, 2000))
  }
}

const watch = (watcher: () => void) => {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** How the page stands with the studio: for the header's "reconnecting". */
export function useConnection(): Connection {
  return useSyncExternalStore(
    watch,
    () => connection,
    () => 'connecting',
  )
}
