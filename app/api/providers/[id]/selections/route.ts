import { contract } from '@/lib/api/contract'
import { handle, route } from '@/lib/api/handler.server'
import { openSelection } from '@/lib/api/look.server'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(handle(contract.openSelection, openSelection))
