import { contract } from '@/lib/api/contract'
import { makeFilm, readFilm } from '@/lib/api/film.server'
import { handle, route } from '@/lib/api/handler.server'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route(
  handle(contract.readFilm, readFilm),
  handle(contract.makeFilm, makeFilm),
)
