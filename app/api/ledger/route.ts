import { contract } from '@/lib/api/contract'
import { handle, route } from '@/lib/api/handler.server'
import { readLedger } from '@/lib/api/money.server'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(handle(contract.readLedger, readLedger))
