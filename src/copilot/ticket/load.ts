import type { Store } from "../../store/store.ts"
import type { TicketState } from "./ticket-state.ts"

/** Loads the ticket from the store into the mirror, once in a worker's life, whoever asks first. */
export function load(state: TicketState, store: Store): Promise<void> {
  if (state.record) return Promise.resolve()
  return (state.loading ??= read(state, store).finally(() => (state.loading = undefined)))
}

async function read(state: TicketState, store: Store): Promise<void> {
  const record = await store.tickets.get(state.key)
  if (!record) return
  const [table, drafts, overrides] = await Promise.all([
    store.tables.get(state.key),
    store.drafts.of(state.key),
    store.overrides.get(state.key)
  ])
  if ((!table && record.draftId !== undefined) || state.record) return
  state.table = table
  state.overrides = overrides
  state.draft = drafts.find(({ id }) => id === record.draftId)
  state.formers = drafts.filter(({ id }) => id !== record.draftId).reverse()
  state.record = record
}
