// A file as a stream that reads only when asked, and closes its handle whichever way it ends.
import { type FileHandle, open, stat } from 'node:fs/promises'

const chunk = 256 * 1024

/**
 * @param span first and last byte, both included; without it the whole file. It is opened with the first read, so that
 * an answer nobody reads holds nothing open, and closed with the last byte, so that nobody has to ask for the end.
 */
export async function pull(path: string, span?: { start: number; end: number }): Promise<ReadableStream<Uint8Array>> {
  let file: FileHandle | undefined
  let at = span?.start ?? 0
  const { size } = await stat(path)
  const end = span ? span.end + 1 : size
  const close = async () => {
    const open = file
    file = undefined
    await open?.close()
  }
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          file ??= await open(path)
          const want = Math.max(1, Math.min(chunk, end - at))
          const { bytesRead, buffer } = await file.read(new Uint8Array(want), 0, want, at)
          at += bytesRead
          const over = bytesRead === 0 || at >= end
          // Closed before the last bytes are handed over: whoever holds them all finds nothing open.
          if (over) await close()
          if (bytesRead > 0) controller.enqueue(buffer.subarray(0, bytesRead))
          if (over) controller.close()
        } catch (error) {
          await close()
          throw error
        }
      },
      cancel: close,
    },
    { highWaterMark: 0 },
  )
}
