// What is peculiar to an address of Kling's.

/** They answer at once, keep nothing and know no names. */
const immediate = /\/(tts|identify-face|image-recognize|(init|add|delete|clear|preview)-selection)$/
export const isImmediate = (path: string) => immediate.test(path)

/** Their pages list only the task id in the path of the query. */
export const isNameless = (path: string) => /\/(advanced-)?lip-sync$/.test(path)

/** Whether the same name twice is surely one order, so that it may be sent again under it. */
export const isNamed = (path: string) => !isImmediate(path) && !isNameless(path)

/** Paths of the newer standard name the model in the path and know API keys only. */
export const isNewer = (path: string) => !/^\/(v1|account)\//.test(path)
