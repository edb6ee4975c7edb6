// One open board: its history, and the saving of it. Nothing that was written is lost: what cannot be saved is kept here.
import { api } from '@/lib/api/client'
import { StudioError } from '@/lib/errors'
import { begin, edited, type History, redone, undone } from '@/lib/storyboard/history'
import type { Storyboard } from '@/lib/storyboard/storyboard'
import { type Draft, draftOf, sameDraft } from './draft'
import { type KeptDraft, openPlace } from './kept'
import { keepUndo, keptUndo, resumed } from './undo'

export type Saving = 'saved' | 'waiting' | 'saving' | 'offline' | 'refused'
export type DeskState = {
  history: History<Draft>
  saving: Saving
  /** Why it was refused. */
  why?: string | undefined
  /** What somebody else saved meanwhile; nothing is written over before the person has chosen. */
  theirs?: Storyboard | undefined
  /** Somebody removed the board; what stands here is not lost. */
  gone?: boolean
  /** Counts what arrived from elsewhere. */
  arrived: number
  /** Undo goes back no further than the storage of the tab held at a reload. */
  shortened: boolean
}
export const isGone = (error: unknown) => error instanceof StudioError && error.code === 'not-found'

export type Desk = ReturnType<typeof openDesk>

/** Milliseconds after the last edit, and between attempts while the studio does not answer. */
const pause = { save: 700, keep: 250, again: 3000 }

/** So many that were not answered are kept in mind: each may be a whole board in the browser's storage. */
const mostSent = 8

