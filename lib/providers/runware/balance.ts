// What is left at Runware.
import { z } from 'zod'
import { StudioError } from '../../errors'
import { askJson } from '../http'
import type { Io } from '../provider'
import { parts, patience } from './client'
import { categoryOf, sentence } from './error'

const account = z.object({
  data: z
    .array(z.looseObject({ balance: z.object({ amount: z.number(), currency: z.string().default('USD') }) }))
    .min(1),
})

/** Nothing when Runware answers without a sum. Throws with Runware's words when it refuses. */
export async function balance(io: Io): Promise<{ amount: number; currency: string } | undefined> {
  const key = io.env.RUNWARE_API_KEY
  if (!key) return
  const { status, body } = await askJson(io.fetch, io.signal, {
    url: io.env.RUNWARE_BASE_URL,
    headers: { authorization: `Bearer ${key}` },
    body: [{ taskType: 'accountManagement', taskUUID: crypto.randomUUID(), operation: 'getDetails' }],
    timeoutMs: patience.poll,
    secrets: [key],
  })
  const found = account.safeParse(body)
  if (found.success) return found.data.data[0]?.balance
  const [fault] = parts(body).faults
  if (fault) throw new StudioError('provider', `Runware: ${sentence(fault, categoryOf(fault.code, status))}`)
}
