// How the fake says what is wrong, and how it reads what nobody has checked yet.

export type Verdict = { code: string; message: string; parameter: string | string[]; allowedValues?: unknown[] }
export type Bag = Record<string, unknown>

export const bag = (value: unknown): Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Bag) : {}
export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value])
export const length = (text: string) => [...text].length
export const whole = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value)
export const ref = (value: unknown) => typeof value === 'string' && value.length > 0

export const say = (
  code: string,
  parameter: string | string[],
  message: string,
  allowedValues?: unknown[],
): Verdict => ({
  code,
  message,
  parameter,
  ...(allowedValues ? { allowedValues } : {}),
})
export const stranger = (parameter: string) =>
  say('unsupportedParameter', parameter, `Unsupported parameter '${parameter}' for this model and workflow.`)
export const missing = (parameter: string) =>
  say('missingParameter', parameter, `Missing required parameter '${parameter}'.`)
