import { contract } from '@/lib/api/contract'
import { handle, route } from '@/lib/api/handler.server'
import { changeQueue, readQueue } from '@/lib/api/queue.server'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  handle(contract.readQueue, readQueue),
  handle(contract.changeQueue, changeQueue),
)
