import type { CorpusDocument } from "../corpus/corpus.ts"
import { findingDocument, type Finder } from "../corpus/finding.ts"

/**
 * Finds near copies, which the import has marked. Search shows them as one result, but each has to be corrected
 * separately.
 */
export const duplicates: Finder = {
  kind: "duplicate",
  find({ docs, byId }) {
    const copies = new Map<string, CorpusDocument[]>()
    for (const doc of docs) {
      if (doc.twin === null || doc.kind === "product" || !byId.has(doc.twin)) continue
      const known = copies.get(doc.twin)
      if (known) known.push(doc)
      else copies.set(doc.twin, [doc])
    }
    return [...copies].flatMap(([id, others]) => {
      const first = byId.get(id)
      if (!first) return []
      const all = [first, ...others]
      return {
        documents: all.slice(0, MOST).map((doc) => findingDocument(doc, doc.title)),
        says: `${all.length} ${first.kind === "macro" ? "macros" : "pages"} say nearly the same: ${all
          .slice(0, MOST)
          .map(({ url, path }) => url ?? path)
          .join(", ")}${all.length > MOST ? " and others" : ""}.`,
        fix: `Keep “${first.title}”, put into it what only the ${others.length === 1 ? "other has" : "others have"}, and let the rest lead there.`
      }
    })
  }
}

/** This many documents are named. */
const MOST = 20
