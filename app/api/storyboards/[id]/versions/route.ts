import { listVersions } from '@/lib/api/board.server'
import { contract } from '@/lib/api/contract'
import { handle, route } from '@/lib/api/handler.server'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(handle(contract.listVersions, listVersions))
