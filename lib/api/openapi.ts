// The contract as an OpenAPI 3.1 document.
import * as z from 'zod'
import { type Refusal, refusals } from '../errors'
import { asset } from '../media/asset'
import { task } from '../tasks/task'
import { contract } from './contract'
import { type Entry, isRaw, type Raw } from './entry'
import { health, model } from './shape'

type Json = { [key: string]: unknown }

const problemShape = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().meta({ description: 'One sentence with the way out.' }),
    code: z.enum(Object.keys(refusals) as [Refusal, ...Refusal[]]),
    issues: z
      .array(z.object({ path: z.string().meta({ examples: ['input.shots.1.prompt'] }), message: z.string() }))
      .optional(),
  })
  .meta({ description: 'Why something was refused (RFC 9457).' })

const named = { Task: task, Asset: asset, Health: health, Model: model, Problem: problemShape }

/** @param version the studio's own. */
export function openapi(version: string): Json & { openapi: string; paths: Json } {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id })
  const operations = Object.entries(contract).map(([id, entry]) => ({ id, entry: entry as Entry }))
  for (const { id, entry } of operations)
    for (const [name, schema] of schemasOf(id, entry)) if (!registry.has(schema)) registry.add(schema, { id: name })
  const { schemas } = z.toJSONSchema(registry, {
    uri: (id) => `#/components/schemas/${id}`,
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema !== task.shape.input) return
      jsonSchema.type = 'object'
      jsonSchema.description = 'Fields of the model’s workflow; GET /api/models says which, and within which limits.'
    },
  })
  const refer = (schema: z.ZodType): Json => ({ $ref: `#/components/schemas/${registry.get(schema)?.id}` })
  const paths: { [path: string]: Json } = {}
  for (const { id, entry } of operations) {
    paths[entry.path] = { ...paths[entry.path], [entry.method.toLowerCase()]: operation(id, entry, refer) }
  }
  return {
    openapi: '3.1.1',
    info: { title: 'Reelboard', version, summary: 'The studio’s own pages and anybody’s script use the same API.' },
    servers: [{ url: '/' }],
    paths,
    components: { schemas: Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, plain(schema)])) },
  }
}

/** An id of its own would move the references' base; the document's dialect is said once. */
const plain = ({ $id: _, $schema: __, ...schema }: Json): Json => schema

function* schemasOf(id: string, { body, answers }: Entry): Generator<[string, z.ZodType]> {
  const stem = id.charAt(0).toUpperCase() + id.slice(1)
  if (body && !isRaw(body)) yield [`${stem}Body`, body]
  for (const [status, answer] of Object.entries(answers))
    if (!isRaw(answer)) yield [status === '200' ? `${stem}Answer` : `${stem}Answer${status}`, answer]
}

function operation(id: string, entry: Entry, refer: (schema: z.ZodType) => Json): Json {
  const content = (part: z.ZodType | Raw) => {
    if (!isRaw(part)) return { 'application/json': { schema: refer(part) } }
    return part.raw === '' ? undefined : { [part.raw]: {} }
  }
  const say = (description: string, part: z.ZodType | Raw) => {
    const inside = content(part)
    return inside ? { description, content: inside } : { description }
  }
  const statuses = new Map<number, string[]>()
  for (const code of [...entry.refusals, ...ownRefusals(entry)]) {
    const { status, title } = refusals[code]
    statuses.set(status, [...new Set([...(statuses.get(status) ?? []), title])])
  }
  return {
    operationId: id,
    summary: entry.summary,
    tags: [entry.path.split('/')[2]],
    parameters: [...parametersOf('path', entry.params), ...parametersOf('query', entry.query)],
    ...(entry.body ? { requestBody: { required: true, ...say('', entry.body), description: bodyWords(entry) } } : {}),
    responses: Object.fromEntries([
      ...Object.entries(entry.answers).map(([status, part]) => [
        status,
        say(isRaw(part) ? part.says : status === '201' ? 'It was made.' : 'As asked.', part),
      ]),
      ...[...statuses].map(([status, titles]) => [
        String(status),
        { description: titles.join(' · '), content: { 'application/problem+json': { schema: refer(problemShape) } } },
      ]),
    ]),
  }
}

/** What the handler refuses by itself, whatever the verb says: paths, words, bodies, strangers. */
const ownRefusals = ({ params, query, body }: Entry): Refusal[] => [
  ...(params ? (['not-found'] as const) : []),
  ...(query ? (['invalid'] as const) : []),
  ...(body && !isRaw(body) ? (['malformed', 'invalid', 'too-large'] as const) : []),
  'forbidden',
  'internal',
]

const bodyWords = ({ body }: Entry) => (isRaw(body) ? body.says : 'As JSON.')

function parametersOf(where: 'path' | 'query', words: z.ZodObject | undefined): Json[] {
  return Object.entries(words?.shape ?? {}).map(([name, schema]) => {
    const { $schema: _, description, ...shape } = z.toJSONSchema(schema as z.ZodType, { io: 'output' }) as Json
    return {
      name,
      in: where,
      required: where === 'path',
      schema: shape,
      ...(description ? { description } : {}),
      ...(shape.type === 'array' ? { explode: false } : {}),
    }
  })
}
