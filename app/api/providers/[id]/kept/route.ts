import { contract } from '@/lib/api/contract'
import { handle, route } from '@/lib/api/handler.server'
import { dropThere, keepThere, listKept } from '@/lib/api/shelf.server'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  handle(contract.dropThere, dropThere),
  handle(contract.keepThere, keepThere),
  handle(contract.listKept, listKept),
)
