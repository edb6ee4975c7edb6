// Every setting, read once. A wrong one stops the studio with a sentence that names it.
import path from 'node:path'
import { z } from 'zod'
import { type Gateway, readGateways } from './env.gateway.server'
import { StudioError } from './errors'

const address = (name: string) => z.url({ protocol: /^https?$/, error: `${name} must be an http or https address.` })
const secret = z.string().trim().min(1)

const settings = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d+$/, { error: 'PORT must be a number.' })
    .transform(Number)
    .refine((port) => port >= 0 && port < 65536, { error: 'PORT must lie between 0 and 65535.' })
    .default(3000),
  DATA_DIR: z.string().min(1).default('.studio'),
  PUBLIC_URL: address('PUBLIC_URL').optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'DATABASE_URL must be a postgres:// address.' }).optional(),
  RUNWARE_API_KEY: secret.optional(),
  RUNWARE_BASE_URL: address('RUNWARE_BASE_URL').default('https://api.runware.ai/v1'),
  RUNWARE_LIMIT: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, { error: 'RUNWARE_LIMIT must be a whole number from 1 to 9999.' })
    .transform(Number)
    .default(32),
  RUNWARE_DRY_RUN: z.enum(['on', 'off'], { error: 'RUNWARE_DRY_RUN must be on or off.' }).default('off'),
  KLING_API_KEY: secret.optional(),
  KLING_ACCESS_KEY: secret.optional(),
  KLING_SECRET_KEY: secret.optional(),
  KLING_BASE_URL: address('KLING_BASE_URL').default('https://api-singapore.klingai.com'),
  KLING_WEBHOOK_SECRET: secret.optional(),
  KLING_LIMIT: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, { error: 'KLING_LIMIT must be a whole number from 1 to 9999.' })
    .transform(Number)
    .default(32),
  KLING_ELEMENT_IDS: z.enum(['text', 'number'], { error: 'KLING_ELEMENT_IDS must be text or number.' }).default('text'),
  KLING_EFFECTS: z
    .string()
    .transform((text) => text.split(/[\s,]+/).filter(Boolean))
    .optional(),
  S3_BUCKET: secret.optional(),
  S3_REGION: z.string().min(1).default('us-east-1'),
  S3_ENDPOINT: address('S3_ENDPOINT').optional(),
  S3_ACCESS_KEY_ID: secret.optional(),
  S3_SECRET_ACCESS_KEY: secret.optional(),
  FFMPEG_PATH: z.string().min(1).optional(),
})

/** What one setting asks of others. */
const together = settings.refine(
  ({ S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY }) => !S3_BUCKET || (S3_ACCESS_KEY_ID && S3_SECRET_ACCESS_KEY),
  {
    path: ['S3_BUCKET'],
    error: 'S3_BUCKET is set, so S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY are needed too.',
  },
)

export type Env = z.infer<typeof settings> & { gateways: readonly Gateway[] }

/** Names of the settings that nothing stands in for when they are left out: keys, folders of others, own programs. */
export const bareSettings = Object.entries(settings.shape).flatMap(([name, kind]) =>
  kind instanceof z.ZodOptional ? [name as keyof typeof settings.shape] : [],
)

/** An empty value counts as unset. DATA_DIR comes back absolute. Throws StudioError('setting'). */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
  const result = together.safeParse(given)
  if (!result.success) {
    const [first] = result.error.issues
    const name = String(first?.path[0] ?? 'A setting')
    const said = first?.message ?? 'is wrong.'
    throw new StudioError('setting', said.startsWith(name) ? said : `${name}: ${said}`)
  }
  return { ...result.data, DATA_DIR: path.resolve(result.data.DATA_DIR), gateways: readGateways(given) }
}
