// A file as a stream that reads only when asked, and closes its handle whichever way it ends.
import { open } from 'node:fs/promises'

const chunk = 256 * 1024

/** @param span first and last byte, both included; without it the whole file. */
export async function pull(path: string, span?: { start: number; end: number }): Promise<ReadableStream<Uint8Array>> {
  const file = await open(path)
  let at = span?.start ?? 0
  const end = span ? span.end + 1 : (await file.stat()).size
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const want = Math.min(chunk, end - at)
        if (want > 0) {
          const { bytesRead, buffer } = await file.read(new Uint8Array(want), 0, want, at)
          if (bytesRead > 0) {
            at += bytesRead
            controller.enqueue(buffer.subarray(0, bytesRead))
            return
          }
        }
        await file.close()
        controller.close()
      },
      cancel: () => file.close(),
    },
    { highWaterMark: 0 },
  )
}
