import { guardOf } from "../guard.ts"
import type { SentenceCheck } from "../sentence-check.ts"

/** A link or a placeholder that nobody gave. */
export const guard: SentenceCheck = {
  id: "guard",
  why: "Neither the ticket nor a source gave this.",
  open({ ticket, sources }) {
    const look = guardOf(ticket, sources)
    return (sentence) => {
      const [found] = look(sentence)
      if (!found) return undefined
      const link = found.kind === "unknown-link" || found.kind === "dangerous-link"
      return { state: "no-source", reason: link ? "link" : "words", words: found.words }
    }
  }
}
