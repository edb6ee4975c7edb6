// The settings of gateways that speak OpenAI's /v1/videos: the first has the bare names, each further one a name within.
import { z } from 'zod'
import { StudioError } from './errors'

const settings = z.object({
  API_KEY: z.string().trim().min(1).optional(),
  BASE_URL: z.url({ protocol: /^https?$/, error: 'must be an http or https address.' }).optional(),
  EXT_INFO: z
    .enum(['double-string', 'string', 'object'], { error: 'must be double-string, string or object.' })
    .default('double-string'),
  FIRST_FRAME: z.enum(['image', 'file_infos'], { error: 'must be image or file_infos.' }).default('image'),
  PROMPT: z.enum(['optional', 'needed'], { error: 'must be optional or needed.' }).default('optional'),
  LIMIT: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, { error: 'must be a whole number from 1 to 9999.' })
    .transform(Number)
    .default(8),
})

/** `name` is how people call it; `variables` are the settings that nothing stands in for, for the Settings screen. */
export type Gateway = {
  id: 'openai' | `openai-${string}`
  name: string
  key: string | undefined
  base: string | undefined
  extInfo: z.infer<typeof settings>['EXT_INFO']
  firstFrame: z.infer<typeof settings>['FIRST_FRAME']
  /** Whether it refuses an order without words, even where the scene needs none. */
  insists: boolean
  /** Orders that may run there at once. */
  limit: number
  variables: { name: string; set: boolean }[]
}

type Given = Record<string, string | undefined>

/** Throws StudioError('setting'). The first one is left out where others are named and it has neither key nor address. */
export function readGateways(given: Given): Gateway[] {
  const more = namesIn(given.OPENAI_VIDEOS_GATEWAYS).map((name) =>
    gateway(`openai-${name}`, name, `OPENAI_VIDEOS_${name.toUpperCase()}_`, given),
  )
  const alone = gateway('openai', 'Gateway', 'OPENAI_VIDEOS_', given)
  const several = { name: 'OPENAI_VIDEOS_GATEWAYS', set: more.length > 0 }
  const first = { ...alone, variables: [...alone.variables, several] }
  return more.length > 0 && !first.key && !first.base ? more : [first, ...more]
}

function namesIn(list = ''): string[] {
  const names = list
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
  const seen = new Set<string>()
  for (const name of names) {
    if (!/^[A-Za-z][A-Za-z0-9]{0,31}$/.test(name))
      throw wrong(`OPENAI_VIDEOS_GATEWAYS: “${name}” is no name; use letters and digits, a comma between names.`)
    if (seen.has(name.toUpperCase())) throw wrong(`OPENAI_VIDEOS_GATEWAYS names ${name} twice.`)
    seen.add(name.toUpperCase())
  }
  return names
}

const wrong = (sentence: string) => new StudioError('setting', sentence)

function gateway(id: Gateway['id'], name: string, prefix: string, given: Given): Gateway {
  const keys = Object.keys(settings.shape) as (keyof typeof settings.shape)[]
  const result = settings.safeParse(Object.fromEntries(keys.map((key) => [key, given[`${prefix}${key}`]])))
  if (!result.success) {
    const [issue] = result.error.issues
    throw wrong(`${prefix}${String(issue?.path[0])} ${issue?.message}`)
  }
  const { API_KEY: key, BASE_URL: base, EXT_INFO: extInfo, FIRST_FRAME: firstFrame, PROMPT, LIMIT: limit } = result.data
  const variables = (['API_KEY', 'BASE_URL'] as const).map((one) => ({
    name: `${prefix}${one}`,
    set: result.data[one] !== undefined,
  }))
  return { id, name, key, base, extInfo, firstFrame, insists: PROMPT === 'needed', limit, variables }
}