export function openDesk(loaded: Storyboard, left?: KeptDraft) {
  const { id } = loaded
  const place = openPlace(id)
  const watchers = new Set<() => void>()
  let version = loaded.version
  let saved = draftOf(loaded)
  let sent: readonly Draft[] = []
  const undo = keptUndo(id)
  const history = undo ? resumed(undo.history, saved) : begin(saved)
  const shortened = undo?.shortened ?? false
  // Unsaved words of this very page are no change from elsewhere.
  const isOwn = undo !== undefined && left !== undefined && sameDraft(undo.history.now, left.draft)
  const strange = undo !== undefined && !isOwn && history.past.length > undo.history.past.length
  let state: DeskState = { history, saving: 'saved', arrived: strange ? 1 : 0, shortened }
  let timer: ReturnType<typeof setTimeout> | undefined
  let keeper: ReturnType<typeof setTimeout> | undefined
  let busy: Promise<void> | undefined
  let closed = false

  const set = (change: Partial<DeskState>) => {
    state = { ...state, ...change }
    for (const tell of watchers) tell()
  }
  // Also where what stands here was saved before: what was sent since may stand at the studio.
  const dirty = () => state.history.now !== saved || sent.length > 0
  const keep = () => {
    clearTimeout(keeper)
    keeper = undefined
    if (dirty()) place.keep({ version, draft: state.history.now, sent })
    else place.forget()
  }
  const rest = () => {
    keep()
    keepUndo(id, { history: state.history, shortened })
  }
  const later = (wait: number) => {
    clearTimeout(timer)
    if (!closed) timer = setTimeout(() => void save(), wait)
  }
  const move = (history: History<Draft>) => {
    if (history === state.history) return
    set({ history, saving: history.now === saved && sent.length === 0 ? 'saved' : 'waiting', why: undefined })
    keeper ??= setTimeout(keep, pause.keep)
    if (state.theirs === undefined) later(pause.save)
  }

  async function once() {
    const sending = state.history.now
    sent = [...sent.filter((one) => one !== sending), sending].slice(-mostSent)
    set({ saving: 'saving' })
    try {
      const answer = await api.saveStoryboard({ params: { id }, body: { ...sending, version } })
      version = answer.version
      saved = sending
      sent = []
      set({ saving: dirty() ? 'waiting' : 'saved', why: undefined })
    } catch (error) {
      if (!(error instanceof StudioError) || error.code === 'unreachable') {
        set({ saving: 'offline' })
        later(pause.again)
      } else if (error.code === 'conflict') await clash()
      else {
        sent = sent.filter((one) => one !== sending)
        set({ saving: 'refused', why: error.message, gone: isGone(error) })
      }
    }
    keep()
  }

  async function clash() {
    const theirs = await api.readStoryboard({ params: { id } }).catch(() => undefined)
    if (!theirs) {
      set({ saving: 'offline' })
      return later(pause.again)
    }
    const own = sent.find((one) => sameDraft(draftOf(theirs), one))
    sent = []
    if (!own) return set({ saving: 'waiting', theirs })
    // An answer was lost on its way: it stands there as it was sent, whatever was written since.
    version = theirs.version
    saved = own
    set({ saving: dirty() ? 'waiting' : 'saved' })
  }

  /** Until nothing is left to save, or it cannot be saved now. True: the studio has what stands here. */
  async function save(): Promise<boolean> {
    clearTimeout(timer)
    while (dirty() && state.theirs === undefined) {
      busy ??= once().finally(() => {
        busy = undefined
      })
      await busy
      if (state.saving === 'offline' || state.saving === 'refused') break
    }
    return !dirty()
  }

  const copy = (draft: Draft, whose: string) =>
    api.addStoryboard({ body: { ...draft, title: `${draft.title} (${whose})`.slice(0, 200) } })

  const desk = {
    id,
    read: () => state,
    /** Of the board as it stands at the studio, as far as is known here. */
    version: () => version,
    watch(tell: () => void) {
      watchers.add(tell)
      return () => watchers.delete(tell)
    },
    edit: (change: (draft: Draft) => Draft, key?: string) =>
      move(edited(state.history, change(state.history.now), key)),
    undo: () => move(undone(state.history)),
    redo: () => move(redone(state.history)),
    save,
    /** Mine stands; theirs becomes a board of its own first. */
    async keepMine() {
      const { theirs } = state
      if (!theirs) return
      await copy(draftOf(theirs), 'the other side')
      version = theirs.version
      // Also where mine is what was saved last: theirs stands there now.
      saved = draftOf(theirs)
      set({ theirs: undefined })
      await save()
    },
    /** Theirs stands; mine becomes a board of its own first. */
    async takeTheirs() {
      const { theirs } = state
      if (!theirs) return
      await copy(state.history.now, 'my side')
      version = theirs.version
      saved = draftOf(theirs)
      set({ theirs: undefined, history: edited(state.history, saved), saving: 'saved' })
      keep()
    },
    /** What stands here as a new board, where this one was removed; its id. */
    async asNew(): Promise<string> {
      const { id: other } = await api.addStoryboard({ body: state.history.now })
      saved = state.history.now
      sent = []
      set({ saving: 'saved', why: undefined })
      keep()
      return other
    },
    /** Looks whether somebody else saved; only while nothing of ours waits. */
    async look() {
      if (dirty() || busy || state.theirs) return
      const now = await api.readStoryboard({ params: { id } }).catch(() => undefined)
      if (!now || now.version <= version || dirty() || busy) return
      version = now.version
      const draft = draftOf(now)
      if (sameDraft(draft, saved)) return
      saved = draft
      set({ history: edited(state.history, draft), saving: 'saved', arrived: state.arrived + 1 })
    },
    /** The page goes, or is out of sight: nothing is lost with it. */
    rest,
    close() {
      rest()
      closed = true
      clearTimeout(timer)
      if (!dirty()) return place.leave()
      void save().finally(() => {
        keep()
        place.leave()
      })
    },
  }
  if (left && !sameDraft(left.draft, saved)) {
    const own = isOwn && undo ? { ...undo.history, now: left.draft } : edited(state.history, left.draft)
    set({ history: own, saving: 'waiting' })
    keep()
    if (left.version === version || left.sent?.some((one) => sameDraft(one, saved))) later(0)
    else set({ theirs: loaded })
  }
  return desk
}
