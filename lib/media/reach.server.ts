// Fetches a file from an address that a person or a provider gave: checked, pinned, bounded in time and size.
import { type IncomingMessage, request as plain } from 'node:http'
import { request as secure } from 'node:https'
import type { LookupFunction } from 'node:net'
import { StudioError } from '../errors'
import { parseAddress, publicAddresses, type Resolve } from './address.server'

export type Reach = {
  /** Origins that may be fetched from although they are not public: a provider's configured address. */
  origins?: readonly string[]
  signal?: AbortSignal
  /** Sent to the origin of the address itself; a redirect to another one leaves them behind. */
  headers?: Readonly<Record<string, string>>
  resolve?: Resolve
  /** Milliseconds without a byte; 60 000 unless told. */
  patience?: number
}

const mostRedirects = 5

/**
 * The open answer of the address, its host, its name for the file, and the bytes it announces. Throws StudioError: 'forbidden' for an
 * address inside the house, 'invalid' when it surely has no file, 'unreachable' when trying again may help.
 */
export async function reach(address: string, options: Reach = {}) {
  let url = parseAddress(address)
  const { origin } = url
  for (let hop = 0; hop <= mostRedirects; hop++) {
    const answer = await ask(url, url.origin === origin ? options : { ...options, headers: {} })
    const { statusCode: status = 0, headers } = answer
    if (status >= 300 && status < 400 && headers.location) {
      answer.destroy()
      url = parseAddress(headers.location, url)
      continue
    }
    if (status !== 200) {
      answer.destroy()
      throw statusRefusal(url, status)
    }
    const packed = headers['content-encoding'] ?? 'identity'
    if (packed !== 'identity') {
      answer.destroy()
      throw refusal(`${url.hostname} packs the file as ${packed}`)
    }
    const announced = headers['content-length']
    const expected = announced === undefined ? undefined : Number(announced)
    return { body: answer, host: url.hostname, name: nameOf(url), expected }
  }
  throw new StudioError('unreachable', `${url.hostname} redirects too often.`)
}

async function ask(
  url: URL,
  { origins = [], signal, headers, resolve, patience = 60_000 }: Reach,
): Promise<IncomingMessage> {
  const pinned = await publicAddresses(url, origins, resolve)
  // The socket connects to what was checked; a second look-up could answer otherwise.
  const lookup: LookupFunction = (_host, options, done) => {
    const [first] = pinned
    if (options.all) done(null, pinned)
    else done(null, first?.address ?? '', first?.family)
  }
  return new Promise((answered, failed) => {
    const request = (url.protocol === 'https:' ? secure : plain)(url, {
      lookup,
      agent: false,
      headers: { ...headers, 'accept-encoding': 'identity', 'user-agent': 'Reelboard' },
      ...(signal ? { signal } : {}),
    })
    request.setTimeout(patience, () => request.destroy(new Error('silent')))
    request.on('error', (cause) =>
      failed(new StudioError('unreachable', `${url.hostname} could not be reached.`, undefined, { cause })),
    )
    request.once('response', answered)
    request.end()
  })
}

const refusal = (said: string) => new StudioError('invalid', `${said}.`, [{ path: 'url', message: `${said}.` }])

function statusRefusal(url: URL, status: number): StudioError {
  const said = `${url.hostname} answered ${status}`
  if (status >= 500 || status === 429 || status === 408)
    return new StudioError('unreachable', `${said}; try again later.`)
  return refusal(`${said} instead of a file`)
}

function nameOf(url: URL): string {
  const last = url.pathname.split('/').at(-1) ?? ''
  try {
    return decodeURIComponent(last) || url.hostname
  } catch {
    return last || url.hostname
  }
}
