import { beginDraftCounts } from "../runtime/metrics/draft-metrics.ts"
import { beginModelCounts } from "../runtime/metrics/model-metrics.ts"
import { MODEL_ERRORS } from "./drafter/contract.ts"
import { TASKS, type Models } from "./endpoint/models.ts"

/** What ends a draft with an error besides its model: the relay itself, and the database. */
const RELAY_ERRORS = ["draft-failed", "draft-cut", "database-down", "disk-full"]

/** Begins to count drafts and requests to models at 0, for every model that this relay may ask. */
export function beginCounts({ tasks, embed, rerank, currency }: Models): void {
  const writers = tasks.draft.map((endpoint) => (endpoint.kind === "offline" ? endpoint.name : endpoint.model))
  beginDraftCounts([...new Set(writers)], [...MODEL_ERRORS, ...RELAY_ERRORS])
  const asked = [
    ...TASKS.flatMap((task) => tasks[task].map((endpoint) => ({ task, endpoint }))),
    ...(embed ? [{ task: "embed", endpoint: embed }] : []),
    ...(rerank ? [{ task: "rerank", endpoint: rerank }] : [])
  ]
  for (const { task, endpoint } of asked)
    if (endpoint.kind !== "offline")
      beginModelCounts({ task, endpoint: endpoint.name, currency }, [...MODEL_ERRORS, "unknown"])
}
