// The studio has no password: who may speak to it is decided by where a request comes from.
import { isIP } from 'node:net'
import os from 'node:os'
import { StudioError } from '../errors'

/** Names that no public name server can point at this computer, and those that were set by hand. */
export type Trust = { host: string; publicUrl?: string | undefined }

const writes = (method: string) => !['GET', 'HEAD', 'OPTIONS'].includes(method)

/**
 * Throws StudioError('forbidden') for a foreign name (a page that rebinds its own name to this computer) and for writes
 * that another site's page sends. Scripts name no origin and pass.
 */
export function guard(request: Request, trust: Trust): void {
  const host = request.headers.get('host') ?? ''
  if (!knownHost(nameIn(host), trust))
    throw new StudioError(
      'forbidden',
      `The studio is not known as “${nameIn(host)}”. Open it by its IP address, or set PUBLIC_URL to the address you use.`,
    )
  if (writes(request.method) && !sameSite(request, host, trust))
    throw new StudioError('forbidden', 'Another site’s page may not change anything here. Use the studio’s own page.')
}

function nameIn(host: string): string {
  const bare = host.toLowerCase().replace(/:\d*$/, '').replace(/\.$/, '')
  return bare.startsWith('[') ? bare.slice(1, -1) : bare
}

function knownHost(name: string, { host, publicUrl }: Trust): boolean {
  // A rebound name always has a dot and is never an IP address.
  if (isIP(name) !== 0 || (name !== '' && !name.includes('.'))) return true
  if (name.endsWith('.localhost') || name.endsWith('.internal')) return true
  if (name === host.toLowerCase() || name === hostOf(publicUrl)?.name) return true
  return name === os.hostname().toLowerCase() || name === `${os.hostname().toLowerCase()}.local`
}

function sameSite(request: Request, host: string, { publicUrl }: Trust): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin' || site === 'none'
  const origin = request.headers.get('origin')
  if (origin === null) return true
  const from = hostOf(origin)?.host
  return from !== undefined && (from === host.toLowerCase() || from === hostOf(publicUrl)?.host)
}

function hostOf(address: string | undefined): { host: string; name: string } | undefined {
  if (!address || !URL.canParse(address)) return
  const { host } = new URL(address)
  return { host, name: nameIn(host) }
}
