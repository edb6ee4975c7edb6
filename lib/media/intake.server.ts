// Bytes on their way in: written to a working file while they are counted and hashed, so memory stays flat.
import { createHash } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import { StudioError } from '../errors'

export type Bounds = {
  /** Bytes; more than that is refused as soon as it is seen. */
  maxBytes: number
  /** Bytes that the sender announced; fewer means that the transfer was cut off. */
  expected?: number | undefined
  signal?: AbortSignal | undefined
}

/** Bytes part by part: the body of a request, a stream of a file, a list. */
export type Source = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

const tooLarge = (maxBytes: number) =>
  new StudioError('too-large', `At most ${Math.round(maxBytes / 1024 / 1024)} MB can be kept.`)

/** Writes everything to `file`, which must not exist yet. Leaves nothing there when it throws. */
export async function receive(
  source: Source,
  file: string,
  { maxBytes, expected, signal }: Bounds,
): Promise<{ bytes: number; sha256: string }> {
  if (expected !== undefined && expected > maxBytes) throw tooLarge(maxBytes)
  const hash = createHash('sha256')
  const handle = await open(file, 'wx')
  let bytes = 0
  try {
    for await (const part of source) {
      signal?.throwIfAborted()
      bytes += part.byteLength
      if (bytes > maxBytes) throw tooLarge(maxBytes)
      hash.update(part)
      for (let at = 0; at < part.byteLength; ) at += (await handle.write(part, at)).bytesWritten
    }
    signal?.throwIfAborted()
    if (expected !== undefined && bytes !== expected) throw cutOff()
    await handle.sync()
    await handle.close()
  } catch (cause) {
    await handle.close().catch(() => undefined)
    await rm(file, { force: true })
    throw refused(cause)
  }
  return { bytes, sha256: hash.digest('hex') }
}

function refused(cause: unknown): StudioError {
  if (cause instanceof StudioError) return cause
  const ours = cause instanceof Error && 'syscall' in cause && (cause.syscall === 'write' || cause.syscall === 'fsync')
  return ours
    ? new StudioError('internal', 'The file could not be written; is the disk full?', undefined, { cause })
    : cutOff(cause)
}

const cutOff = (cause?: unknown) =>
  new StudioError('broken', 'The transfer was cut off; send the file again.', undefined, { cause })
