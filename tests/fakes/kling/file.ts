// The files behind the addresses in the answers: real ones, signed, and gone after a while.
import { execFile } from 'node:child_process'
import type { ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import ffmpeg from '@ffmpeg-installer/ffmpeg'
import { kept, made } from '../runware/film'
import { type Placed, secondsOf } from './order'
import type { Service } from './service'

const mimes: Readonly<Record<string, string>> = {
  mp4: 'video/mp4',
  png: 'image/png',
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
}

export async function sendFile(service: Service, url: URL, response: ServerResponse) {
  const [, id = '', as = ''] = /^\/files\/(\w+)\.(\w+)$/.exec(url.pathname) ?? []
  const order = [...service.orders.values()].find((one) => one.made.some((own) => id.includes(own)))
  const { keepMs = Number.POSITIVE_INFINITY } = service.options
  if (!mimes[as] || !url.searchParams.get('sign') || (order && Date.now() - order.updatedAt > keepMs))
    return void response.writeHead(403).end('Expired')
  response.writeHead(200, { 'content-type': mimes[as] }).end(await fileOf(as, order))
}

function fileOf(as: string, order: Placed | undefined): Promise<Buffer> {
  const seconds = order ? Math.min(15, secondsOf(order)) : 2
  if (as === 'mp4') return made({ kind: 'video', width: 1280, height: 720, seconds, format: 'MP4' })
  if (as === 'png') return made({ kind: 'image', width: 1280, height: 720, seconds, format: 'PNG' })
  return sound(as, seconds)
}

const sound = (as: string, seconds: number): Promise<Buffer> =>
  kept(`tone-${seconds}.${as}`, (to) =>
    promisify(execFile)(ffmpeg.path, [
      ...['-y', '-loglevel', 'error', '-f', 'lavfi', '-i', `sine=frequency=440:duration=${seconds}`],
      to,
    ]),
  )
