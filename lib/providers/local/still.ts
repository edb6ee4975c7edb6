// Where the bytes of a picture are: in the library, or fetched from a public address into the working folder.
import { createWriteStream } from 'node:fs'
import path from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { StudioError } from '../../errors'
import { megabytes } from '../../media/limits'
import { reach } from '../../media/reach.server'
import { type Io, StartFailure } from '../provider'
import type { Still } from './plan'

const most = megabytes(20)

/** A path on this computer. Throws StartFailure with the place in the input. */
export async function stillPath({ path: at, medium }: Still, folder: string, io: Io): Promise<string> {
  try {
    if ('asset' in medium) return (await io.file(medium.asset)).path
    if ('ref' in medium)
      throw new StudioError('invalid', 'Only a picture of the library or an address can be drawn here.')
    const file = path.join(folder, `${at.replace('.', '-')}.picture`)
    await fetchInto(medium.url, file, io.signal)
    return file
  } catch (cause) {
    if (!(cause instanceof StudioError)) throw cause
    const { code, message } = cause
    throw new StartFailure(code === 'unreachable' ? 'later' : 'refused', code, message, {
      issues: [{ path: `input.${at}`, message }],
    })
  }
}

async function fetchInto(url: string, file: string, signal: AbortSignal): Promise<void> {
  const { body } = await reach(url, { signal })
  let bytes = 0
  const limit = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      bytes += chunk.length
      done(bytes > most ? new StudioError('too-large', 'This picture has more than 20 MB.') : null, chunk)
    },
  })
  await pipeline(body, limit, createWriteStream(file))
}
