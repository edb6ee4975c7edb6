'use client'
// One file on its way into a slot: checked before it is sent and after, stoppable, refused with measure and limit.
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { api } from '@/lib/api/client'
import { keys } from '@/lib/api/keys'
import { upload } from '@/lib/api/upload'
import { StudioError } from '@/lib/errors'
import type { Asset } from '@/lib/media/asset'
import type { Change } from '@/lib/media/fixes'
import { type MediaLimits, misfits } from '@/lib/media/limits'
import { remember } from './fact'
import { measure } from './measure'

/** `asset` and `file`: what was refused, so that a fix can start from it. `bytes` is 0 when it comes from an address. */
export type Sending =
  | { state: 'idle' }
  | { state: 'sending'; name: string; bytes: number; share: number; picture?: string }
  | { state: 'refused'; why: readonly string[]; asset?: Asset; file?: File }

export function useSending(limits: MediaLimits, keep: (asset: Asset) => void) {
  const client = useQueryClient()
  const [now, setNow] = useState<Sending>({ state: 'idle' })
  const going = useRef<AbortController>(undefined)
  const stop = useCallback(() => {
    going.current?.abort()
    going.current = undefined
    setNow({ state: 'idle' })
  }, [])
  useEffect(() => () => going.current?.abort(), [])
  const picture = now.state === 'sending' ? now.picture : undefined
  useEffect(
    () => () => {
      if (picture) URL.revokeObjectURL(picture)
    },
    [picture],
  )

  const accept = useCallback(
    (asset: Asset) => {
      remember(client, asset)
      void client.invalidateQueries({ queryKey: keys.files })
      const why = misfits(asset, limits)
      if (why.length > 0) return setNow({ state: 'refused', why, asset })
      setNow({ state: 'idle' })
      keep(asset)
    },
    [client, keep, limits],
  )
  /** Whatever goes on is over; the signal is that of what begins. */
  const begin = useCallback((): AbortSignal => {
    going.current?.abort()
    going.current = new AbortController()
    return going.current.signal
  }, [])
  const run = useCallback(
    async (start: Sending, work: (signal: AbortSignal) => Promise<Asset>, signal = begin()) => {
      setNow(start)
      try {
        const asset = await work(signal)
        if (!signal.aborted) accept(asset)
      } catch (error) {
        if (signal.aborted) return
        setNow({
          state: 'refused',
          why: [error instanceof StudioError ? error.message : 'The file could not be sent.'],
        })
      }
    },
    [accept, begin],
  )
  const send = useCallback(
    async (file: File) => {
      // Measuring a film takes a while: another may be chosen meanwhile, or the slot be gone.
      const signal = begin()
      const seen = await measure(file)
      if (signal.aborted) return
      const why = seen ? misfits(seen, limits) : []
      if (seen && why.length > 0) return setNow({ state: 'refused', why, asset: seen, file })
      const picture = seen?.kind === 'image' ? URL.createObjectURL(file) : undefined
      await run(
        { state: 'sending', name: file.name, bytes: file.size, share: 0, ...(picture ? { picture } : {}) },
        () =>
          upload(file, file.name, {
            signal,
            progress: (share) => setNow((was) => (was.state === 'sending' ? { ...was, share } : was)),
          }),
        signal,
      )
    },
    [begin, limits, run],
  )
  const fetchFrom = useCallback(
    (url: string) =>
      run({ state: 'sending', name: url, bytes: 0, share: 0 }, (signal) =>
        api.fetchMedia({ body: { url } }, { signal }),
      ),
    [run],
  )
  /** A changed copy of what was refused: sent first when it is not in the library yet. */
  const mend = useCallback(
    (change: Change) => {
      if (now.state !== 'refused') return
      const { asset, file } = now
      return run(
        { state: 'sending', name: file?.name ?? asset?.name ?? '', bytes: file?.size ?? 0, share: 0 },
        async (signal) => {
          const id = asset?.id || (file && (await upload(file, file.name, { signal })).id)
          if (!id) throw new StudioError('not-found', 'The file is gone; choose it again.')
          return api.fixMedia({ params: { id }, body: change }, { signal })
        },
      )
    },
    [now, run],
  )
  return { now, send, fetchFrom, mend, stop, accept }
}
