// Where the bytes lie: a folder by default, S3-compatible by setting. Large files pass through as streams.
import { createReadStream } from 'node:fs'
import { mkdir, open, rm, stat } from 'node:fs/promises'
import { request as plain } from 'node:http'
import { request as secure } from 'node:https'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Files, FilesError } from 'files-sdk'
import { fs } from 'files-sdk/fs'
import { s3Fetch } from 'files-sdk/s3-fetch'
import type { Env } from '../env.server'
import { StudioError } from '../errors'
import { pull } from './pull.server'

/** First and last byte, both included. */
export type Span = { start: number; end: number }

export type Storage = {
  kind: 'folder' | 's3'
  /** Takes a local file over; afterwards it is gone from where it was. */
  take(file: string, key: string, mime: string): Promise<void>
  read(key: string, span?: Span): Promise<ReadableStream<Uint8Array>>
  has(key: string): Promise<boolean>
  drop(key: string): Promise<void>
  /** Where a key already is a file on this computer. */
  local?(key: string): string
}

/** Keys are made here and nowhere else, but the S3 adapter would follow `../`, so they are checked all the same. */
function lawful(key: string): string {
  if (/^(files|posters)\/[A-Za-z0-9_-]+\.[a-z0-9]+$/.test(key)) return key
  throw new StudioError('internal', 'A storage key has the wrong form.')
}

async function missing<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (cause) {
    const gone =
      (cause instanceof FilesError && cause.code === 'NotFound') ||
      (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')
    if (gone)
      throw new StudioError('not-found', 'The bytes of this file are missing from the storage.', undefined, { cause })
    throw cause
  }
}

/** @param folder holds the files themselves, or with S3 only those on their way. */
export async function openStorage(env: Env, folder: string): Promise<Storage> {
  return env.S3_BUCKET ? openBucket(env, env.S3_BUCKET) : openFolder(folder)
}

async function openFolder(root: string): Promise<Storage> {
  for (const part of ['files', 'posters'])
    await mkdir(path.join(/* turbopackIgnore: true */ root, part), { recursive: true })
  const files = new Files({ adapter: fs({ root }) })
  const local = (key: string) => path.join(/* turbopackIgnore: true */ root, lawful(key))
  return {
    kind: 'folder',
    local,
    async take(file, key) {
      // A rename, so that 300 MB cost no memory; the adapter's own upload would hold all of it.
      await files.move(path.relative(root, file).split(path.sep).join('/'), lawful(key))
      const parent = await open(path.dirname(local(key)))
      await parent.sync().finally(() => parent.close())
    },
    read: (key, span) => missing(pull(local(key), span)),
    has: (key) => files.exists(lawful(key)),
    drop: (key) => files.delete(lawful(key)),
  }
}

function openBucket(env: Env, bucket: string): Storage {
  // Without these a bucket is refused where the settings are read.
  const { S3_ACCESS_KEY_ID: accessKeyId = '', S3_SECRET_ACCESS_KEY: secretAccessKey = '', S3_REGION: region } = env
  const endpoint = env.S3_ENDPOINT ?? `https://s3.${region}.amazonaws.com`
  // Self-hosted services have no name per bucket, and dots in a bucket's name break its certificate.
  const forcePathStyle = env.S3_ENDPOINT !== undefined || bucket.includes('.')
  const files = new Files({
    adapter: s3Fetch({ bucket, endpoint, region, accessKeyId, secretAccessKey, forcePathStyle }),
    retries: 2,
  })
  return {
    kind: 's3',
    async take(file, key, mime) {
      // The adapter's own upload holds the whole body in memory; a signed address takes a stream.
      const signed = await files.signedUploadUrl(lawful(key), { expiresIn: 3600, contentType: mime })
      await send(file, signed.url, mime)
      await rm(file, { force: true })
    },
    async read(key, span) {
      const found = await missing(files.download(lawful(key), { as: 'stream', ...(span ? { range: span } : {}) }))
      return found.stream()
    },
    has: (key) => files.exists(lawful(key)),
    drop: (key) => files.delete(lawful(key)),
  }
}

async function send(file: string, url: string, mime: string): Promise<void> {
  const { size } = await stat(file)
  const request = (url.startsWith('https:') ? secure : plain)(url, {
    method: 'PUT',
    headers: { 'content-type': mime, 'content-length': size },
  })
  const answered = new Promise<number>((resolve, reject) => {
    request.once('error', reject)
    request.once('response', (response) => {
      response.resume()
      response.once('end', () => resolve(response.statusCode ?? 0))
    })
  })
  const [status] = await Promise.all([answered, pipeline(createReadStream(file), request)])
  if (status >= 300) throw new StudioError('internal', `The storage answered ${status} when a file was to be kept.`)
}
