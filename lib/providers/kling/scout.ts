// Kling's questions about a film: faces for the lips, subjects for an edit. Protocol page, sections 10.6 and 10.8.
import { z } from 'zod'
import { StudioError } from '../../errors'
import type { Medium } from '../../media/medium'
import { type Io, type Outline, type Scout, StartFailure } from '../provider'
import { isId } from './cell'
import { ask, patience } from './client'
import { sentence } from './error'
import { addressOf } from './media'

const text = z.union([z.string(), z.number()]).transform(String).pipe(z.string().min(1))
const number = z.coerce.number()

const found = z.object({
  session_id: text,
  face_data: z
    .array(
      z.object({
        face_id: text,
        face_image: z.string().min(1).optional().catch(undefined),
        start_time: number,
        end_time: number,
      }),
    )
    .catch([]),
})
const opened = z.object({ session_id: text, fps: number, total_frame: number, width: number, height: number })
const marked = z.object({
  res: z.object({
    rle_mask_list: z.array(z.object({ object_id: text, png_mask: z.object({ base64: z.string().min(1) }) })).catch([]),
  }),
})
const shown = z.object({ res: z.object({ video: z.string().min(1) }) })
const verdict = z.object({ status: number.optional() })

/** A film of ours goes by Kling's own id of it, or by an address where Kling can fetch it. */
async function named(film: Medium, io: Io): Promise<{ video_id: string } | { video_url: string }> {
  if ('url' in film) return { video_url: film.url }
  const ref = 'ref' in film ? film.ref : await io.copies.get(film.asset)
  if (ref !== undefined && isId(ref)) return { video_id: ref }
  if ('ref' in film) return { video_url: film.ref }
  const { asset } = await io.file(film.asset)
  try {
    return { video_url: await addressOf(film.asset, asset.name, 'film', io) }
  } catch (cause) {
    if (!(cause instanceof StartFailure)) throw cause
    throw new StudioError('invalid', cause.message, [{ path: 'film', message: cause.message }])
  }
}

/** @param failed what is said when Kling answers that it recognised nothing: its `status` is other than 0. */
async function asked<T>(path: string, body: object, answer: z.ZodType<T>, failed: string, io: Io): Promise<T> {
  const reply = await ask({ method: 'POST', path, body, timeoutMs: patience.submit }, io)
  if (reply.code !== 0) throw new StudioError('provider', `Kling: ${sentence(reply)}`)
  const { status = 0 } = verdict.safeParse(reply.data).data ?? {}
  if (status !== 0) throw new StudioError('provider', failed)
  const read = answer.safeParse(reply.data)
  if (!read.success) throw new StudioError('provider', 'Kling answered in a way that this studio does not understand.')
  return read.data
}

const png = (base64: string) => (base64.startsWith('data:') ? base64 : `data:image/png;base64,${base64}`)
const picture = (image: string) => (/^https?:/i.test(image) ? image : png(image))
const seconds = (ms: number) => ms / 1000

const edits = '/v1/videos/multi-elements'

export const scout: Scout = {
  async faces(film, io) {
    const body = await named(film, io)
    const { session_id, face_data } = await asked(
      '/v1/videos/identify-face',
      body,
      found,
      'Kling found no face in this film.',
      io,
    )
    return {
      session: session_id,
      faces: face_data.map(({ face_id, face_image, start_time, end_time }) => ({
        id: face_id,
        ...(face_image === undefined ? {} : { picture: picture(face_image) }),
        from: seconds(start_time),
        to: seconds(end_time),
      })),
    }
  },

  async open(film, io) {
    const body = await named(film, io)
    const { session_id, fps, total_frame, width, height } = await asked(
      `${edits}/init-selection`,
      body,
      opened,
      'Kling could not read this film.',
      io,
    )
    return { session: session_id, fps, frames: total_frame, width, height }
  },

  async point(session, act, frame, spots, io): Promise<Outline[]> {
    const { res } = await asked(
      `${edits}/${act === 'set' ? 'add' : 'delete'}-selection`,
      { session_id: session, frame_index: frame, points: spots },
      marked,
      'Kling recognised nothing there; try another point.',
      io,
    )
    return res.rle_mask_list.map(({ object_id, png_mask }) => ({ subject: object_id, picture: png(png_mask.base64) }))
  },

  async clear(session, io) {
    await asked(`${edits}/clear-selection`, { session_id: session }, z.unknown(), 'Kling could not clear it.', io)
  },

  async show(session, io) {
    const { res } = await asked(
      `${edits}/preview-selection`,
      { session_id: session },
      shown,
      'Kling could not follow what is chosen through the film.',
      io,
    )
    return res.video
  },
}
