'use client'
// What many films share: named elements, and every file that was ever uploaded or made.
import { parseAsStringLiteral, useQueryState } from 'nuqs'
import { PhoneBar } from '@/components/ui/phone-bar'
import { Segments } from '@/components/ui/segments'
import { useAwake } from '@/components/ui/window'
import { ElementShelf } from './element-shelf'
import { FileShelf } from './file-shelf'
import { KeptShelf } from './kept-shelf'

const tabs = ['elements', 'files', 'kept'] as const

export function Library() {
  return useAwake() ? <Screen /> : null
}

function Screen() {
  const [tab, setTab] = useQueryState('tab', parseAsStringLiteral(tabs).withDefault('elements'))
  const turn = (
    <Segments
      label="What the library shows"
      value={tab}
      onChange={setTab}
      choices={[
        { value: 'elements', label: 'Elements' },
        { value: 'files', label: 'Files' },
        { value: 'kept', label: 'At providers' },
      ]}
    />
  )
  return (
    <div className="flex min-h-0 flex-1 flex-col md:scroll-quiet">
      <PhoneBar>
        <h1 className="text-15 tight">Library</h1>
      </PhoneBar>
      <h1 className="sr-only max-md:hidden">Library</h1>
      <div className="flex flex-1 flex-col gap-4 px-6 py-4 max-lg:px-4">
        {tab === 'elements' && <ElementShelf turn={turn} />}
        {tab === 'files' && <FileShelf turn={turn} />}
        {tab === 'kept' && <KeptShelf turn={turn} />}
      </div>
    </div>
  )
}
