// Reads an event stream as a browser does: names, ids, data; comments are left out.

export type Heard = {
  id: number
  event: string
  data: { id: string; rev: number; status?: string; progress?: number }
}

/** Ends when the stream does, or when the caller stops reading. */
export async function* events(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Heard> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of body ?? []) {
    text += decoder.decode(chunk, { stream: true })
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const lines = new Map(
        text
          .slice(0, end)
          .split('\n')
          .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
      )
      text = text.slice(end + 2)
      const event = lines.get('event')
      if (event) yield { id: Number(lines.get('id')), event, data: JSON.parse(lines.get('data') ?? '') }
    }
  }
}
