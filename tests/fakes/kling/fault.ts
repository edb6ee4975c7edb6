// What a test can make go wrong, once or several times.

/** Which requests it waits for: creates when unsaid. A text is a part of the path. */
type Aim = { on?: 'create' | 'look' | 'any' | (string & {}); times?: number }

export type Deed =
  /** Answers this code instead of working. */
  | { does: 'code'; code: number; message?: string; bare?: boolean }
  /** Works, and then answers this code all the same. */
  | { does: 'code-after'; code: number; message?: string }
  | { does: 'drop'; when: 'before' | 'after' }
  | { does: 'delay'; ms: number }
  | { does: 'answer'; status: number; body: string; headers?: Record<string, string> }
  /** The token that came is dead from now on. */
  | { does: 'expire' }
  /** To the task that is created: how it ends, or what it says of itself while it runs. */
  | { does: 'fail'; message: string; units?: string }
  | { does: 'say'; status: string }

export type Fault = Aim & Deed

/** Faults that go with the task for as long as it is there. */
const lasting = new Set<Deed['does']>(['fail', 'say'])

export class Faults {
  #waiting: { fault: Fault; left: number }[] = []

  add(fault: Fault) {
    this.#waiting.push({ fault, left: fault.times ?? 1 })
  }
  clear() {
    this.#waiting = []
  }
  take(method: string, path: string, ofTask: boolean): Fault[] {
    const hit: Fault[] = []
    for (const one of this.#waiting) {
      const { fault } = one
      if (one.left <= 0 || lasting.has(fault.does) !== ofTask || !aimed(fault.on ?? 'create', method, path)) continue
      one.left -= 1
      hit.push(fault)
    }
    return hit
  }
}

function aimed(on: string, method: string, path: string): boolean {
  if (on === 'any') return true
  if (on === 'create') return method === 'POST' && !/\/(delete-|tts|identify)/.test(path)
  if (on === 'look') return method === 'GET' && !path.startsWith('/account')
  return path.includes(on)
}

/** Protocol page, section 4. */
export const statusOf: Readonly<Record<number, number>> = {
  0: 200,
  ...{ 1000: 401, 1001: 401, 1002: 401, 1003: 401, 1004: 401 },
  ...{ 1100: 429, 1101: 429, 1102: 429, 1103: 403 },
  ...{ 1200: 400, 1201: 400, 1202: 404, 1203: 404, 1300: 400, 1301: 400 },
  ...{ 1302: 429, 1303: 429, 1304: 429, 5000: 500, 5001: 503, 5002: 504 },
}
export const words: Readonly<Record<number, string>> = {
  1100: 'The account is in an abnormal state',
  1101: 'The account is in arrears',
  1102: 'Account balance not enough',
  1103: 'No right to this API',
  1300: 'Against the platform policy',
  1301: 'Against the content security policy',
  1302: 'Too many requests',
  1303: 'parallel task over resource pack limit',
  1304: 'The address is not on the allow-list',
  5000: 'Internal error',
  5001: 'Under maintenance',
  5002: 'Internal timeout',
}
