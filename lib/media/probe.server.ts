// A file on this computer → what it is, by its content alone.
import { open } from 'node:fs/promises'
import { StudioError } from '../errors'
import type { Asset } from './asset'
import { readFilm } from './film.server'
import { sniffStill } from './sniff'
import { readStill } from './still.server'

export type Facts = Pick<Asset, 'kind' | 'mime' | 'width' | 'height' | 'duration' | 'fps' | 'codec'> & {
  /** WebP; only pictures have one from the start. */
  poster?: Buffer
}

/** Throws StudioError('broken') for empty, cut-off and oversized ones, 'unknown-kind' for everything else. */
export async function probe(path: string): Promise<Facts> {
  const head = await firstBytes(path)
  if (head.length === 0) throw new StudioError('broken', 'The file is empty.')
  const still = sniffStill(head)
  return still ? readStill(path, still) : readFilm(path)
}

async function firstBytes(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
