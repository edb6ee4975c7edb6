import { contract } from '@/lib/api/contract'
import { handle, route } from '@/lib/api/handler.server'
import { cancelTask } from '@/lib/api/task.server'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(handle(contract.cancelTask, cancelTask))
