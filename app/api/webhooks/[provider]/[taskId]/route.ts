import { contract } from '@/lib/api/contract'
import { handle, route } from '@/lib/api/handler.server'
import { hintTask } from '@/lib/api/webhook.server'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(handle(contract.hintTask, hintTask))
