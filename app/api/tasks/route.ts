import { contract } from '@/lib/api/contract'
import { handle, route } from '@/lib/api/handler.server'
import { addTask, listTasks } from '@/lib/api/task.server'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  handle(contract.listTasks, listTasks),
  handle(contract.addTask, addTask),
)
