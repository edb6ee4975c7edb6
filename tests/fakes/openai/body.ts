// A request to create, as JSON or as a form: both are really parsed, and a form's bracket names become the same object.

export type Bag = Record<string, unknown>
export const bag = (value: unknown): Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Bag) : {}

/** Files that came as parts of the form, by field: name and bytes. */
type Part = { field: string; name: string; bytes: number }
export type Given = { body: Bag; parts: Part[]; form: boolean }

/** Undefined: neither could be read. */
export async function given(bytes: Buffer, type: string): Promise<Given | undefined> {
  try {
    if (/^multipart\/form-data/i.test(type)) return await fromForm(bytes, type)
    const body: unknown = JSON.parse(bytes.toString())
    return typeof body === 'object' && body !== null && !Array.isArray(body)
      ? { body: body as Bag, parts: [], form: false }
      : undefined
  } catch {
    return undefined
  }
}

const ours = new Set(['model', 'prompt', 'seconds', 'size', 'image', 'images', 'metadata'])

async function fromForm(bytes: Buffer, type: string): Promise<Given> {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData()
  const entries = [...form.entries()]
  const parts = entries.flatMap(([field, value]) =>
    typeof value === 'string' ? [] : [{ field, name: value.name, bytes: value.size }],
  )
  const texts = entries.flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  )
  let body: Bag = {}
  // JSON text in one part first, bracket names on top of it.
  for (const [name, value] of texts.filter(([name]) => !name.includes('[')))
    body = { ...body, [name]: name === 'metadata' || name === 'images' ? (json(value) ?? value) : value }
  for (const [name, value] of texts.filter(([name]) => name.includes('[')))
    lay(
      body,
      [...name.matchAll(/^[^[]+|\[([^\]]*)\]/g)].map((hit) => hit[1] ?? hit[0]),
      value,
    )
  const strangers = Object.keys(body).filter((name) => !ours.has(name))
  const metadata = bag(body.metadata)
  for (const name of strangers) {
    metadata[name] = body[name]
    delete body[name]
  }
  if (Object.keys(metadata).length) body.metadata = metadata
  for (const { field, name } of parts) {
    if (field === 'input_reference' || field === 'image') body.image = `file:${name}`
    if (field === 'last_frame_image') body.metadata = { ...bag(body.metadata), last_frame_url: `file:${name}` }
  }
  return { body: typed(body), parts, form: true }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** An empty name in brackets is the next of a list, or the last one while it lacks what follows. */
function lay(into: Bag, [head = '', ...tail]: string[], value: string): void {
  const [next, ...after] = tail
  if (next === undefined) {
    into[head] = value
    return
  }
  if (next !== '') {
    const inner = bag(into[head])
    into[head] = inner
    lay(inner, tail, value)
    return
  }
  const list: unknown[] = Array.isArray(into[head]) ? (into[head] as unknown[]) : []
  into[head] = list
  if (after.length === 0) {
    list.push(value)
    return
  }
  const last = list.at(-1)
  const fits = typeof last === 'object' && last !== null && !(after[0] !== undefined && after[0] in last)
  const item = fits ? (last as Bag) : {}
  if (!fits) list.push(item)
  lay({ item }, ['item', ...after], value)
}

/** A form knows only text: what has a type of its own is read as that. */
function typed(body: Bag): Bag {
  const metadata = bag(body.metadata)
  if (metadata.offpeak === 'true' || metadata.offpeak === 'false') metadata.offpeak = metadata.offpeak === 'true'
  const output = bag(metadata.output_config)
  if (typeof output.duration === 'string') output.duration = Number(output.duration)
  return body
}
