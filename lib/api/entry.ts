// What one line of the contract says, and the types that server and client read from it.
import type { z } from 'zod'
import type { Refusal } from '../errors'
import type { Address } from './address'

/** A body or an answer that is not JSON. */
export type Raw = { raw: string; says: string }

export type Entry = Address & {
  summary: string
  params?: z.ZodObject
  /** Reads the texts of the address; a list is written with commas. Unknown words are refused. */
  query?: z.ZodObject
  body?: z.ZodType | Raw
  /** Bytes that a JSON body may have; default 4 MiB. */
  limit?: number
  /** The first one is the usual one. */
  answers: Readonly<Record<number, z.ZodType | Raw>>
  refusals: readonly Refusal[]
}

type Out<T> = T extends z.ZodType ? z.output<T> : undefined

/** What a handler is given, checked. */
export type Given<E extends Entry> = {
  params: Out<E['params']>
  query: Out<E['query']>
  body: Out<E['body']>
  request: Request
}

/** What an entry answers with; bytes and streams come as the Response itself. */
export type Answer<E extends Entry> = {
  [S in keyof E['answers']]: E['answers'][S] extends z.ZodType ? z.output<E['answers'][S]> : Response
}[keyof E['answers']]

type Part<Name extends string, T> = T extends z.ZodType
  ? Record<never, never> extends z.output<T>
    ? { [N in Name]?: z.output<T> }
    : { [N in Name]: z.output<T> }
  : T extends Raw
    ? { [N in Name]: BodyInit }
    : unknown

/** What a caller gives. */
export type Asked<E extends Entry> = Part<'params', E['params']> & Part<'query', E['query']> & Part<'body', E['body']>

export const isRaw = (part: z.ZodType | Raw | undefined): part is Raw => part !== undefined && 'raw' in part
