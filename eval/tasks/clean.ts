import * as z from "zod/mini"
import { cleanMail } from "../../src/ingest/sources/request-tracker/clean-mail.ts"
import { lineId, lineTask } from "../task.ts"

/**
 * Splits a mail into its parts. A farewell is the author's own words and nothing that was added, so `visible` contains
 * it in its place. `closing` says which words these are, for anyone who counts them differently.
 */
export const clean = lineTask({
  usage: "clean   {id, text} or {id, html} -> {id, visible, quoted, signature, closing}",
  shape: z.object({ id: lineId, text: z.nullish(z.string()), html: z.nullish(z.string()) }),
  open: () => ({
    work({ text, html }) {
      if (typeof html !== "string" && typeof text !== "string")
        throw new Error('The line has neither "text" nor "html".')
      const { written, quoted, signature, closing } = cleanMail(
        typeof html === "string" ? { html } : { text: text ?? "" }
      )
      return { visible: written, quoted, signature, closing }
    }
  })
})
