import { contract } from '@/lib/api/contract'
import { handle, route } from '@/lib/api/handler.server'
import { readShared } from '@/lib/api/media.server'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(handle(contract.readShared, readShared))
