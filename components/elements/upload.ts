'use client'
// Several files on their way into the library at once; each is refused or kept by itself.
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { remember } from '@/components/media/fact'
import { keys } from '@/lib/api/keys'
import { upload } from '@/lib/api/upload'

type Going = { key: string; name: string; share: number }
type Refused = { key: string; why: string }

export function useUploads() {
  const client = useQueryClient()
  const [going, setGoing] = useState<readonly Going[]>([])
  const [refused, setRefused] = useState<readonly Refused[]>([])
  const one = useCallback(
    async (file: File) => {
      const key = crypto.randomUUID()
      setGoing((now) => [...now, { key, name: file.name, share: 0 }])
      const progress = (share: number) =>
        setGoing((now) => now.map((each) => (each.key === key ? { ...each, share } : each)))
      try {
        remember(client, await upload(file, file.name, { progress }))
      } catch (error) {
        const why = error instanceof Error ? error.message : 'It could not be sent.'
        setRefused((now) => [...now, { key, why: `${file.name}: ${why}` }])
      } finally {
        setGoing((now) => now.filter((each) => each.key !== key))
        void client.invalidateQueries({ queryKey: keys.files })
      }
    },
    [client],
  )
  const send = useCallback(
    async (files: readonly File[]) => {
      for (const file of files) await one(file)
    },
    [one],
  )
  const dismiss = useCallback((key: string) => setRefused((now) => now.filter((each) => each.key !== key)), [])
  return { going, refused, send, dismiss }
}
