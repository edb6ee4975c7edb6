import { contract } from '@/lib/api/contract'
import { addElement, listElements } from '@/lib/api/element.server'
import { handle, route } from '@/lib/api/handler.server'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  handle(contract.listElements, listElements),
  handle(contract.addElement, addElement),
)
