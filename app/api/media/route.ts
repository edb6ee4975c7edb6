import { contract } from '@/lib/api/contract'
import { handle, route } from '@/lib/api/handler.server'
import { fetchMedia, listMedia, uploadMedia } from '@/lib/api/media.server'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  handle(contract.listMedia, listMedia),
  handle(contract.fetchMedia, fetchMedia),
  handle(contract.uploadMedia, uploadMedia),
)
