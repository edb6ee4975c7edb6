// A small HEIC picture: one HEVC frame, taken out of a film and laid into the boxes of a still.
import { made } from './media'

const u16 = (value: number) => Buffer.from([value >> 8, value & 255])
const u32 = (value: number) => Buffer.concat([u16(value >>> 16), u16(value & 0xffff)])
const box = (name: string, ...parts: Buffer[]) => {
  const body = Buffer.concat(parts)
  return Buffer.concat([u32(body.length + 8), Buffer.from(name), body])
}
const full = (name: string, version: number, ...parts: Buffer[]) => box(name, u32(version << 24), ...parts)

function take(film: Buffer, name: string): Buffer {
  const at = film.indexOf(name) - 4
  return film.subarray(at, at + film.readUInt32BE(at))
}

/** @param profile an ICC profile, as phones put one in. */
export async function heic(width: number, height: number, profile: Buffer = Buffer.alloc(0)): Promise<Buffer> {
  const film = await made('mp4', [
    ...['-f', 'lavfi', '-i', `testsrc=s=${width}x${height}:d=1:r=1`, '-frames:v', '1'],
    ...['-c:v', 'libx265', '-x265-params', 'log-level=none', '-pix_fmt', 'yuv420p', '-tag:v', 'hvc1'],
  ])
  const frame = take(film, 'mdat').subarray(8)
  const colours = profile.length > 0 ? box('colr', Buffer.from('prof'), profile) : Buffer.alloc(0)
  const lay = (offset: number) =>
    Buffer.concat([
      box('ftyp', Buffer.from('heic'), u32(0), Buffer.from('mif1heic')),
      full(
        'meta',
        0,
        full('hdlr', 0, u32(0), Buffer.from('pict'), Buffer.alloc(13)),
        full('pitm', 0, u16(1)),
        full('iloc', 0, Buffer.from([0x44, 0]), u16(1), u16(1), u16(0), u16(1), u32(offset), u32(frame.length)),
        full('iinf', 0, u16(1), full('infe', 2, u16(1), u16(0), Buffer.from('hvc1\0'))),
        box(
          'iprp',
          box('ipco', take(film, 'hvcC'), full('ispe', 0, u32(width), u32(height)), colours),
          full('ipma', 0, u32(1), u16(1), Buffer.from(profile.length > 0 ? [3, 0x81, 2, 3] : [2, 0x81, 2])),
        ),
      ),
      box('mdat', frame),
    ])
  return lay(lay(0).length - frame.length)
}
