// What the browser itself can tell of a file before it is sent. What it cannot, the studio tells afterwards.
import { type Asset, type AssetKind, assetKinds } from '@/lib/media/asset'

export function kindOf(mime: string): AssetKind | undefined {
  return assetKinds.find((kind) => mime.startsWith(`${kind}/`))
}

/** An asset as far as it is known; nothing when not even its kind is. */
export async function measure(file: File): Promise<Asset | undefined> {
  const kind = kindOf(file.type)
  if (!kind) return
  const known = { id: '', kind, mime: file.type, bytes: file.size, name: file.name, sha256: '', url: '', createdAt: '' }
  const more = kind === 'image' ? await pixels(file) : await length(file, kind)
  return { ...known, ...more }
}

async function pixels(file: File): Promise<Partial<Asset>> {
  const picture = await createImageBitmap(file).catch(() => undefined)
  if (!picture) return {}
  const { width, height } = picture
  picture.close()
  return { width, height }
}

function length(file: File, kind: 'video' | 'audio'): Promise<Partial<Asset>> {
  const url = URL.createObjectURL(file)
  const player = document.createElement(kind)
  return new Promise<Partial<Asset>>((told) => {
    player.preload = 'metadata'
    player.onloadedmetadata = () => {
      const duration = Number.isFinite(player.duration) ? { duration: player.duration } : {}
      const size =
        player instanceof HTMLVideoElement && player.videoWidth > 0
          ? { width: player.videoWidth, height: player.videoHeight }
          : {}
      told({ ...duration, ...size })
    }
    player.onerror = () => told({})
    player.src = url
  }).finally(() => URL.revokeObjectURL(url))
}
