// What can be done with elements.
import { elementFileIssues, elementMedia, type NewElement } from '../elements/element'
import { StudioError } from '../errors'
import { studio } from '../runtime.server'
import type { elementContract } from './element'
import type { Given } from './entry'

type Ask<K extends keyof typeof elementContract> = Given<(typeof elementContract)[K]>

export const listElements = async ({ query }: Ask<'listElements'>) =>
  (await studio()).elements.list({ ...query, limit: query.limit ?? 50 })
export const readElement = async ({ params }: Ask<'readElement'>) => (await studio()).elements.find(params.id)

export async function addElement({ body }: Ask<'addElement'>) {
  await filesFit(body)
  return (await studio()).elements.add(body)
}

export async function saveElement({ params, body }: Ask<'saveElement'>) {
  const { version, id, createdAt: _, updatedAt: __, ...element } = body
  if (id !== undefined && id !== params.id)
    throw new StudioError('invalid', 'The id in the body is another element’s.', [
      { path: 'id', message: `Leave it out, or give ${params.id}.` },
    ])
  await filesFit(element)
  return (await studio()).elements.save(params.id, version, element)
}

export async function removeElement({ params }: Ask<'removeElement'>) {
  await (await studio()).elements.remove(params.id)
  return new Response(null, { status: 204 })
}

async function filesFit(element: NewElement): Promise<void> {
  const { library } = await studio()
  const ids = elementMedia(element).flatMap(({ medium }) => ('asset' in medium ? [medium.asset] : []))
  const files = await library.findMany(ids)
  const issues = elementFileIssues(element, (id) => files.get(id))
  if (issues.length > 0) throw new StudioError('invalid', issues[0]?.message ?? '', issues)
}
