import * as z from "zod/mini"
import { maskWith } from "../product.ts"
import { choice, lineId, lineTask, localeOf } from "../task.ts"
import { MASK_MODES } from "../../src/masking/basis/masking-rules.ts"

const words = z.nullish(z.array(z.string()))

/** Masks one text as the product masks a text of a ticket with these people. */
export const mask = lineTask({
  usage: "mask [--mode strict|balanced] [--locale xx]   {id, text, known?: {names?, emails?}} -> {id, masked, spans}",
  options: { mode: { type: "string" }, locale: { type: "string" } },
  shape: z.object({ id: lineId, text: z.string(), known: z.nullish(z.object({ names: words, emails: words })) }),
  open(values) {
    const masker = maskWith({ mode: choice(values, "mode", MASK_MODES) ?? "strict" }, localeOf(values))
    return {
      work({ text, known }) {
        const people = [
          ...(known?.names ?? []).map((name) => ({ name })),
          ...(known?.emails ?? []).map((email) => ({ email }))
        ]
        const { text: masked, spans } = masker(text, people)
        return { masked, spans }
      }
    }
  }
})
