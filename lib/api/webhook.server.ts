// A provider's callback. The token of the task says that it is meant; what happened is asked of the provider.
import { StudioError } from '../errors'
import { studio } from '../runtime.server'
import type { Contract } from './contract'
import type { Given } from './entry'

export async function hintTask({ params, query }: Given<Contract['hintTask']>) {
  const { worker } = await studio()
  if (!(await worker.hint(params.taskId, query.token)))
    throw new StudioError('not-found', 'No task with this id waits for a call with this token.')
  return new Response(null, { status: 204 })
}
