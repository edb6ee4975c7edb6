// Who can be asked to run a model: the protocols that are known, and further gateways of one of them.
import { type ProviderId, providerIds } from './row'

/** The name that a further gateway may have. */
export const gatewayWords = /^[A-Za-z][A-Za-z0-9]{0,31}$/

export function asProviderId(text: string): ProviderId | undefined {
  const known = providerIds.find((id) => id === text)
  if (known) return known
  return text.startsWith('openai-') && gatewayWords.test(text.slice('openai-'.length))
    ? `openai-${text.slice('openai-'.length)}`
    : undefined
}

/** The protocol that is spoken with a provider. */
export function protocolOf(id: ProviderId): (typeof providerIds)[number] {
  return providerIds.find((one) => one === id) ?? 'openai'
}

/** The name of a further gateway, as its setting gives it. */
export function gatewayName(id: ProviderId): string | undefined {
  return providerIds.some((one) => one === id) ? undefined : id.slice('openai-'.length)
}
