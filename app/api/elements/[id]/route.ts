import { contract } from '@/lib/api/contract'
import { readElement, removeElement, saveElement } from '@/lib/api/element.server'
import { handle, route } from '@/lib/api/handler.server'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  handle(contract.readElement, readElement),
  handle(contract.saveElement, saveElement),
  handle(contract.removeElement, removeElement),
)
