// What Runware's platform offers for every task, whatever the model, laid beside a workflow's own fields.
import type { Fields, Workflow } from '../../row'
import type { Source } from '../../source'
import { taken } from './word'

/** The provider page prints no date; it is the newest known, of 2026. */
export const providerPage: Source = { page: 'Runware, KlingAI provider page', date: '2026' }
export const modelPage = (name: string, date = '2026'): Source => ({ page: `Runware, model page of ${name}`, date })
const source: Source = { page: 'Runware, parameter page of Kling VIDEO 3.0 Pro and platform pages', date: '2026' }

const shared = {
  numberResults: { limits: { min: 1, max: 20 }, source },
  outputQuality: { limits: { min: 20, max: 99 }, note: 'Runware takes 95 when nothing is said.', source },
  safetyCheck: { limits: {}, source },
  ttl: { limits: { min: 60, unit: 's' }, source },
  uploadEndpoint: { limits: { form: 'address' }, source },
} satisfies Fields

const videoOptions = {
  ...shared,
  outputFormat: { limits: { options: ['MP4', 'WEBM', 'MOV'] }, source },
  safetyMode: { limits: { options: ['none', 'fast', 'full'] }, source },
} satisfies Fields

const imageOptions = {
  ...shared,
  outputFormat: { limits: { options: ['JPG', 'PNG', 'WEBP'] }, source },
} satisfies Fields

const withOptions = (workflow: Workflow, options: Fields): Workflow => {
  const fields: Fields = { ...workflow.fields, ...options }
  return { ...workflow, fields: { ...fields, extra: { limits: { taken: taken(fields) } } } }
}

export const video = (workflow: Workflow): Workflow => withOptions(workflow, videoOptions)
export const image = (workflow: Workflow): Workflow => withOptions(workflow, imageOptions)
