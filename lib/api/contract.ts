// The HTTP contract: one table from which the handlers, the client and the OpenAPI document come.
import * as z from 'zod'
import { asset } from '../media/asset'
import { providerId as provider } from '../models/check/provider'
import { askedAfter } from '../tasks/after'
import { shapes } from '../tasks/shape'
import { statuses, task } from '../tasks/task'
import { address } from './address'
import { boardContract } from './board'
import { elementContract } from './element'
import type { Entry } from './entry'
import { filmContract } from './film'
import { lookContract } from './look'
import { moneyContract } from './money'
import { providerContract } from './provider'
import { count, paging, someOf } from './query'
import { queueContract } from './queue'
import { health, imported, mediaPage, model, preview, rehearsal, settings, taskPage } from './shape'
import { shelfContract } from './shelf'

const taskId = z.object({ id: z.uuid() })
const byId = z.object({ id: z.string().min(1).max(200) })
const name = (what: string) =>
  z
    .string({ error: `Name the ${what}.` })
    .min(1)
    .max(200)

/** `input` is checked against the model's own row by the handler. */
const order = z.strictObject({ provider, model: name('model'), workflow: name('workflow'), input: z.unknown() })

const pixels = z.number().int().min(1).max(20_000)

export const contract = {
  health: {
    ...address.health,
    summary: 'How the studio stands, and which providers are ready.',
    answers: { 200: health },
    refusals: [],
  },
  settings: {
    ...address.settings,
    summary: 'What Settings shows: providers and the environment settings they need, the data folder, what is kept.',
    answers: { 200: settings },
    refusals: [],
  },
  models: {
    ...address.models,
    summary: 'Every model: its workflows, fields, limits, rules, price and the page that says so.',
    answers: { 200: z.object({ models: z.array(model) }) },
    refusals: [],
  },
  importRequest: {
    ...address.importRequest,
    summary: 'A provider’s own request, as its pages print it, in the studio’s words. Nothing is sent.',
    body: z.strictObject({ provider, request: z.unknown(), endpoint: z.string().optional() }),
    limit: 64 * 1024 * 1024,
    answers: { 200: imported },
    refusals: ['malformed', 'invalid', 'too-large'],
  },
  previewRequest: {
    ...address.previewRequest,
    summary: 'Exactly what would be sent, keys left out, and its price. Nothing is sent.',
    body: order.extend({ id: z.uuid({ version: 'v4' }).optional() }),
    limit: 64 * 1024 * 1024,
    answers: { 200: preview },
    refusals: ['malformed', 'invalid', 'too-large'],
  },
  rehearseRequest: {
    ...address.rehearseRequest,
    summary: 'Asks the provider whether it would take an order, without placing one, where it knows such a thing.',
    body: order,
    limit: 64 * 1024 * 1024,
    answers: { 200: rehearsal },
    refusals: ['malformed', 'invalid', 'too-large', 'not-ready', 'provider', 'unreachable'],
  },
  listMedia: {
    ...address.listMedia,
    summary: 'Files in the library, newest first.',
    query: z.strictObject({
      ...paging,
      kind: someOf(['image', 'video', 'audio']).optional(),
      q: z.string().min(1).max(200).optional().meta({ description: 'A part of the name.' }),
    }),
    answers: { 200: mediaPage },
    refusals: ['invalid'],
  },
  uploadMedia: {
    ...address.uploadMedia,
    summary: 'Keeps a file: its raw bytes, streamed. The same bytes are kept once.',
    query: z.strictObject({ name: z.string().min(1).max(255).optional() }),
    body: { raw: 'application/octet-stream', says: 'The bytes of a picture, a film or a sound.' },
    answers: { 201: asset },
    refusals: ['invalid', 'broken', 'unknown-kind', 'too-large'],
  },
  fetchMedia: {
    ...address.fetchMedia,
    summary: 'Keeps a file that stands at a public address.',
    body: z.strictObject({ url: z.url({ protocol: /^https?$/, error: 'An http or https address is needed.' }) }),
    answers: { 201: asset },
    refusals: ['malformed', 'invalid', 'broken', 'forbidden', 'unknown-kind', 'too-large', 'unreachable'],
  },
  readMedia: {
    ...address.readMedia,
    summary: 'The bytes of a file; Range and ETag are honoured.',
    params: byId,
    query: z.strictObject({ download: z.string().max(255).optional() }),
    answers: {
      200: { raw: '*/*', says: 'The whole file.' },
      206: { raw: '*/*', says: 'The part that Range asked for.' },
      304: { raw: '*/*', says: 'You have it already.' },
    },
    refusals: ['not-found', 'out-of-range'],
  },
  readShared: {
    ...address.readShared,
    summary: 'The bytes of a file at a signed address that is good for a day: for providers that fetch what they use.',
    params: z.object({ id: z.string().min(1).max(200), name: z.string().min(1).max(200) }),
    query: z.strictObject({ until: count(0, Number.MAX_SAFE_INTEGER), sign: z.string().min(1).max(200) }),
    answers: {
      200: { raw: '*/*', says: 'The whole file.' },
      206: { raw: '*/*', says: 'The part that Range asked for.' },
    },
    refusals: ['not-found', 'forbidden', 'out-of-range'],
  },
  readPoster: {
    ...address.readPoster,
    summary: 'A small still of a picture or a film.',
    params: byId,
    answers: {
      200: { raw: 'image/webp', says: 'A WebP picture.' },
      304: { raw: '*/*', says: 'You have it already.' },
    },
    refusals: ['not-found'],
  },
  keepPoster: {
    ...address.keepPoster,
    summary: 'The still of a film, drawn by a browser: WebP, PNG or JPEG. A film that has one keeps it.',
    params: byId,
    body: { raw: 'image/webp', says: 'The bytes of the picture.' },
    answers: { 200: asset },
    refusals: ['not-found', 'invalid', 'broken', 'unknown-kind', 'too-large'],
  },
  fixMedia: {
    ...address.fixMedia,
    summary:
      'Keeps a changed copy beside the file: cropped, then scaled, then converted; or trimmed; or one frame of a film as a picture.',
    params: byId,
    body: z.strictObject({
      crop: z
        .strictObject({ x: pixels.or(z.literal(0)), y: pixels.or(z.literal(0)), width: pixels, height: pixels })
        .optional(),
      scale: z.strictObject({ width: pixels, height: pixels }).optional(),
      format: z.enum(['png', 'jpeg']).optional(),
      trim: z.strictObject({ from: z.number().min(0), to: z.number().positive() }).optional(),
      frame: z
        .strictObject({ at: z.number().min(0).optional() })
        .optional()
        .meta({ description: 'Seconds; without them the last frame.' }),
    }),
    answers: { 201: asset },
    refusals: ['malformed', 'not-found', 'invalid', 'unknown-kind', 'broken'],
  },
  addTask: {
    ...address.addTask,
    summary: 'Places an order. The same id and order again answers 200 with the same task.',
    body: order.extend({
      id: z
        .uuid({ version: 'v4', error: 'A UUID of version 4 is needed.' })
        .optional()
        .meta({ description: 'Your idempotency key.' }),
      storyboardId: z.string().min(1).max(200).optional(),
      shotIds: z.array(z.string().min(1).max(200)).max(100).optional(),
      after: askedAfter.optional().meta({
        description: 'It starts from a frame of that task’s film, and waits for it; then no firstFrame is given.',
      }),
    }),
    answers: { 201: task, 200: task },
    refusals: ['malformed', 'invalid', 'conflict', 'not-ready', 'over-cap', 'too-large'],
  },
  listTasks: {
    ...address.listTasks,
    summary: 'Tasks, newest first unless `order` says otherwise.',
    query: z.strictObject({
      ...paging,
      status: someOf(statuses).optional(),
      provider: z.optional(provider),
      model: z.string().min(1).optional(),
      storyboardId: z.string().min(1).optional(),
      q: z.string().max(500).optional().meta({ description: 'Words that the prompt holds.' }),
      order: z.enum(['newest', 'oldest']).optional().meta({ description: 'newest when unsaid.' }),
      unknown: z.enum(['only', 'without']).optional().meta({
        description: 'Of the failed ones: only those whose order may exist (error.code is unknown), or all but those.',
      }),
      star: z.enum(['only']).optional().meta({ description: 'Those with a star.' }),
      shape: z.enum(shapes).optional().meta({
        description: 'Of the film or picture that was made, before that of the order; what says no size fits none.',
      }),
    }),
    answers: { 200: taskPage },
    refusals: ['invalid'],
  },
  readTask: {
    ...address.readTask,
    summary: 'One task.',
    params: taskId,
    answers: { 200: task },
    refusals: ['not-found'],
  },
  removeTask: {
    ...address.removeTask,
    summary: 'Removes an ended task and its outputs.',
    params: taskId,
    answers: { 204: { raw: '', says: 'It is gone.' } },
    refusals: ['not-found', 'conflict'],
  },
  cancelTask: {
    ...address.cancelTask,
    summary: 'Stops waiting, and cancels at the provider where that can be done.',
    params: taskId,
    answers: { 200: task },
    refusals: ['not-found', 'conflict'],
  },
  streamTasks: {
    ...address.streamTasks,
    summary:
      'Every change as it happens: `event: task` with the whole Task, `event: gone` with { id, rev }. `event: reset` says that the change asked for lies beyond what is kept: read the list again. Resumes by Last-Event-ID.',
    query: z.strictObject({ after: count(0, Number.MAX_SAFE_INTEGER).optional() }),
    answers: { 200: { raw: 'text/event-stream', says: 'Ends when you close it, or when the studio stops.' } },
    refusals: ['invalid'],
  },
  hintTask: {
    ...address.hintTask,
    summary:
      'A provider’s callback: a hint to look at the task now. Nothing of its body is believed; where the provider signs, a wrong signature is refused.',
    params: z.object({ provider, taskId: z.uuid() }),
    query: z.looseObject({ token: z.string().min(1).max(200) }),
    body: { raw: 'application/json', says: 'Whatever the provider sends.' },
    answers: { 200: { raw: '', says: 'It is looked at.' } },
    refusals: ['not-found', 'invalid', 'forbidden', 'malformed', 'too-large'],
  },
  ...boardContract,
  ...filmContract,
  ...elementContract,
  ...moneyContract,
  ...providerContract,
  ...queueContract,
  ...lookContract,
  ...shelfContract,
  openapi: {
    ...address.openapi,
    summary: 'This contract as an OpenAPI 3.1 document.',
    answers: { 200: z.looseObject({ openapi: z.string(), paths: z.record(z.string(), z.unknown()) }) },
    refusals: [],
  },
} as const satisfies Record<keyof typeof address, Entry>

export type Contract = typeof contract
