// Whose request was pasted, told from its own words.
import type { ProviderId } from '@/lib/models/row'

const inner = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined

/**
 * Nothing where its words leave a doubt. Runware names tasks, and models as `maker:model@version`, which the fragments on
 * its model pages have beside the request; Kling says model_name.
 */
export function meant(request: object, providers: readonly ProviderId[]): ProviderId | undefined {
  const one: unknown = Array.isArray(request) ? request[0] : request
  const body = inner(one, 'request') ?? one
  const models = [inner(one, 'model'), inner(body, 'model')]
  const isAir = models.some((model) => typeof model === 'string' && /^[\w-]+:[\w.-]+@[\w.-]+$/.test(model))
  const says = (key: string) => inner(body, key) !== undefined
  const id = says('taskType') || isAir ? 'runware' : says('model_name') ? 'kling' : undefined
  return providers.find((provider) => provider === id)
}
