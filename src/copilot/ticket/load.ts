import type { Store } from "../../store/store.ts"
import type { Work } from "./work.ts"

/** From the store into the mirror, once a worker's life, whoever asks first. */
export function load(work: Work, store: Store): Promise<void> {
  if (work.record) return Promise.resolve()
  return (work.loading ??= read(work, store).finally(() => (work.loading = undefined)))
}

async function read(work: Work, store: Store): Promise<void> {
  const record = await store.tickets.get(work.key)
  if (!record) return
  const [table, drafts, told] = await Promise.all([
    store.tables.get(work.key),
    store.drafts.of(work.key),
    store.told.get(work.key)
  ])
  if ((!table && record.draftId !== undefined) || work.record) return
  work.table = table
  work.told = told
  work.draft = drafts.find(({ id }) => id === record.draftId)
  work.formers = drafts.filter(({ id }) => id !== record.draftId).reverse()
  work.record = record
}
