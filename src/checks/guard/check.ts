import type { SentenceCheck } from "../sentence/sentence-check.ts"
import { guardOf } from "./masked.ts"

/**
 * Marks a sentence with a link, a contact or a placeholder that nobody gave. The browser checks the whole draft again,
 * restored and together with the internal notes.
 */
export const guard: SentenceCheck = {
  id: "guard",
  why: "Neither the ticket nor a source gave this.",
  open({ ticket, sources }) {
    const look = guardOf(ticket, sources)
    return (sentence) => {
      // A page that nobody named, on a host that somebody did, is a fact that needs support like any other.
      const finding = look(sentence).find(({ kind }) => kind !== "page")
      if (!finding) return undefined
      const link = finding.kind === "link" || finding.kind === "look-alike" || finding.kind === "email"
      return { state: "no-source", reason: link ? "link" : "words", words: finding.words }
    }
  }
}
