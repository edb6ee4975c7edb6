import { contract } from '@/lib/api/contract'
import { handle, route } from '@/lib/api/handler.server'
import { listKeepers } from '@/lib/api/shelf.server'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(handle(contract.listKeepers, listKeepers))
