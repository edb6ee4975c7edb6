// Every way in which the studio says no: one table from code to HTTP status and sentence.

export const refusals = {
  invalid: { status: 422, title: 'Some of it does not fit' },
  malformed: { status: 400, title: 'The request could not be read' },
  'not-found': { status: 404, title: 'There is no such thing here' },
  'wrong-method': { status: 405, title: 'This cannot be done here' },
  conflict: { status: 409, title: 'It clashes with what is already there' },
  'too-large': { status: 413, title: 'The file is too large' },
  'unknown-kind': { status: 415, title: 'This is not a picture, film or sound that the studio can read' },
  broken: { status: 422, title: 'The file is broken' },
  'out-of-range': { status: 416, title: 'The file has no such part' },
  forbidden: { status: 403, title: 'This address is not allowed' },
  'not-ready': { status: 409, title: 'This provider is not ready' },
  'over-cap': { status: 402, title: 'This would go over the spending cap' },
  provider: { status: 502, title: 'The provider refused' },
  unreachable: { status: 504, title: 'The provider could not be reached' },
  setting: { status: 500, title: 'A setting is wrong' },
  locked: { status: 503, title: 'The data folder is in use' },
  internal: { status: 500, title: 'Something went wrong in the studio' },
} as const satisfies Record<string, { status: number; title: string }>

export type Refusal = keyof typeof refusals

/** One thing that does not fit: a dotted path into what was sent, and a sentence with the way out. */
export type Issue = { path: string; message: string }

export class StudioError extends Error {
  readonly code: Refusal
  readonly issues: Issue[] | undefined
  /** What else the problem document carries, such as the document that stands now. */
  readonly facts: Record<string, unknown> | undefined
  /** @param detail one sentence a person can act on; never a key or a path of the machine. */
  constructor(
    code: Refusal,
    detail: string,
    issues?: Issue[],
    options?: { cause?: unknown; facts?: Record<string, unknown> },
  ) {
    super(detail, options)
    this.name = 'StudioError'
    this.code = code
    this.issues = issues
    this.facts = options?.facts
  }
  /** The server's start and its routes are bundled apart, each with a class of its own for the same error. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'StudioError'
  }
  get status(): number {
    return refusals[this.code].status
  }
}

/** RFC 9457 problem document, the body of every refusal of the HTTP API. */
export type Problem = {
  type: string
  title: string
  status: number
  detail: string
  code: Refusal
  issues?: Issue[]
}

export function problem(error: StudioError): Problem {
  const { status, title } = refusals[error.code]
  return {
    ...error.facts,
    type: `about:blank#${error.code}`,
    title,
    status,
    detail: error.message,
    code: error.code,
    ...(error.issues ? { issues: error.issues } : {}),
  }
}
