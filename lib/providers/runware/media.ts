// Our files at Runware: uploaded once per asset by mediaStorage, known by their media id ever after.
import { createReadStream } from 'node:fs'
import { HttpFailure } from '../http'
import type { Io } from '../provider'
import { StartFailure } from '../provider'
import { send } from './client'
import { categoryOf, passes, sentence } from './error'

/** Base64 in slices of whole triples, so that the slices can stand one after the other. */
const slice = 3 * 64 * 1024
/** Milliseconds: a start, and what a slow line needs per byte. */
const patience = (bytes: number) => 60_000 + Math.ceil(bytes / 100)

const running = new Map<string, Promise<string>>()

export type Copy = { asset: string; ref: string; kept: boolean }

/** The media id of our file; `kept` when it was uploaded earlier. Throws StartFailure: nothing has been ordered yet. */
export async function copyOf(asset: string, path: string, io: Io): Promise<Copy> {
  const known = await io.copies.get(asset)
  if (known) return { asset, ref: known, kept: true }
  const name = `${io.env.RUNWARE_BASE_URL} ${asset}`
  const already = running.get(name)
  if (already) {
    const ref = await already.catch(() => undefined)
    if (ref) return { asset, ref, kept: false }
  }
  const upload = uploaded(asset, path, io)
  running.set(name, upload)
  try {
    return { asset, ref: await upload, kept: false }
  } finally {
    if (running.get(name) === upload) running.delete(name)
  }
}

async function uploaded(asset: string, path: string, io: Io): Promise<string> {
  const file = await io.file(asset)
  const uuid = crypto.randomUUID()
  const body = await carried(file.path, file.asset.mime, uuid)
  const reply = await send(body, patience(body.size), io).catch((failure: unknown) => {
    if (!(failure instanceof HttpFailure)) throw failure
    // An upload costs nothing, and the order itself has not been sent.
    throw new StartFailure('later', failure.trouble, `${file.asset.name}: ${failure.message}`, {
      ...(failure.afterMs === undefined ? {} : { afterMs: failure.afterMs }),
    })
  })
  const stored = reply.items.find((one) => one.taskUUID === uuid)
  const ref = stored?.mediaUUID ?? stored?.imageUUID
  if (ref) {
    await io.copies.put(asset, ref)
    return ref
  }
  const [fault] = reply.faults
  if (!fault) throw new StartFailure('later', 'unrecognizedResponse', `Runware did not take ${file.asset.name}.`)
  const category = categoryOf(fault.code, reply.status)
  const said = sentence(fault, category)
  const message = `${file.asset.name}: ${said}`
  if (category === 'quota' || category === 'auth') throw new StartFailure('paused', fault.code, said)
  const after = reply.afterMs === undefined ? {} : { afterMs: reply.afterMs }
  if (passes[category]) throw new StartFailure('later', fault.code, message, after)
  throw new StartFailure('refused', fault.code, message, { issues: [{ path: `input.${path}`, message: said }] })
}

/** The whole request as one body: a large film stands in memory once, as bytes. */
async function carried(path: string, mime: string, uuid: string): Promise<Blob> {
  const head = JSON.stringify([{ taskType: 'mediaStorage', taskUUID: uuid, operation: 'upload', media: '' }])
  const pieces: BlobPart[] = [head.slice(0, -3), `data:${mime};base64,`]
  let left = Buffer.alloc(0)
  for await (const chunk of createReadStream(path, { highWaterMark: slice })) {
    const bytes = left.length ? Buffer.concat([left, chunk]) : chunk
    const whole = bytes.length - (bytes.length % 3)
    pieces.push(bytes.subarray(0, whole).toString('base64'))
    left = bytes.subarray(whole)
  }
  pieces.push(left.toString('base64'), head.slice(-3))
  return new Blob(pieces)
}
