// Spaces and line ends are typed and say nothing: no order, no board and no import takes them for words.
import { expect, test } from '@playwright/test'
import { findings } from '../../../components/form/mend'
import { catalog, rowOf } from '../../../lib/models/catalog'
import { judge } from '../../../lib/models/judge'
import { readKling } from '../../../lib/providers/kling/read'
import { read as readRunware } from '../../../lib/providers/runware/read'
import { plan } from '../../../lib/storyboard/plan'
import { film, refusal, shots } from '../openai-wire/way'

const blank = ' \n\u3000\t'
const said = 'Words are needed; blanks alone say nothing.'
const texts = ['prompt', 'negativePrompt', 'soundEffects', 'music'] as const

test('blanks alone are refused at every text of every row, and a form shows them as nothing written yet', () => {
  for (const row of catalog)
    for (const workflow of row.workflows)
      for (const key of texts.filter((one) => workflow.fields[one])) {
        const judged = judge(row, workflow, { [key]: blank }, 'placing').filter(({ path }) => path === key)
        const where = `${row.model}, ${workflow.id}, ${key}`
        expect(
          judged.map(({ message }) => message),
          where,
        ).toEqual([said])
        expect(
          findings(workflow, { [key]: blank }, judged).map(({ unset }) => unset),
          where,
        ).toEqual([true])
      }
})

test('a shot of blanks is refused where it stands, in an order and on a board', () => {
  for (const row of catalog)
    for (const workflow of row.workflows.filter(({ fields }) => fields.shots)) {
      const shots = [
        { prompt: ' A lamp ', duration: 5 },
        { prompt: blank, duration: 5 },
      ]
      const told = judge(row, workflow, { shots }, 'placing').filter(({ path }) => path.endsWith('prompt'))
      expect(told, `${row.model}, ${workflow.id}`).toEqual([{ path: 'shots.1.prompt', message: said }])
    }
  const row = rowOf('runware', 'klingai:kling-video@3-pro')
  if (!row) throw new Error('the row is not in the catalogue')
  const shots = ['A lamp', blank].map((prompt, at) => ({ id: `s${at}`, prompt, duration: 5 }))
  const { issues } = plan({ shots }, row)
  expect(issues[0]).toEqual({ shotId: 's1', path: 'prompt', message: 'Words are needed.' })
  expect(issues.filter(({ shotId }) => shotId !== 's1')).toEqual([])
})

const refusedBy = (read: () => unknown) => {
  try {
    return read()
  } catch (error) {
    return error
  }
}

test('an import of blanks is refused at the provider’s own field', () => {
  const runware = { taskType: 'videoInference', model: 'klingai:5@3', width: 1920, height: 1080, duration: 5 }
  expect(refusedBy(() => readRunware({ ...runware, positivePrompt: blank }))).toMatchObject({
    issues: [{ path: 'positivePrompt', message: said }],
  })
  const kling = { model_name: 'kling-v2-6', prompt: blank, duration: '5' }
  expect(refusedBy(() => readKling(kling, 'POST /v1/videos/text2video'))).toMatchObject({
    issues: [{ path: 'prompt', message: said }],
  })
  const order = film({
    metadata: { ext_info: { ...shots(), multi_prompt: [{ index: 1, prompt: blank, duration: '5' }] } },
  })
  expect(refusal(film({ prompt: blank }))).toEqual({ paths: ['prompt'], words: said })
  expect(refusal(order).words).toContain(said)
})
