import { contract } from '@/lib/api/contract'
import { handle, route } from '@/lib/api/handler.server'
import { readNames } from '@/lib/api/provider.server'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(handle(contract.readNames, readNames))
