import { contract } from '@/lib/api/contract'
import { handle, route } from '@/lib/api/handler.server'
import { showSelection } from '@/lib/api/look.server'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(handle(contract.showSelection, showSelection))
