import type { Asset } from '@/lib/media/asset'
import { fileName } from '@/lib/media/format'

/** Where the form opens with what this task was made from. */
export const againAddress = (id: string) => `/?again=${encodeURIComponent(id)}`

/** Saves the file under a name with the ending that its content has. */
export const downloadAddress = (asset: Asset) => `${asset.url}?download=${encodeURIComponent(fileName(asset))}`

/** Starts a download without leaving the page. */
export function download(asset: Asset) {
  const link = document.createElement('a')
  link.href = downloadAddress(asset)
  link.download = fileName(asset)
  link.click()
}
