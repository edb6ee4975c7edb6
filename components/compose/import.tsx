'use client'
// A provider's own request, pasted or dropped, fills the form. What it says and the form has no field for is carried along.
import { FileBraces } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useEffect, useEffectEvent, useState } from 'react'
import { parseExact } from '@/lib/api/exact'
import { useHealth, useImport } from '@/lib/api/queries'
import { StudioError } from '@/lib/errors'
import { type ProviderId, providerIds } from '@/lib/models/row'
import { workflowIds } from '@/lib/models/vocabulary'
import type { Draft } from '../form/draft'
import { Button } from '../ui/button'
import { fetchRows, placeOf } from './rows'
import { meant } from './whose'

const ImportDialog = dynamic(() => import('./import-dialog').then(({ ImportDialog }) => ImportDialog), { ssr: false })
type Props = { onDraft: (draft: Draft, notes: string[]) => void }

export function Import({ onDraft }: Props) {
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const { data: health } = useHealth()
  const known: readonly ProviderId[] = health?.providers.map(({ id }) => id) ?? providerIds
  const providers = known.filter((provider) => provider !== 'local')
  const [provider, setProvider] = useState<ProviderId>('runware')
  const [endpoint, setEndpoint] = useState('')
  const [wrong, setWrong] = useState<readonly string[]>([])
  const { mutate, isPending } = useImport()
  const read = (given: string) => {
    const request = parsed(given)
    setText(given)
    const from = (request && meant(request, providers)) ?? provider
    setProvider(from)
    if (request === undefined) {
      setWrong(['This is not JSON. Paste the whole request as the provider’s page prints it.'])
      return setOpen(true)
    }
    mutate(
      { provider: from, request, ...(endpoint.trim() === '' ? {} : { endpoint: endpoint.trim() }) },
      {
        onSuccess: async ({ model, workflow, input, notes }) => {
          await fetchRows()
          const id = workflowIds.find((one) => one === workflow)
          const draft = id && { provider: from, model, workflow: id, input, parked: {} }
          if (!draft || !placeOf(draft)) {
            setWrong([`The form has no ${model}, ${workflow}.`])
            return setOpen(true)
          }
          setOpen(false)
          setText('')
          setEndpoint('')
          setWrong([])
          onDraft(draft, notes)
        },
        onError: (error) => {
          setWrong(sentences(error))
          setOpen(true)
        },
      },
    )
  }
  const pasted = useEffectEvent((event: ClipboardEvent) => {
    const words = event.clipboardData?.getData('text/plain') ?? ''
    const at = event.target
    const typing = at instanceof HTMLElement && /^(INPUT|TEXTAREA)$/.test(at.tagName)
    if (typing || event.defaultPrevented || open || parsed(words) === undefined) return
    event.preventDefault()
    read(words)
  })
  const dropped = useEffectEvent((event: DragEvent) => {
    const [one] = event.dataTransfer?.files ?? []
    if (!one?.name.endsWith('.json') || event.defaultPrevented) return
    event.preventDefault()
    void one.text().then(read)
  })
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.items[0]?.type !== 'application/json') return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'copy'
    }
    window.addEventListener('paste', pasted)
    window.addEventListener('drop', dropped)
    window.addEventListener('dragover', over)
    return () => {
      window.removeEventListener('paste', pasted)
      window.removeEventListener('drop', dropped)
      window.removeEventListener('dragover', over)
    }
  }, [])
  return (
    <>
      <Button
        kind="quiet"
        size="tool"
        icon={<FileBraces aria-hidden className="size-4" />}
        onClick={() => setOpen(true)}
      >
        Import a request
      </Button>
      {(open || text !== '') && (
        <ImportDialog
          open={open}
          onClose={() => setOpen(false)}
          text={text}
          onText={setText}
          provider={provider}
          providers={providers}
          onProvider={setProvider}
          endpoint={endpoint}
          onEndpoint={setEndpoint}
          wrong={wrong}
          busy={isPending}
          onRead={read}
        />
      )}
    </>
  )
}

/** An object or a list; anything else is not a request. */
function parsed(text: string): object | undefined {
  try {
    const found = parseExact(text)
    return typeof found === 'object' && found !== null ? found : undefined
  } catch {
    return
  }
}

function sentences(error: Error): string[] {
  if (!(error instanceof StudioError) || !error.issues?.length) return [error.message]
  return error.issues.map(({ path, message }) => (path ? `${path}: ${message}` : message))
}
