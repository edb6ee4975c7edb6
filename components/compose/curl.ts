// A call as a line for the shell. The key stays a variable of the environment.
import { gatewayName, protocolOf } from '@/lib/models/provider-id'
import type { ProviderId } from '@/lib/models/row'

export type Call = { method: string; path: string; body: unknown }

const homes: Record<ReturnType<typeof protocolOf>, { base: string; key?: string }> = {
  local: { base: '' },
  runware: { base: 'https://api.runware.ai', key: 'RUNWARE_API_KEY' },
  kling: { base: 'https://api-singapore.klingai.com', key: 'KLING_API_KEY' },
  openai: gateway(''),
}

/** The address may be set with /v1 at its end, which the path brings along. */
function gateway(name: string) {
  const prefix = `OPENAI_VIDEOS_${name && `${name.toUpperCase()}_`}`
  return { base: `\${${prefix}BASE_URL%/v1}`, key: `${prefix}API_KEY` }
}

const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`

/** @param own the studio's own origin, for calls to itself. */
export function curl(provider: ProviderId, { method, path, body }: Call, own: string): string {
  const name = gatewayName(provider)
  const { base, key } = name ? gateway(name) : homes[protocolOf(provider)]
  return [
    `curl -X ${method} "${base || own}${path}"`,
    ...(key ? [`  -H "Authorization: Bearer $${key}"`] : []),
    "  -H 'content-type: application/json'",
    `  -d ${quoted(JSON.stringify(body))}`,
  ].join(' \\\n')
}
