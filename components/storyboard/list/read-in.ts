// What is brought from outside, read as a board: a script, a provider's request, a board in one file. Nothing is kept here yet.
import { api } from '@/lib/api/client'
import { upload } from '@/lib/api/upload'
import { StudioError } from '@/lib/errors'
import type { Medium } from '@/lib/media/medium'
import type { ProviderId } from '@/lib/models/row'
import { boardOfRequest } from '@/lib/storyboard/request'
import { kindOf, scripts } from '@/lib/storyboard/script'
import { type NewBoard, newBoard } from '@/lib/storyboard/storyboard'

/** `keep` puts into the library what the board shows, and gives the board with the ids that its files have there. */
export type Found = { board: NewBoard; as: string; notes: string[]; keep: () => Promise<NewBoard> }

const kinds = { fountain: 'Read as a screenplay (Fountain)', list: 'Read as a list', csv: 'Read as a table (CSV)' }

/** Throws StudioError with the line, the field or the file that is wrong. @param usual seconds of shots without any. */
export async function readText(
  text: string,
  name: string,
  usual: number,
  providers: readonly ProviderId[],
): Promise<Found> {
  const json = parsed(text)
  if (json !== undefined) return readRequest(json, usual, providers)
  const kind = kindOf(text, name)
  const { title, look, shots } = scripts[kind].read(text, usual)
  const board = checked({
    title: title?.trim() || name.replace(/\.\w+$/, '') || 'Imported board',
    ...(look ? { look } : {}),
    settings: { provider: 'local', model: 'animatic' },
    shots,
  })
  return { board, as: kinds[kind], notes: [], keep: async () => board }
}

/** An object or a list; anything else is a script. Throws when it begins like a request and is none. */
function parsed(text: string): object | undefined {
  if (!/^\s*(?:\{\s*["}]|\[\s*\{)/.test(text)) return
  try {
    const found: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    return typeof found === 'object' && found !== null ? found : undefined
  } catch (error) {
    const where = error instanceof Error ? ` (${error.message})` : ''
    throw new StudioError(
      'malformed',
      `This begins like a request, but is not JSON${where}. Paste it whole, as the provider’s page prints it.`,
    )
  }
}

/** The provider whose words these look like is asked first. */
function likely(request: object, providers: readonly ProviderId[]): ProviderId[] {
  const words = JSON.stringify(request).slice(0, 200_000)
  const first: ProviderId = /"(taskType|positivePrompt|multiPrompt)"/.test(words)
    ? 'runware'
    : /"(model_name|multi_prompt|model_id)"/.test(words)
      ? 'kling'
      : 'openai'
  return [...providers].sort((a, b) => Number(b === first) - Number(a === first))
}

async function readRequest(request: object, usual: number, providers: readonly ProviderId[]): Promise<Found> {
  let wrong: unknown
  for (const provider of likely(request, providers)) {
    const read = await api.importRequest({ body: { provider, request } }).catch((error: unknown) => {
      wrong ??= error
    })
    if (!read) continue
    const { board, notes } = boardOfRequest({ provider, ...read }, usual)
    const told = checked(board)
    return {
      board: told,
      as: `Read as a request to ${read.model}`,
      notes: [...read.notes, ...notes],
      keep: () => kept(told),
    }
  }
  throw inWords(wrong)
}

/** A refusal with its fields. */
function inWords(error: unknown): unknown {
  if (!(error instanceof StudioError) || !error.issues?.length) return error
  return new StudioError(
    error.code,
    error.issues.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join(' '),
  )
}

function checked(given: unknown): NewBoard {
  const board = newBoard.safeParse(given)
  if (board.success) {
    if (board.data.shots.length === 0) throw new StudioError('invalid', 'No shot was found in it.')
    return board.data
  }
  const [issue] = board.error.issues
  const at = issue?.path[0] === 'shots' ? `Shot ${Number(issue.path[1]) + 1}: ` : ''
  throw new StudioError('invalid', `${at}${issue?.message ?? 'it does not fit.'}`)
}

/** Pictures that stand inside the request go to the library, each once. */
async function kept(board: NewBoard): Promise<NewBoard> {
  const ids = new Map<string, string>()
  const medium = async (one: Medium): Promise<Medium> => {
    if (!('url' in one) || !one.url.startsWith('data:')) return one
    const id = ids.get(one.url) ?? (await upload(await (await fetch(one.url)).blob(), 'from-a-request')).id
    ids.set(one.url, id)
    return { asset: id }
  }
  const shots: NewBoard['shots'] = []
  for (const { firstFrame, lastFrame, referenceImages, referenceVideos, ...shot } of board.shots)
    shots.push({
      ...shot,
      ...(firstFrame ? { firstFrame: await medium(firstFrame) } : {}),
      ...(lastFrame ? { lastFrame: await medium(lastFrame) } : {}),
      ...(referenceImages ? { referenceImages: await inTurn(referenceImages, medium) } : {}),
      ...(referenceVideos ? { referenceVideos: await inTurn(referenceVideos, medium) } : {}),
    })
  return { ...board, shots }
}

async function inTurn<T>(list: readonly T[], step: (one: T) => Promise<T>): Promise<T[]> {
  const made: T[] = []
  for (const one of list) made.push(await step(one))
  return made
}
