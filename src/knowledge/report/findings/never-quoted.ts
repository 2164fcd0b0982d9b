import { isPublicPage } from "../corpus/corpus.ts"
import { findingDocument, type Finder } from "../corpus/finding.ts"

/** Finds pages that have existed long enough and that no draft has ever quoted. */
export const neverQuoted: Finder = {
  kind: "never-quoted",
  find({ docs, quoted, offered, counted }, { now }) {
    if (counted < ENOUGH_DRAFTS) return []
    // A near copy that was folded into another document is quoted under that document's id.
    const standing = new Set(docs.flatMap(({ id, twin }) => (quoted.has(id) ? [id, twin ?? id] : [])))
    return docs
      .filter(
        (doc) =>
          isPublicPage(doc) &&
          doc.twin === null &&
          !standing.has(doc.id) &&
          now.getTime() - doc.takenAt.getTime() > LONG_ENOUGH
      )
      .map((doc) => {
        const offers = offered.get(doc.id) ?? 0
        return {
          documents: [findingDocument(doc, doc.title)],
          says: `None of the last ${counted.toLocaleString("en")} drafts quotes this page${offers > 0 ? `, though it was found for ${offers.toLocaleString("en")} of them` : ""}.`,
          fix:
            offers > 0
              ? "See what those tickets asked: say it in a sentence of its own, or take the page away."
              : "Give it the words that customers use, in title and headings, or take it away if nobody asks for it."
        }
      })
  }
}

/** With fewer drafts, most pages are unquoted by chance. */
const ENOUGH_DRAFTS = 100
const LONG_ENOUGH = 30 * 86_400_000
