// Where Kling's own facts come from, and what they mean in general.
import type { Source } from '../../source'

/** The English pages of the older generation, with later entries of the vendor's change log. */
export const mapPage: Source = { page: 'Kling, capability map and pages of the older API', date: '2026-03' }
export const newPage: Source = { page: 'Kling, document-api (new standard)', date: '2026-09-20' }
export const pricePage: Source = { page: 'Kling, price pages', date: '2026-09' }
export const changeLog = (date: string): Source => ({ page: 'Kling, change log', date })
