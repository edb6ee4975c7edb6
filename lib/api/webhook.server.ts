// A provider's callback. Its signature, where it signs, and the token of the task say that it is meant; what happened is asked.
import { StudioError } from '../errors'
import { studio } from '../runtime.server'
import { readText } from './body.server'
import type { Contract } from './contract'
import type { Given } from './entry'

/** No callback is longer; what is, is not read. */
const longest = 1024 * 1024

export async function hintTask({ params, query, request }: Given<Contract['hintTask']>) {
  const { worker, providers, env } = await studio()
  const signed = providers.find(({ id }) => id === params.provider)?.signed
  if (signed) {
    const said = signed({ headers: request.headers, body: await readText(request, longest) }, env)
    if (said !== true) throw new StudioError('forbidden', said)
  }
  if (!(await worker.hint(params.taskId, query.token, params.provider)))
    throw new StudioError('not-found', 'No task with this id waits for a call with this token.')
  // Kling takes 200 alone for heard.
  return new Response(null, { status: 200 })
}
