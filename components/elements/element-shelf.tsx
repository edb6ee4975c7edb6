'use client'
import { Check, Plus, Search } from 'lucide-react'
import { parseAsString, parseAsStringLiteral, useQueryState } from 'nuqs'
import { type ReactNode, useState } from 'react'
import { Silent } from '@/components/gallery/instead'
import { keepSample } from '@/components/media/sample'
import { Button } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { TextButton } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Pill } from '@/components/ui/pill'
import { say } from '@/components/ui/toast'
import { useElements, useKeepElement, useRemoveElement } from '@/lib/api/element-query'
import { type Element, elementTags } from '@/lib/elements/element'
import { ElementCard } from './element-card'
import { ElementDrawer, type Opened } from './element-drawer'
import { Question } from './question'

const holds = ({ name, description = '' }: Element, words: string) =>
  `${name} ${description}`.toLowerCase().includes(words.trim().toLowerCase())

export function ElementShelf({ turn }: { turn: ReactNode }) {
  const { data: library, error, refetch } = useElements()
  const [q, setQ] = useQueryState('q', parseAsString.withDefault(''))
  const [tag, setTag] = useQueryState('tag', parseAsStringLiteral(elementTags))
  const [opened, open] = useState<Opened>()
  const [asked, ask] = useState<Element>()
  const remove = useRemoveElement()
  const found = (library ?? []).filter((one) => holds(one, q))
  const shown = tag ? found.filter(({ tags }) => tags?.includes(tag)) : found
  const used = elementTags.filter((one) => one === tag || library?.some(({ tags }) => tags?.includes(one)))
  const drop = ({ id, name }: Element) =>
    remove.mutate(id, {
      onSuccess: () => say({ words: `@${name} is gone`, icon: <Check aria-hidden className="text-done" /> }),
      onError: ({ message }) => say({ words: message, stays: true }),
    })
  return (
    <>
      <div className="flex flex-wrap items-center gap-3">
        {turn}
        {library && library.length > 0 && (
          <Input
            type="search"
            aria-label="Find an element"
            placeholder="Name or words"
            value={q}
            onChange={(text) => void setQ(text || null)}
            icon={<Search aria-hidden />}
            className="w-[260px] border-line max-md:order-last max-md:w-full"
          />
        )}
        <span className="flex-1" />
        {library && library.length > 0 && (
          <Button kind="next" size="bar" icon={<Plus className="size-4" />} onClick={() => open({})}>
            New element
          </Button>
        )}
      </div>
      {used.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot scroll sideways
        <div
          role="group"
          aria-label="Tags"
          className="flex gap-2 max-md:scroll-bare max-md:overflow-x-auto max-md:py-1"
        >
          <Pill on={tag === null} count={found.length} onClick={() => void setTag(null)}>
            All
          </Pill>
          {used.map((one) => (
            <Pill
              key={one}
              on={tag === one}
              count={found.filter(({ tags }) => tags?.includes(one)).length}
              onClick={() => void setTag(one)}
            >
              {one}
            </Pill>
          ))}
        </div>
      )}
      {!library && error && <Silent error={error} onRetry={() => void refetch()} />}
      {library?.length === 0 && <Nothing onNew={() => open({})} />}
      {library && library.length > 0 && shown.length === 0 && (
        <div className="m-auto flex flex-col items-center gap-3 py-16">
          <p className="text-ink-2">No element fits what you look for.</p>
          <Button
            onClick={() => {
              void setQ(null)
              void setTag(null)
            }}
          >
            Show all
          </Button>
        </div>
      )}
      <ul
        aria-label="Elements"
        className="grid grid-cols-[repeat(auto-fill,minmax(220px,1fr))] gap-x-4 gap-y-5 empty:hidden max-md:grid-cols-2 max-md:gap-x-2"
      >
        {shown.map((element) => (
          <ElementCard
            key={element.id}
            element={element}
            onOpen={() => open({ element })}
            onDelete={() => ask(element)}
          />
        ))}
      </ul>
      <ElementDrawer opened={opened} onClose={() => open(undefined)} onDelete={ask} />
      <Question
        asked={asked}
        title={({ name }) => `Delete @${name}?`}
        words={() => 'It leaves the library for good. Its files, and films that were made with it, stay.'}
        verb="Delete"
        onYes={(element) => {
          drop(element)
          open(undefined)
        }}
        onClose={() => ask(undefined)}
      />
    </>
  )
}

function Nothing({ onNew }: { onNew: () => void }) {
  const keep = useKeepElement()
  const sample = async () => {
    const frontalImage = { asset: await keepSample('lighthouse.jpg') }
    await keep.mutateAsync({
      draft: {
        name: 'lighthouse',
        description: 'A white lighthouse on black rock, its lamp turning',
        frontalImage,
        tags: ['Scene'],
      },
    })
  }
  return (
    <div className="m-auto w-full max-w-[420px] pb-16">
      <div className="rounded-group border border-line bg-panel px-6">
        <Empty
          title="No elements yet"
          words="Show a person, a thing or a place once, give it a name, and write @name wherever a model takes elements."
          next={
            <Button kind="next" icon={<Plus className="size-4" />} onClick={onNew}>
              New element
            </Button>
          }
          quiet={
            <TextButton
              onClick={() =>
                sample().catch((error: unknown) =>
                  say({ words: error instanceof Error ? error.message : 'The sample was not added.', stays: true }),
                )
              }
            >
              Add a lighthouse to try it
            </TextButton>
          }
        />
      </div>
    </div>
  )
}
