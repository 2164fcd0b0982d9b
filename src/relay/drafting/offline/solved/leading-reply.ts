import type { RetrievedSources } from "../../../../models/drafter/contract.ts"
import type { DraftRequest } from "../../../../protocol/relay.ts"
import type { SimilarTicket } from "../../../../protocol/search.ts"
import { writtenByCustomer } from "../../../../search/query/query.ts"
import { stems } from "../../../../search/words/stems.ts"
import { isLanguage, languageOfLocale, type Language } from "../../../../text/languages.ts"
import type { MaskedTicket } from "../../../../ticket/masked-ticket.ts"
import { VOICES } from "../../voices/voice.ts"
import { adaptReply } from "./adapt-reply.ts"

/**
 * Adds the reply to a solved ticket that asked the same, for a ticket that no page answers surely. A solved ticket is
 * for agents' eyes only, but its reply, without what was its customer's own, has been sent to a customer already. None
 * leads beside chosen pages or after "Not this one".
 * @param findSolved returns solved tickets like this one
 */
export async function addLeadingReply(
  retrieval: RetrievedSources,
  { ticket, sources: choice }: Pick<DraftRequest, "ticket" | "sources">,
  language: string | null,
  findSolved: () => Promise<SimilarTicket[]>
): Promise<RetrievedSources> {
  if (!isLanguage(language) || retrieval.leading !== undefined || retrieval.chosen?.length) return retrieval
  const solved = (await findSolved()).filter(
    (one) =>
      one.satisfaction !== "bad" &&
      choice?.not.includes(one.id) !== true &&
      languageOfLocale(one.locale ?? "") === language
  )
  if (solved.length === 0) return retrieval
  const asked = questionStems(ticket, language)
  const likest = solved
    .map((one) => ({
      one,
      likeness: likeness(asked, new Set(stems(one.question, language)), retrieval.weights ?? new Map())
    }))
    .sort((a, b) => b.likeness - a.likeness)[0]
  if (!likest || likest.likeness < ALIKE) return retrieval
  const { id, title, reply, locale, url, changed, version } = likest.one
  const others = retrieval.sources.filter((source) => source.id !== id)
  const pages = others.filter(({ kind, visibility }) => visibility === "public" && kind !== "ticket")
  const known = [ticket.subject, ...ticket.messages.map(({ text }) => text), ...pages.map(({ passage }) => passage)]
  const { text, left } = adaptReply(reply, known, language, VOICES[language])
  if (!/\p{L}{2}/u.test(text)) return retrieval
  return {
    ...retrieval,
    sources: [
      ...others,
      {
        n: retrieval.sources.find((source) => source.id === id)?.n ?? Math.max(0, ...others.map(({ n }) => n)) + 1,
        ...{ id, title, kind: "ticket", headings: [], passage: text, visibility: "public", score: 0 },
        ...(locale !== undefined && { locale }),
        ...(url !== undefined && { url }),
        ...(changed !== undefined && { changed }),
        ...(version !== undefined && { version })
      }
    ],
    leading: id,
    notReused: left
  }
}

/**
 * Returns how alike two questions are, from 0 to 1: the weight of the words that they share, by idf, over the root of
 * both questions' weight.
 */
export function likeness(
  one: ReadonlySet<string>,
  other: ReadonlySet<string>,
  idf: ReadonlyMap<string, number>
): number {
  const known = [...one].flatMap((word) => idf.get(word) ?? [])
  const middle = known.length > 0 ? known.reduce((sum, weight) => sum + weight, 0) / known.length : 1
  const weigh = (words: Iterable<string>) => [...words].reduce((sum, word) => sum + (idf.get(word) ?? middle), 0)
  const both = Math.sqrt(weigh(one) * weigh(other))
  return both === 0 ? 0 : weigh([...one].filter((word) => other.has(word))) / both
}

/**
 * On the tickets of four invented companies no two different questions were more alike than .25, also if one page
 * answers both.
 */
const ALIKE = 0.4

function questionStems(ticket: MaskedTicket, language: Language): ReadonlySet<string> {
  return new Set(stems([ticket.subject, ...writtenByCustomer(ticket)].join("\n").slice(0, CHARACTERS), language))
}
/** A question as long as this one is like no other. */
const CHARACTERS = 20_000
