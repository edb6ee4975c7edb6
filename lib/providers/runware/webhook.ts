// What a call from Runware speaks of. Anybody can send one: it only says where to look now.
import { parts } from './client'

/** The uuids of orders that a payload names: flat, `{data}`, `{errors}` or a list. Nothing for anything else. */
export function hints(payload: unknown): string[] {
  const { items, faults } = parts(payload)
  return [...new Set([...items, ...faults].flatMap(({ taskUUID }) => taskUUID ?? []))]
}
