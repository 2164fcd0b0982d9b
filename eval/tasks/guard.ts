import * as z from "zod/mini"
import { guardDraft } from "../../src/checks/guard/guard-draft.ts"
import { lineId, lineTask } from "../task.ts"

export const guardLine = z.object({
  id: lineId,
  draft: z.string(),
  thread: z.array(z.object({ role: z.enum(["customer", "agent"]), text: z.string() })),
  sources: z.array(z.string()),
  internal: z.nullish(z.array(z.string()))
})

/** Searches a draft for content that neither thread nor sources contain. */
export const guard = lineTask({
  usage: "guard   {id, draft, thread: [{role, text}], sources: [text], internal?: [text]} -> {id, ok, findings}",
  shape: guardLine,
  open: () => ({
    work({ draft, thread, sources, internal }) {
      const { ok, findings } = guardDraft({ draft, thread, sources, internal: internal ?? [] })
      return { ok, findings }
    }
  })
})
