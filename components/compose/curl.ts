// A call as a line for the shell. The key stays a variable of the environment.
import type { ProviderId } from '@/lib/models/row'

export type Call = { method: string; path: string; body: unknown }

const homes: Record<ProviderId, { base: string; key?: string }> = {
  local: { base: '' },
  runware: { base: 'https://api.runware.ai', key: 'RUNWARE_API_KEY' },
  kling: { base: 'https://api-singapore.klingai.com', key: 'KLING_API_KEY' },
  openai: { base: '$OPENAI_VIDEOS_BASE_URL', key: 'OPENAI_VIDEOS_API_KEY' },
}

const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`

/** @param own the studio's own origin, for calls to itself. */
export function curl(provider: ProviderId, { method, path, body }: Call, own: string): string {
  const { base, key } = homes[provider]
  return [
    `curl -X ${method} "${base || own}${path}"`,
    ...(key ? [`  -H "Authorization: Bearer $${key}"`] : []),
    "  -H 'content-type: application/json'",
    `  -d ${quoted(JSON.stringify(body))}`,
  ].join(' \\\n')
}
