// HEIC → PNG, a process of its own: decoding takes a second and much memory, and the bytes are a stranger's.
// heic.mjs <from> <to> <most pixels>. Ends with 3 when the picture is broken, with 4 when it is too large.
import { readFile, writeFile } from 'node:fs/promises'
import { deflateSync } from 'node:zlib'
import libheif from 'libheif-js/wasm-bundle.js'
import sharp from 'sharp'

const [from, to, most] = process.argv.slice(2)

function crc(bytes) {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return (sum ^ 0xffffffff) >>> 0
}

/** Phones take pictures in wide colours; without their profile they would look pale. */
function withProfile(png, profile) {
  if (!profile) return png
  const body = Buffer.concat([Buffer.from('iCCPprofile\0\0'), deflateSync(profile)])
  const chunk = Buffer.alloc(body.length + 8)
  chunk.writeUInt32BE(body.length - 4, 0)
  body.copy(chunk, 4)
  chunk.writeUInt32BE(crc(body), body.length + 4)
  // After the signature and IHDR, whose length is fixed.
  return Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)])
}

async function decode() {
  const images = new libheif.HeifDecoder().decode(await readFile(from))
  const image = images.find((one) => one.is_primary()) ?? images[0]
  const [width, height] = image ? [image.get_width(), image.get_height()] : [0, 0]
  if (width * height > Number(most)) process.exit(4)
  if (width * height < 1) process.exit(3)
  const empty = { data: new Uint8ClampedArray(width * height * 4), width, height }
  const drawn = await new Promise((done) => image.display(empty, done))
  return drawn ?? process.exit(3)
}

const { icc } = await sharp(from).metadata()
const { data, width, height } = await decode()
const picture = sharp(data, { raw: { width, height, channels: 4 } })
const opaque = (await picture.clone().stats()).isOpaque
const png = await (opaque ? picture.removeAlpha() : picture).png({ compressionLevel: 3 }).toBuffer()
await writeFile(to, withProfile(png, icc))
