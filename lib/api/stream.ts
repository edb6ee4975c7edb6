// One event stream that mends itself: the browser reconnects after a break, this after a refusal.
import type { Change, Task } from '../tasks/task'
import { address } from './address'
import { addressOf } from './client'

export type Heard = Change | { reset: number }
export type Connection = 'connecting' | 'live' | 'reconnecting'

type Ear = { hear(heard: Heard): void; stands(connection: Connection): void }
type Open = (address: string) => EventSource

const patience = { first: 500, most: 10_000 }

/** Hears every change after the revision until closed. */
export function listen(after: number, ear: Ear, open: Open = (address) => new EventSource(address)): () => void {
  let rev = after
  let wait = patience.first
  let again: ReturnType<typeof setTimeout> | undefined
  let source: EventSource

  const connect = () => {
    source = open(addressOf(address.streamTasks, { query: { after: rev } }))
    source.onopen = () => {
      wait = patience.first
      ear.stands('live')
    }
    source.onerror = () => {
      ear.stands('reconnecting')
      // Closed: the server refused, and the browser has given up.
      if (source.readyState !== 2) return
      clearTimeout(again)
      again = setTimeout(connect, wait)
      wait = Math.min(wait * 2, patience.most)
    }
    on('task', (data) => {
      const task: Task = JSON.parse(data)
      return { rev: task.rev, heard: { rev: task.rev, task } }
    })
    on('gone', (data) => {
      const { id, rev }: { id: string; rev: number } = JSON.parse(data)
      return { rev, heard: { rev, gone: id } }
    })
    on('reset', (data) => {
      const { rev: now }: { rev: number } = JSON.parse(data)
      rev = now
      return { rev: now, heard: { reset: now } }
    })
  }
  const on = (event: string, read: (data: string) => { rev: number; heard: Heard }) =>
    source.addEventListener(event, ({ data }: MessageEvent<string>) => {
      const said = read(data)
      rev = Math.max(rev, said.rev)
      ear.hear(said.heard)
    })

  ear.stands('connecting')
  connect()
  return () => {
    clearTimeout(again)
    source.close()
  }
}
