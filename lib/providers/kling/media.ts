// Our own files on their way to Kling: pictures and sounds inside the request, films by an address or by Kling's own id.
import { readFile } from 'node:fs/promises'
import type { Medium } from '../../media/medium'
import { type Input, mediaOf } from '../../models/input'
import { type Io, type Order, StartFailure } from '../provider'

/** Base64 by asset id, without a prefix, as Kling takes pictures and sounds. */
export type Inlined = ReadonlyMap<string, string>

/** Throws StartFailure('refused') at the field that cannot be sent. */
export async function inlined(input: Input, io: Io): Promise<Inlined> {
  const found = new Map<string, string>()
  for (const { path, medium } of ownMedia(input)) {
    if (found.has(medium.asset)) continue
    const { asset, path: file } = await io.file(medium.asset)
    if (asset.kind === 'video') throw unreachable(path, asset.name)
    found.set(medium.asset, (await readFile(file)).toString('base64'))
  }
  return found
}

/** The input with every film of ours named as Kling can reach it. Throws StartFailure('refused') at the field. */
export async function reached({ input, workflow }: Pick<Order, 'input' | 'workflow'>, io: Io): Promise<Input> {
  const names = new Map<string, Medium>()
  for (const { path, medium } of ownMedia(input)) {
    if (names.has(medium.asset)) continue
    const { asset } = await io.file(medium.asset)
    if (asset.kind !== 'video') continue
    names.set(medium.asset, await filmAt(medium.asset, asset.name, path, workflow.id, io))
  }
  return names.size === 0 ? input : renamed(input, names)
}

/** Elements and voices are no part of the request: they are made known before, and go by their ids. */
const ownMedia = ({ elements: _, voices: __, ...input }: Input) =>
  mediaOf(input).flatMap(({ path, medium }) => ('asset' in medium ? [{ path, medium }] : []))

/** Which ways of working take a film by Kling's own id; an address they take is said by the second word. */
const byId = new Map<string, 'only' | 'too'>([
  ['extend', 'only'],
  ['video-to-audio', 'too'],
])

export const takesIds = (workflow: string): boolean => byId.has(workflow)

/** A film that Kling made is known there for thirty days; whoever takes no id takes the address. */
async function filmAt(asset: string, name: string, path: string, workflow: string, io: Io): Promise<Medium> {
  const takes = byId.get(workflow)
  const ref = takes && (await io.copies.get(asset))
  if (ref !== undefined) return { ref }
  if (takes !== 'only') return { url: await addressOf(asset, name, path, io) }
  const message = `Kling makes only films longer that it made itself within the last 30 days; ${name} is none of those.`
  throw new StartFailure('refused', 'not-theirs', message, { issues: [{ path: `input.${path}`, message }] })
}

/** A public address of a file of ours. Throws StartFailure('refused') with the way out where there is none. */
export async function addressOf(asset: string, name: string, path: string, io: Io): Promise<string> {
  const url = await io.link?.(asset)
  if (!url) throw unreachable(path, name)
  return url
}

export const noAddress = (name: string) =>
  `Kling fetches ${name} from a public address and takes no upload of it. Set PUBLIC_URL to where the studio can be reached, or give a public https:// address of the file.`

function unreachable(path: string, name: string): StartFailure {
  const message = noAddress(name)
  return new StartFailure('refused', 'no-address', message, { issues: [{ path: `input.${path}`, message }] })
}

function renamed<T>(value: T, names: ReadonlyMap<string, Medium>): T {
  const walk = (one: unknown): unknown => {
    if (Array.isArray(one)) return one.map(walk)
    if (typeof one !== 'object' || one === null) return one
    if ('asset' in one && typeof one.asset === 'string') return names.get(one.asset) ?? one
    return Object.fromEntries(Object.entries(one).map(([key, inner]) => [key, walk(inner)]))
  }
  return walk(value) as T
}
