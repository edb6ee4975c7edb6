'use client'
// What a person thinks of a take: a star, and a remark that is kept with it and seen wherever it is.
import { Star } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { Textarea } from '@/components/ui/textarea'
import { say } from '@/components/ui/toast'
import { useMark } from '@/lib/api/film-query'
import type { Task } from '@/lib/tasks/task'

const told = (error: Error) => say({ words: error.message, stays: true })

export function useStar() {
  const { mutate } = useMark()
  return ({ id, star }: Task) => mutate({ id, star: !star }, { onError: told })
}

type StarProps = { task: Task; size?: 'tool' | 'card'; afloat?: boolean }

export function StarButton({ task, size = 'tool', afloat = false }: StarProps) {
  const toggle = useStar()
  return (
    <IconButton
      label={task.star ? 'Take the star away' : 'Star'}
      size={size}
      afloat={afloat}
      on={task.star === true}
      onClick={() => toggle(task)}
    >
      <Star className={task.star ? 'fill-accent-edge text-accent-edge' : undefined} />
    </IconButton>
  )
}

/** Milliseconds after the last letter. */
const pause = 700
/** Characters; as the contract says. */
const most = 5_000

/** Give it `key={task.id}`. What others write appears here unless something is being written. */
export function Remark({ task, label = 'Note on this take' }: { task: Task; label?: string }) {
  const { mutate } = useMark()
  const [draft, setDraft] = useState<string>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const open = useRef<string>(undefined)
  const stands = task.remark ?? ''
  const send = useRef(() => {})
  send.current = () => {
    clearTimeout(timer.current)
    const words = open.current
    if (words === undefined || words.length > most) return
    open.current = undefined
    mutate(
      { id: task.id, remark: words.trim() ? words : null },
      {
        onError: (error) => {
          open.current ??= words
          told(error)
        },
      },
    )
  }
  // A page that goes does not unmount, so what is written goes out with its last breath.
  useEffect(() => {
    const leave = () => send.current()
    const hide = () => {
      if (document.visibilityState === 'hidden') leave()
    }
    window.addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', hide)
    return () => {
      window.removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', hide)
      leave()
    }
  }, [])
  return (
    <Textarea
      aria-label={label}
      placeholder="A note on this take"
      value={draft ?? stands}
      rows={1}
      {...((draft ?? '').length > most * 0.9 ? { max: most } : {})}
      onChange={(words) => {
        setDraft(words)
        open.current = words
        clearTimeout(timer.current)
        timer.current = setTimeout(() => send.current(), pause)
      }}
      onBlur={() => {
        send.current()
        if ((draft ?? '').length <= most) setDraft(undefined)
      }}
    />
  )
}
