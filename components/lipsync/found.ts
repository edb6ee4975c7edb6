// The faces that were found last, remembered in this browser: looking again may be charged again.
import * as z from 'zod'
import { face } from '@/lib/models/check/shape'

const place = 'reelboard.faces'
const kept = z.object({ film: z.string(), session: z.string(), at: z.number(), faces: z.array(face) })
export type Found = z.infer<typeof kept>

export function keepFound(found: Found) {
  try {
    localStorage.setItem(place, JSON.stringify(found))
  } catch {
    // A browser that keeps nothing shows them until it is reloaded.
  }
}

export function lastFound(): Found | undefined {
  try {
    return kept.safeParse(JSON.parse(localStorage.getItem(place) ?? 'null')).data
  } catch {
    return
  }
}
