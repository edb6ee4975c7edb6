import { contract } from '@/lib/api/contract'
import { handle, route } from '@/lib/api/handler.server'
import { rehearseRequest } from '@/lib/api/request.server'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(handle(contract.rehearseRequest, rehearseRequest))
