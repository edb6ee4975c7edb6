'use client'
import { useRef } from 'react'
import type { ProviderId } from '@/lib/models/row'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { ErrorLine, Field } from '../ui/field'
import { Input } from '../ui/input'
import { Segments } from '../ui/segments'
import { Textarea } from '../ui/textarea'
import { providerWord } from './fact'

type Props = {
  open: boolean
  onClose: () => void
  text: string
  onText: (text: string) => void
  provider: ProviderId
  providers: readonly ProviderId[]
  onProvider: (provider: ProviderId) => void
  endpoint: string
  onEndpoint: (endpoint: string) => void
  wrong: readonly string[]
  busy: boolean
  onRead: (text: string) => void
}

export function ImportDialog({
  open,
  onClose,
  text,
  onText,
  provider,
  providers,
  onProvider,
  endpoint,
  onEndpoint,
  wrong,
  busy,
  onRead,
}: Props) {
  const file = useRef<HTMLInputElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  return (
    <Dialog
      open={open}
      onClose={onClose}
      wide
      first={field}
      title="Import a request"
      description="A request as the provider’s page prints it, or a .json file with one. It can also be pasted or dropped anywhere on this screen."
      actions={
        <>
          <Button onClick={() => file.current?.click()}>Choose a file</Button>
          <Button
            kind="next"
            size="bar"
            reason={busy ? 'Reading the request' : text.trim() === '' ? 'Nothing to read yet' : undefined}
            onClick={() => {
              if (text.trim() === '') field.current?.focus()
              else if (!busy) onRead(text)
            }}
          >
            Fill the form
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3 pt-4">
        {providers.length > 1 && (
          <Segments
            label="Provider"
            value={provider}
            onChange={onProvider}
            choices={providers.map((value) => ({ value, label: providerWord(value) }))}
          />
        )}
        {provider === 'kling' && (
          <Field label="Endpoint" hint="where the request alone does not say it" htmlFor="import-endpoint">
            <Input
              id="import-endpoint"
              value={endpoint}
              onChange={onEndpoint}
              placeholder="POST /v1/videos/image2video"
              spellCheck={false}
              autoComplete="off"
              className="font-mono"
            />
          </Field>
        )}
        <Field label="Request" htmlFor="import-request">
          <Textarea
            ref={field}
            id="import-request"
            value={text}
            onChange={onText}
            rows={8}
            spellCheck={false}
            invalid={wrong.length > 0}
            className="max-h-80 overflow-auto font-mono"
          />
        </Field>
        <div role="alert" className="flex flex-col gap-1 empty:hidden">
          {wrong.map((sentence) => (
            <ErrorLine key={sentence}>{sentence}</ErrorLine>
          ))}
        </div>
        <input
          ref={file}
          type="file"
          hidden
          accept="application/json,.json"
          aria-label="File with a request"
          onChange={(event) => {
            const [one] = event.currentTarget.files ?? []
            event.currentTarget.value = ''
            void one?.text().then(onRead)
          }}
        />
      </div>
    </Dialog>
  )
}
