// Older ffmpeg builds count the sound's lead-in as length in two headers of the file. ISO 14496-12 says what belongs
// there: a track lasts as long as its edits, the film as long as its longest track.
import { open } from 'node:fs/promises'

const containers = new Set(['moov', 'trak', 'edts'])

function* boxes(bytes, from, to, inside = '') {
  for (let at = from; at + 8 <= to; ) {
    const size = bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (size < 8) return
    yield { type, inside, at: at + 8 }
    if (containers.has(type)) yield* boxes(bytes, at + 8, at + size, type)
    at += size
  }
}

/** Sets the lengths in the headers of a finished film whose index comes first. */
export async function settleLength(film) {
  const file = await open(film, 'r+')
  try {
    const start = Buffer.alloc(65536)
    await file.read(start, 0, start.length, 0)
    const moov = [...boxes(start, 0, start.length)].find(({ type }) => type === 'moov')
    if (!moov) return
    const size = start.readUInt32BE(moov.at - 8) - 8
    const index = Buffer.alloc(size)
    await file.read(index, 0, size, moov.at)
    let track
    let film = 0
    let header
    for (const { type, at } of boxes(index, 0, size)) {
      if (index[at] !== 0) continue
      if (type === 'mvhd') header = at + 16
      if (type === 'tkhd') track = at + 20
      if (type !== 'elst') continue
      let sum = 0
      for (let entry = 0; entry < index.readUInt32BE(at + 4); entry++) sum += index.readUInt32BE(at + 8 + entry * 12)
      index.writeUInt32BE(sum, track)
      film = Math.max(film, sum)
    }
    if (header === undefined || film === 0) return
    index.writeUInt32BE(film, header)
    await file.write(index, 0, size, moov.at)
  } finally {
    await file.close()
  }
}
