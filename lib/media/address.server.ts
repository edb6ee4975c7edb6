// Which addresses the studio may fetch from: public hosts, and origins that a setting names. Nothing inside the house.
import { lookup as resolve } from 'node:dns/promises'
import ipaddr from 'ipaddr.js'
import { StudioError } from '../errors'

export type Resolve = (host: string) => Promise<{ address: string; family: number }[]>

const byDns: Resolve = (host) => resolve(host, { all: true, verbatim: true })

/** All of IPv6 that is given out for public use; `::7f00:1` and the like lie outside. */
const given = ipaddr.IPv6.parse('2000::')

/** Loopback, private, link-local, metadata, carrier and translated ranges are all not `unicast`. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const found = ipaddr.process(address)
  return found.range() === 'unicast' && !(found instanceof ipaddr.IPv6 && !found.match(given, 3))
}

const forbidden = (host: string) =>
  new StudioError('forbidden', `${host} is not a public address; upload the file instead.`)

export function parseAddress(text: string, base?: URL): URL {
  const url = URL.canParse(text, base) ? new URL(text, base) : undefined
  if (!url)
    throw new StudioError('invalid', 'This is not an address.', [
      { path: 'url', message: 'Give a full https:// address.' },
    ])
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new StudioError('forbidden', 'Only http and https addresses can be fetched.')
  if (url.username || url.password)
    throw new StudioError('forbidden', 'An address with a name and password in it cannot be fetched.')
  return url
}

/** Every address of the host, all of them public, so that the connection can be pinned to what was checked. */
export async function publicAddresses(url: URL, origins: readonly string[], resolveHost: Resolve = byDns) {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const trusted = origins.includes(url.origin)
  if (ipaddr.isValid(host)) {
    if (!trusted && !isPublic(host)) throw forbidden(host)
    return [{ address: host, family: ipaddr.parse(host).kind() === 'ipv6' ? 6 : 4 }]
  }
  const found = await resolveHost(host).catch((cause: unknown) => {
    throw new StudioError('unreachable', `${host} could not be found.`, undefined, { cause })
  })
  if (found.length === 0) throw new StudioError('unreachable', `${host} could not be found.`)
  if (!trusted && found.some(({ address }) => !isPublic(address))) throw forbidden(host)
  return found
}
