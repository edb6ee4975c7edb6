// A board in one file: read and checked whole, before anything of it is kept.
import { api } from '@/lib/api/client'
import { upload } from '@/lib/api/upload'
import { StudioError } from '@/lib/errors'
import { largestBoard, readBoard, settled } from '@/lib/storyboard/file'
import type { Found } from './read-in'

const megabyte = 1024 * 1024

/** Throws StudioError that names the file. */
export async function readFile(file: File): Promise<Found> {
  if (file.size > largestBoard.packed)
    throw new StudioError(
      'too-large',
      `${file.name} is larger than ${largestBoard.packed / megabyte} MB, the most that a board may be.`,
    )
  const { paper, bytes } = await readBoard(new Uint8Array(await file.arrayBuffer()), file.name)
  const { board, elements, files } = paper
  const count = bytes.size
  return {
    board,
    as: 'Read as a board in one file',
    notes: [
      ...(count > 0
        ? [
            `${count} ${count === 1 ? 'picture or film comes' : 'pictures and films come'} with it; what the library has already is kept once.`,
          ]
        : []),
      ...(elements.length > 0
        ? [
            `Elements: ${elements.map(({ name }) => `@${name}`).join(', ')}. Those that the library has stay as they are there.`,
          ]
        : []),
    ],
    async keep() {
      const ids = new Map<string, string>()
      for (const [id, content] of bytes) {
        const { name = id, mime = '' } = files[id] ?? {}
        const asset = await upload(new Blob([content as Uint8Array<ArrayBuffer>], { type: mime }), name)
        ids.set(id, asset.id)
      }
      const here = settled({ board, elements }, ids)
      for (const element of here.elements)
        await api.addElement({ body: element }).catch((error: unknown) => {
          // It is there already under this name, and stays as it is.
          if (!(error instanceof StudioError) || error.code !== 'conflict') throw error
        })
      return here.board
    },
  }
}
