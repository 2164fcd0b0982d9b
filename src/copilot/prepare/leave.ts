import type { DraftRecord } from "../../store/records.ts"
import { load } from "../ticket/load.ts"
import { inLine, LEFT, type Desk, type Work } from "../ticket/work.ts"

/**
 * The last tab with this ticket has gone on. What is being made before anybody asked is called off; a prepared draft
 * that was not used counts towards the ten in a row.
 */
export function leave(desk: Desk, work: Work): Promise<void> {
  if (work.reading?.prepared) work.reading.stop.abort(LEFT)
  if (work.writing?.prepared) work.writing.stop.abort(LEFT)
  return inLine(work, async () => {
    const store = await desk.account.unlock()
    if (!store) return
    await load(work, store)
    const { draft } = work
    // Meanwhile it may be in front again.
    if (draft && (await desk.tabs.byKey(work.key)) === undefined && isUnused(draft, work))
      await desk.preparing.unused(draft.id)
  }).catch((error: unknown) => desk.trouble(error))
}

const isUnused = (draft: DraftRecord, { record }: Work) =>
  draft.prepared === true &&
  draft.masked !== "" &&
  !draft.cancelled &&
  draft.state !== "writing" &&
  !draft.used &&
  !record?.used.some(({ draftId, kind }) => draftId === draft.id && kind !== "shown")
