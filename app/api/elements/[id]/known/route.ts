import { contract } from '@/lib/api/contract'
import { handle, route } from '@/lib/api/handler.server'
import { whereKnown } from '@/lib/api/shelf.server'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(handle(contract.whereKnown, whereKnown))
