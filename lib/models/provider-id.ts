// Who can be asked to run a model: the protocols that are known, and further gateways of one of them.
import * as z from 'zod/mini'
import { type ProviderId, providerIds } from './row'

const gateway = z.templateLiteral(['openai-', z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9]{0,31}$/))])

export const providerId = z.union([z.enum(providerIds), gateway], {
  error: `Choose one of ${providerIds.join(', ')}, or a gateway by its name, such as openai-Acme.`,
})

export function asProviderId(text: string): ProviderId | undefined {
  return providerId.safeParse(text).data
}

/** The protocol that is spoken with a provider. */
export function protocolOf(id: ProviderId): (typeof providerIds)[number] {
  return providerIds.find((one) => one === id) ?? 'openai'
}

/** The name of a further gateway, as its setting gives it. */
export function gatewayName(id: ProviderId): string | undefined {
  return providerIds.some((one) => one === id) ? undefined : id.slice('openai-'.length)
}
