// Draws the form of a row that is in no catalogue and prints it: a process of its own, because the test runner reads JSX its own way.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderToReadableStream } from 'react-dom/server.edge'
import { DraftProvider } from '../../../components/form/draft'
import { FindingProvider } from '../../../components/form/finding'
import { Form } from '../../../components/form/form'
import type { Row, Workflow } from '../../../lib/models/row'
import { startInput } from '../../../lib/models/start'

const picture = { kind: 'image', side: { min: 640 } } as const
const workflow: Workflow = {
  id: 'reference-to-video',
  fields: {
    frames: { limits: { of: picture, ends: 'both' }, required: true },
    image: { limits: { of: picture } },
    referenceImages: { limits: { of: picture, max: 7 } },
    elements: { limits: { max: 3, pictures: 2, of: picture } },
    voices: { limits: { of: { kind: 'audio' }, max: 2 } },
    prompt: { limits: { max: 77 }, label: 'What happens' },
    shots: { limits: { max: 4, words: { max: 99 }, seconds: { min: 2, step: 2 } } },
    duration: { limits: { values: [6, 12] }, start: 12 },
    sound: { limits: {} },
    size: { limits: { sizes: [{ width: 21, height: 9, aspectRatio: '21:9' }], as: 'pixels' } },
    resolution: { limits: { options: ['4k', '8k'] } },
    guidance: { limits: { min: 0, max: 1, step: 0.1 }, note: 'A note of its own.' },
    numberResults: { limits: { min: 1, max: 4 } },
    extra: { limits: {} },
  },
  barred: { fps: 'This model decides the frames itself.' },
}
const row: Row = {
  provider: 'runware',
  model: 'nobody:invented@1',
  name: 'Invented One',
  family: 'Invented',
  tier: '',
  kind: 'video',
  source: { page: 'a test', date: '2026' },
  price: 'unknown',
  workflows: [workflow],
}
const start = {
  provider: row.provider,
  model: row.model,
  workflow: workflow.id,
  input: startInput(workflow),
  parked: {},
}

const whole = await renderToReadableStream(
  <QueryClientProvider client={new QueryClient()}>
    <DraftProvider start={start} find={() => ({ row, workflow })}>
      <FindingProvider>
        <Form />
      </FindingProvider>
    </DraftProvider>
  </QueryClientProvider>,
)
await whole.allReady
process.stdout.write(await new Response(whole).text())
