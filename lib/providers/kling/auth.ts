// Who we are at Kling: an API key, or two keys of which a token of half an hour is signed.
import { SignJWT } from 'jose'
import type { Env } from '../../env.server'
import { StudioError } from '../../errors'
import { isNewer } from './path'

/** Seconds: how long a token lives, how much clocks may differ, and what must be left of one that is used. */
const life = 1800
const skew = 5
const least = 60

type Token = { text: string; exp: number }
const tokens = new Map<string, Token>()

/** true, or what is missing, as the picker and Settings show it. */
export function ready({ KLING_API_KEY, KLING_ACCESS_KEY, KLING_SECRET_KEY }: Env): true | string {
  if (KLING_API_KEY || (KLING_ACCESS_KEY && KLING_SECRET_KEY)) return true
  if (KLING_ACCESS_KEY) return 'KLING_ACCESS_KEY needs its KLING_SECRET_KEY beside it.'
  if (KLING_SECRET_KEY) return 'KLING_SECRET_KEY needs its KLING_ACCESS_KEY beside it.'
  return 'Add KLING_API_KEY, or KLING_ACCESS_KEY and KLING_SECRET_KEY, to use Kling.'
}

/** Why these keys are not taken at an address; nothing where they are. */
export const onlyByKey = ({ KLING_API_KEY }: Env, path: string): string | undefined =>
  KLING_API_KEY || !isNewer(path)
    ? undefined
    : 'Kling takes an API key only for this model, not an access key with its secret; add KLING_API_KEY.'

/**
 * What stands after “Bearer”. @param afresh signs anew even while an earlier token lives. Throws StudioError('not-ready')
 * where a pair of keys is not taken.
 */
export async function bearer(env: Env, path: string, afresh = false): Promise<string> {
  const { KLING_API_KEY, KLING_ACCESS_KEY: access = '', KLING_SECRET_KEY: secret = '' } = env
  if (KLING_API_KEY) return KLING_API_KEY
  const missing = ready(env)
  if (missing !== true) throw new StudioError('not-ready', missing)
  const barred = onlyByKey(env, path)
  if (barred !== undefined) throw new StudioError('not-ready', barred)
  const now = Math.floor(Date.now() / 1000)
  const name = `${access} ${secret}`
  const kept = tokens.get(name)
  if (kept && !afresh && kept.exp - now >= least) return kept.text
  const exp = now + life
  const text = await new SignJWT({ iss: access, exp, nbf: now - skew })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .sign(new TextEncoder().encode(secret))
  tokens.set(name, { text, exp })
  return text
}

/** Words that must never be read in a failure. */
export const secretsOf = ({ KLING_API_KEY, KLING_ACCESS_KEY, KLING_SECRET_KEY }: Env): string[] =>
  [KLING_API_KEY, KLING_SECRET_KEY, KLING_ACCESS_KEY].filter((one) => one !== undefined)
