// A board as one file: a .zip of the document, the elements it calls, and every picture, film and sound of them, once.
import { strFromU8, strToU8, type UnzipFileInfo, unzip, type Zippable, zip } from 'fflate'
import * as z from 'zod'
import { type element, elementMedia, newElement } from '../elements/element'
import { StudioError } from '../errors'
import { largestFile, megabytes } from '../media/limits'
import { newBoard, shotMedia } from './storyboard'

const document = 'board.json'
/** Bytes of the whole file, and of what it unpacks to; a browser holds both at once. */
export const largestBoard = { packed: megabytes(1024), unpacked: megabytes(1536), files: 5_000 }

const paper = z.strictObject({
  format: z.literal('reelboard.board'),
  version: z.literal(1),
  board: newBoard,
  elements: z.array(newElement).max(1_000),
  /** Where the bytes of each file of the library lie in here, by its id on the board. */
  files: z.record(
    z.string(),
    z.strictObject({ path: z.string(), name: z.string(), mime: z.string(), sha256: z.string() }),
  ),
})
export type BoardPaper = z.infer<typeof paper>
type Told = Pick<BoardPaper, 'board' | 'elements'>

/** Ids of the library's files that a board and its elements show, each once. */
export const filesOf = ({ board, elements }: Told): string[] => [
  ...new Set(
    [
      ...board.shots.flatMap((shot) => shotMedia({ id: '', ...shot })),
      ...Object.values(board.wishes?.keyframes ?? {}),
      ...elements.flatMap(elementMedia).map(({ medium }) => medium),
    ].flatMap((one) => ('asset' in one ? [one.asset] : [])),
  ),
]

export const elementParts = ({
  name,
  description,
  frontalImage,
  images,
  videos,
  voices,
  tags,
}: z.infer<typeof element>) =>
  Object.fromEntries(
    Object.entries({ name, description, frontalImage, images, videos, voices, tags }).filter(
      ([, value]) => value !== undefined,
    ),
  ) as z.infer<typeof newElement>

/** @param bytes of each file, by its path. Pictures and films are packed already, so they only lie in it. */
export function packBoard(
  told: Omit<BoardPaper, 'format' | 'version'>,
  bytes: ReadonlyMap<string, Uint8Array>,
): Promise<Uint8Array> {
  const written: BoardPaper = { format: 'reelboard.board', version: 1, ...told }
  const parts: Zippable = { [document]: strToU8(`${JSON.stringify(written, undefined, 2)}\n`) }
  for (const [path, content] of bytes) parts[path] = [content, { level: 0 }]
  return new Promise((done, refuse) => zip(parts, (error, packed) => (error ? refuse(error) : done(packed))))
}

const refused = (code: 'broken' | 'too-large' | 'invalid', message: string) => new StudioError(code, message)

/** Throws StudioError naming the file: not a zip, not a board, of a later studio, too large, broken, or with a picture missing. */
export async function readBoard(
  packed: Uint8Array,
  name: string,
): Promise<{ paper: BoardPaper; bytes: Map<string, Uint8Array> }> {
  if (packed.length > largestBoard.packed)
    throw refused(
      'too-large',
      `${name} is larger than ${largestBoard.packed / megabytes(1)} MB, the most that a board may be.`,
    )
  const parts = await unpacked(packed, name)
  const written = parts[document]
  if (!written) throw refused('invalid', `${name} holds no ${document}; it is not a board that was saved here.`)
  const told = paperIn(written, name)
  const bytes = new Map<string, Uint8Array>()
  for (const id of filesOf(told)) {
    const file = told.files[id]
    const content = file && parts[file.path]
    if (!file || !content) throw refused('broken', `${name} is broken: the file ${file?.name ?? id} is missing in it.`)
    if ((await hashOf(content)) !== file.sha256)
      throw refused('broken', `${name} is broken: ${file.name} is not the file that was packed.`)
    bytes.set(id, content)
  }
  return { paper: told, bytes }
}

function unpacked(packed: Uint8Array, name: string): Promise<Record<string, Uint8Array>> {
  let total = 0
  let count = 0
  let large: string | undefined
  const filter = ({ name: path, originalSize }: UnzipFileInfo) => {
    if (path !== document && !path.startsWith('files/')) return false
    total += originalSize
    count += 1
    if (originalSize > largestFile) large ??= `${path} in ${name} is larger than ${largestFile / megabytes(1)} MB.`
    if (total > largestBoard.unpacked)
      large ??= `${name} unpacks to more than ${largestBoard.unpacked / megabytes(1)} MB.`
    if (count > largestBoard.files) large ??= `${name} holds more than ${largestBoard.files} files.`
    return large === undefined
  }
  return new Promise((done, refuse) =>
    unzip(packed, { filter }, (error, parts) => {
      if (large) refuse(refused('too-large', large))
      else if (error) refuse(refused('broken', `${name} cannot be unpacked; it is no .zip, or it is broken.`))
      else done(parts)
    }),
  )
}

function paperIn(written: Uint8Array, name: string): BoardPaper {
  let said: unknown
  try {
    said = JSON.parse(strFromU8(written))
  } catch {
    throw refused('broken', `${name} is broken: its ${document} is no JSON.`)
  }
  const { format, version } = z
    .looseObject({ format: z.unknown(), version: z.unknown() })
    .catch({ format: undefined, version: undefined })
    .parse(said)
  if (format !== 'reelboard.board') throw refused('invalid', `${name} is not a board that was saved here.`)
  if (version !== 1)
    throw refused(
      'invalid',
      `${name} was saved by a later studio (format ${String(version)}); this one reads format 1.`,
    )
  const read = paper.safeParse(said)
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw refused('invalid', `${name}: ${issue?.path.join('.')}: ${issue?.message}`)
}

/** Hex. */
export async function hashOf(bytes: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)
  return [...new Uint8Array(hash)].map((one) => one.toString(16).padStart(2, '0')).join('')
}

/** The board and its elements with the ids that their files have here. */
export function settled<T extends Told>(told: T, ids: ReadonlyMap<string, string>): T {
  return JSON.parse(JSON.stringify(told), (key, value) =>
    key === 'asset' && typeof value === 'string' ? (ids.get(value) ?? value) : value,
  )
}
