import { contract } from '@/lib/api/contract'
import { handle, route } from '@/lib/api/handler.server'
import { readTask, removeTask } from '@/lib/api/task.server'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  handle(contract.readTask, readTask),
  handle(contract.removeTask, removeTask),
)
