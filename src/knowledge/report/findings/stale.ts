import { type Corpus, isPublicPage } from "../corpus/corpus.ts"
import { type FindContext, type Finder, type NewFinding, findingDocument } from "../corpus/finding.ts"
import { pastDates } from "../stale/past-dates.ts"
import { wrongPrices } from "../stale/wrong-prices.ts"

/**
 * Finds outdated pages: old ones that are still quoted, dates in the past, and prices that the product feed doesn't
 * contain.
 */
export const stale: Finder = { kind: "stale", find }

async function find(corpus: Corpus, context: FindContext): Promise<NewFinding[]> {
  return [
    ...oldButQuoted(corpus, context),
    ...outdatedTranslations(corpus),
    ...(await pastDates(corpus, context)),
    ...(await wrongPrices(corpus, context))
  ]
}

/** Finds pages that nobody has changed for a year and a half and that drafts still quote. */
function oldButQuoted({ docs, quoted }: Corpus, { now }: FindContext): NewFinding[] {
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
function outdatedTranslations({ docs }: Corpus): NewFinding[] {
  return docs
    .filter((doc) => isPublicPage(doc) && doc.details?.kind === "article" && doc.details.outdated === true)
    .map((doc) => ({
      about: `outdated ${doc.changed ?? ""}`,
      documents: [findingDocument(doc, doc.title)],
      says: `The helpdesk marks this translation (${doc.locale}) as made of a text that has changed since.`,
      fix: "Translate what changed, and take the mark off in the helpdesk."
    }))
}
