import { queryOf } from "../../../search/query/query.ts"
import type { Corpus } from "../corpus/corpus.ts"
import type { RecentDraft } from "../corpus/recent-drafts.ts"
import type { FindContext, Finder, NewFinding } from "../corpus/finding.ts"
import { clustersOf, type ClusterQuestion } from "../corpus/clusters.ts"
import { forEachYielding } from "../../../runtime/event-loop.ts"

/**
 * Groups by words what customers asked recently and search finds no page for. The requests are masked, so
 * their words contain no names.
 */
export const noPage: Finder = { kind: "no-page", find }

async function find({ drafts, searchedTickets }: Corpus, { signal }: FindContext): Promise<NewFinding[]> {
  const searched = await searchedTickets()
  const of = searched.length < drafts.length ? ` of ${searched.length.toLocaleString("en")} that were searched` : ""
  const [open, answered] = [
    await wordsOf(
      searched.filter(({ hasPage }) => !hasPage).map(({ draft }) => draft),
      signal
    ),
    await wordsOf(
      searched.filter(({ hasPage }) => hasPage).map(({ draft }) => draft),
      signal
    )
  ]
  const clusters = await clustersOf(
    open,
    answered.map(({ words }) => new Set(words.keys())),
    signal
  )
  return clusters.map(({ members, words }) => ({
    about: words.toSorted().join(" "),
    documents: [],
    says: `${members.length.toLocaleString("en")} tickets${of} of the last weeks have no page to be answered from. Their words: ${words.join(", ")}.`,
    fix: "Read some of them, and write the page that answers them. Where there is one, give it these words.",
    tickets: members.slice(0, EXAMPLES).map(({ of: { site, helpdesk, ticketId } }) => ({ site, helpdesk, ticketId }))
  }))
}

const EXAMPLES = 3
/** The words of this many tickets are read, the newest first. */
const MOST = 2_000

async function wordsOf(drafts: RecentDraft[], signal: AbortSignal): Promise<ClusterQuestion<RecentDraft>[]> {
  const asked: ClusterQuestion<RecentDraft>[] = []
  await forEachYielding(drafts.slice(0, MOST), signal, (draft) => {
    const { surface } = queryOf(draft.ticket)
    asked.push({
      of: draft,
      words: new Map([...surface].filter(([stem, word]) => stem.length > 2 && /^\p{L}/u.test(word)))
    })
  })
  return asked
}
