// One request to Kling and the envelope of its answer. Ids of 19 digits come back as text, never through a number.
import { LosslessNumber, stringify } from 'lossless-json'
import { z } from 'zod'
import { exactly } from '../exact'
import { askJson } from '../http'
import type { Io } from '../provider'
import { bearer, secretsOf } from './auth'
import { isStaleToken } from './error'

/** Milliseconds. A poll that hangs must not hold up the next one. */
export const patience = { submit: 60_000, poll: 20_000 } as const

const envelope = z.object({
  code: z.coerce.number().int(),
  message: z.string().catch(''),
  request_id: z.string().optional().catch(undefined),
  data: z.unknown().optional(),
})

/** `code` is Kling's own; none where a gateway answered in its place. */
export type Reply = {
  status: number
  code: number | undefined
  message: string
  data: unknown
  requestId?: string
  afterMs?: number
}

type Ask = {
  method: string
  path: string
  body?: unknown
  query?: Record<string, string | number>
  timeoutMs: number
}

/** Throws HttpFailure, and StudioError('not-ready') where the keys do not fit the path. */
export async function ask(request: Ask, io: Io): Promise<Reply> {
  const first = await once(request, io, false)
  // Who is not let in has ordered nothing, so the same words may go once more.
  return isStaleToken(first.code) && !io.env.KLING_API_KEY ? once(request, io, true) : first
}

async function once({ method, path, body, query, timeoutMs }: Ask, io: Io, afresh: boolean): Promise<Reply> {
  const token = await bearer(io.env, path, afresh)
  const url = new URL(`${io.env.KLING_BASE_URL.replace(/\/+$/, '')}${path}`)
  for (const [key, value] of Object.entries(query ?? {})) url.searchParams.set(key, String(value))
  const answer = await askJson(io.fetch, io.signal, {
    url: url.href,
    method,
    headers: { authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body: io.env.KLING_ELEMENT_IDS === 'number' ? numeric(body) : body }),
    timeoutMs,
    secrets: [...secretsOf(io.env), token],
    read: exactly,
  })
  const { status, afterMs } = answer
  const after = afterMs === undefined ? {} : { afterMs }
  const opened = envelope.safeParse(answer.body)
  if (!opened.success) return { status, code: undefined, message: '', data: undefined, ...after }
  const { code, message, request_id: requestId, data } = opened.data
  return { status, code, message, data, ...(requestId === undefined ? {} : { requestId }), ...after }
}

/** Ids of elements as bare digits, written as text so that none of them is lost. */
function numeric(body: unknown): Blob {
  const text = stringify(body, (key, value) =>
    key === 'element_id' && typeof value === 'string' && /^\d+$/.test(value) ? new LosslessNumber(value) : value,
  )
  return new Blob([text ?? ''])
}
