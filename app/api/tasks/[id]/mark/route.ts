import { contract } from '@/lib/api/contract'
import { markTask } from '@/lib/api/film.server'
import { handle, route } from '@/lib/api/handler.server'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(handle(contract.markTask, markTask))
