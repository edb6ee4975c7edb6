// Sends a file with progress, which fetch cannot tell.

import { StudioError } from '../errors'
import type { Asset } from '../media/asset'
import { largestFile, megabytes } from '../media/limits'
import { address } from './address'
import { addressOf, refusalIn } from './client'

/** @param progress is told 0..1. Throws StudioError as the studio refuses, and the signal's reason when aborted. */
export function upload(
  file: Blob,
  name: string,
  { progress, signal }: { progress?: (share: number) => void; signal?: AbortSignal } = {},
): Promise<Asset> {
  return new Promise((keep, refuse) => {
    if (signal?.aborted) return refuse(signal.reason)
    // A refusal in the middle of a body reaches a browser as a broken connection.
    if (file.size > largestFile)
      return refuse(new StudioError('too-large', `At most ${largestFile / megabytes(1)} MB can be kept.`))
    const request = new XMLHttpRequest()
    request.open('PUT', addressOf(address.uploadMedia, { query: { name } }))
    const abort = () => request.abort()
    signal?.addEventListener('abort', abort, { once: true })
    request.upload.onprogress = ({ loaded, total }) => progress?.(total > 0 ? loaded / total : 0)
    request.onload = () =>
      request.status < 300
        ? keep(JSON.parse(request.responseText))
        : refuse(refusalIn(request.status, request.responseText))
    request.onerror = () => refuse(new StudioError('unreachable', 'The connection broke while the file was sent.'))
    request.onabort = () => refuse(signal?.reason)
    request.onloadend = () => signal?.removeEventListener('abort', abort)
    request.send(file)
  })
}
