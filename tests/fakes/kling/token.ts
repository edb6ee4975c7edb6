// Who is let in: an API key as it is, or a token of three parts whose every part is looked at.
import { createHmac, timingSafeEqual } from 'node:crypto'

export type Keys = { apiKey: string; accessKey: string; secretKey: string }
/** 0: let in. */
export type Verdict = { code: number; message: string }

const fine: Verdict = { code: 0, message: 'SUCCEED' }
const no = (code: number, message: string): Verdict => ({ code, message })

/** @param newer paths of the newer standard take API keys alone. @param now seconds. */
export function admitted(header: string | undefined, keys: Keys, newer: boolean, now: number): Verdict {
  if (!header) return no(1001, 'Authorization is empty')
  const [, token = ''] = /^Bearer\s+(.+)$/.exec(header) ?? []
  if (token === keys.apiKey) return fine
  const parts = token.split('.')
  if (parts.length !== 3) return no(1002, `The token was expected to have 3 parts, but got ${parts.length - 1}.`)
  if (newer) return no(1002, 'AccessKey and SecretKey are not supported here, use an API key.')
  const [head = '', body = '', signature = ''] = parts
  const { alg, typ } = read(head)
  if (alg !== 'HS256' || typ !== 'JWT') return no(1000, 'The algorithm of the token is not HS256.')
  const right = createHmac('sha256', keys.secretKey).update(`${head}.${body}`).digest()
  const given = Buffer.from(signature, 'base64url')
  if (given.length !== right.length || !timingSafeEqual(given, right)) return no(1000, 'The signature is wrong.')
  const { iss, exp, nbf } = read(body)
  if (iss !== keys.accessKey) return no(1000, 'The access key is not known.')
  if (typeof exp !== 'number' || typeof nbf !== 'number') return no(1002, 'exp and nbf are needed.')
  if (nbf > now) return no(1003, 'The token is not valid yet.')
  if (exp <= now) return no(1004, 'The token has expired.')
  return fine
}

function read(part: string): Record<string, unknown> {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString())
  } catch {
    return {}
  }
}
