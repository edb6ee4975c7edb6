import { contract } from '@/lib/api/contract'
import { handle, route } from '@/lib/api/handler.server'
import { settings } from '@/lib/api/house.server'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(handle(contract.settings, settings))
