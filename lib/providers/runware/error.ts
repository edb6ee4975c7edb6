// What Runware's codes mean: a category first, never a raw code alone, and an unknown code is never a crash.
import { z } from 'zod'

const words = z.union([z.string(), z.array(z.string())])

/** Read loosely: only what is used, and nothing but the type of it is believed. */
export const fault = z.object({
  code: z.string().catch('unknownError'),
  message: z.string().catch(''),
  parameter: words.optional().catch(undefined),
  taskUUID: z.string().optional().catch(undefined),
  taskType: z.string().optional().catch(undefined),
  status: z.string().optional().catch(undefined),
  allowedValues: z.array(z.unknown()).optional().catch(undefined),
})
export type Fault = z.infer<typeof fault>

export type Category =
  | 'quota'
  | 'rateLimit'
  | 'safety'
  | 'auth'
  | 'timeout'
  | 'notFound'
  | 'serverError'
  | 'provider'
  | 'validation'
  | 'unknown'

type Family = { category: Category; has?: RegExp; codes: readonly string[] }

/** In the order of the protocol: the first match counts. */
const families: readonly Family[] = [
  { category: 'quota', has: /Credits|Quota|Balance/, codes: ['quotaExceeded', 'paymentRequired'] },
  { category: 'rateLimit', has: /RateLimit/, codes: ['rateLimitExceeded'] },
  {
    category: 'safety',
    codes: [
      'contentPolicyViolation',
      'providerContentPolicyViolation',
      'sensitiveContentDetected',
      'unsafeContentDetected',
      'nsfwContentDetected',
      'promptBlocked',
      'imageBlocked',
      'moderationFailed',
    ],
  },
  {
    category: 'auth',
    has: /ApiKey|^(account|organization|workspace).*(Suspended|Disabled)/,
    codes: [
      'unauthorized',
      'forbidden',
      'permissionDenied',
      'insufficientPermissions',
      'authenticationFailed',
      'authFailed',
      'authTimeout',
      'invalidAuthentication',
      'invalidCredentials',
      'missingAuthentication',
      'tokenExpired',
      'tokenInvalid',
      'tokenMissing',
      'tokenRevoked',
    ],
  },
  { category: 'timeout', has: /Timeout/, codes: ['timeout', 'timeoutProvider'] },
  {
    category: 'notFound',
    has: /(NotFound|Expired)$/,
    codes: ['taskCancelled', 'taskFailedOrNotFound', 'unknownModel'],
  },
  {
    category: 'serverError',
    codes: [
      'internalServerError',
      'serviceUnavailable',
      'serverUnavailable',
      'standardError',
      'unknownError',
      'undefinedError',
      'defaultError',
      'unrecognizedResponse',
      'errorRetrievingAccountManagement',
    ],
  },
  {
    category: 'provider',
    has: /^provider/,
    codes: [
      'inferenceError',
      'processingFailed',
      'taskFailed',
      'downloadFailed',
      'uploadFailed',
      'noAvailableServer',
      'modelUnavailable',
      'modelDisabled',
      'modelNotReady',
      'mediaStorageFileCouldNotBeMoved',
    ],
  },
  {
    category: 'validation',
    has: /^(invalid|missing|conflict|duplicate|unsupported|value|array|max)/,
    codes: [
      'unknownParameter',
      'incompatibleParameters',
      'mismatchProviderSettingsProvider',
      'unknownProviderSettingsProvider',
      'transparentModelMismatch',
      'modelOwnershipValidationError',
      'modelAlreadyExists',
      'validationFailed',
    ],
  },
]

/** The HTTP status speaks only for a code that nobody knows. */
const byStatus: Readonly<Record<number, Category>> = {
  400: 'validation',
  401: 'auth',
  402: 'quota',
  403: 'auth',
  404: 'notFound',
  408: 'timeout',
  429: 'rateLimit',
}

export function categoryOf(code: string, status = 200): Category {
  const known = families.find(({ has, codes }) => codes.includes(code) || has?.test(code))
  if (known) return known.category
  return byStatus[status] ?? (status >= 500 ? 'serverError' : 'unknown')
}

/** Can the same words pass at another time? A person decides when money is in it. */
export const passes: Readonly<Record<Category, boolean>> = {
  quota: false,
  rateLimit: true,
  safety: false,
  auth: false,
  timeout: true,
  notFound: false,
  serverError: true,
  provider: true,
  validation: false,
  unknown: false,
}

/** Said after the provider's own words: what to do now. */
const ways: Readonly<Record<Category, string>> = {
  quota: 'Top up the balance at Runware, then start it again.',
  rateLimit: 'It is tried again by itself.',
  safety: 'Change the words or the pictures.',
  auth: 'Check RUNWARE_API_KEY.',
  timeout: 'Try again.',
  notFound: '',
  serverError: 'Try again.',
  provider: 'Try again.',
  validation: '',
  unknown: '',
}

/** The provider's own words first, then the way out. */
export function sentence(one: Fault, category: Category): string {
  const own = closed(one.message.trim()) || `Runware answered “${one.code}”.`
  const allowed = one.allowedValues?.length && !mentions(own, one.allowedValues) ? allowedWords(one.allowedValues) : ''
  return [own, allowed, ways[category]].filter(Boolean).join(' ')
}

/** Whatever it ends in, an address too, what follows is a sentence of its own. */
const closed = (text: string) => (/[\p{L}\p{N}/)\]]$/u.test(text) ? `${text}.` : text)

const mentions = (text: string, values: readonly unknown[]) => values.every((value) => text.includes(String(value)))
const allowedWords = (values: readonly unknown[]) => `Allowed: ${values.map(String).join(', ')}.`
