// Where a fact comes from: the page, and its date as far as one is known.
export type Source = { page: string; date: string }
