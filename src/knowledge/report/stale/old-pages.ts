import { isPublicPage, type Corpus } from "../corpus/corpus.ts"
import { findingDocument, type FindContext, type NewFinding } from "../corpus/finding.ts"

/** Finds pages that nobody has changed for a year and a half and that drafts still quote. */
export function oldButQuoted({ docs, quoted }: Corpus, { now }: FindContext): NewFinding[] {
  const old = new Date(now.getTime() - OLD_DAYS * 86_400_000).toISOString().slice(0, 10)
  return docs.flatMap((doc) => {
    const times = quoted.get(doc.id) ?? 0
    if (doc.kind === "product" || doc.changed === null || doc.changed.slice(0, 10) >= old || times === 0) return []
    return {
      // If the page is changed and becomes old again, it is a new finding.
      about: `old ${doc.changed}`,
      documents: [findingDocument(doc, doc.title)],
      says: `Nobody has changed it since ${doc.changed.slice(0, 10)}, and ${times === 1 ? "a draft quotes" : `${times.toLocaleString("en")} drafts quote`} it.`,
      fix: "Read it once, put right what no longer holds, and save it, so that its date says so."
    }
  })
}

const OLD_DAYS = 540

/** Finds translations that the helpdesk marks as made from an older text. */
export function outdatedTranslations({ docs }: Corpus): NewFinding[] {
  return docs
    .filter((doc) => isPublicPage(doc) && doc.details?.kind === "article" && doc.details.outdated === true)
    .map((doc) => ({
      about: `outdated ${doc.changed ?? ""}`,
      documents: [findingDocument(doc, doc.title)],
      says: `The helpdesk marks this translation (${doc.locale}) as made of a text that has changed since.`,
      fix: "Translate what changed, and take the mark off in the helpdesk."
    }))
}
