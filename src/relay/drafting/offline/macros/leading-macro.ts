import { rankEvidence } from "../../../../checks/evidence/rank.ts"
import type { RetrievedSources } from "../../../../models/drafter/contract.ts"
import type { DraftRequest } from "../../../../protocol/relay.ts"
import type { RankedMacro } from "../../../../protocol/search.ts"
import { isLanguage, languageOfLocale, type Language } from "../../../../text/languages.ts"
import { sentences } from "../../../../text/sentences.ts"
import type { Source } from "../../../../ticket/draft.ts"
import { type MaskedTicket, ticketSize } from "../../../../ticket/masked-ticket.ts"
import { VOICES } from "../../voices/voice.ts"
import { runInWorkerIfLarge } from "../../../../runtime/worker-thread/run-in-worker.ts"
import { alreadyKnown } from "../reading/already-known.ts"
import { quotableOf } from "../reading/quotable.ts"

/**
 * Adds the macro that says what the first page says, if the customer has done what that page asks for first: then the
 * team's own words for the next step fit better than the page. Its gaps become blanks. What the agent chose comes
 * first: a macro leads if it is the only source to use, and none leads beside chosen pages or after "Not this one".
 * @param findMacros returns the macros for the ticket, best first; it is called only if one may lead
 */
export async function addLeadingMacro(
  retrieval: RetrievedSources,
  { ticket, sources: choice }: Pick<DraftRequest, "ticket" | "sources">,
  language: string | null,
  findMacros: () => Promise<RankedMacro[]>
): Promise<RetrievedSources> {
  if (retrieval.chosen?.length) return withChosenMacro(retrieval, language)
  if (retrieval.hasMacros === false) return retrieval
  const page = retrieval.sources.find((one) => one.visibility === "public" && one.kind !== "macro")
  if (!page || !isLanguage(language) || languageOfLocale(page.locale ?? "") !== language) return retrieval
  if (!(await runInWorkerIfLarge(ticketSize(ticket), HAS_BEGUN, page, ticket, language))) return retrieval
  const said = sentences(page.passage, language).map((one) => one.text)
  const macro = (await findMacros()).find(
    (one) =>
      one.visibility === "public" &&
      choice?.not.includes(one.id) !== true &&
      languageOfLocale(one.locale ?? "") === language &&
      saysTheSame(one, said, language)
  )
  if (!macro) return retrieval
  const others = retrieval.sources.filter(({ id }) => id !== macro.id)
  const n = retrieval.sources.find(({ id }) => id === macro.id)?.n ?? retrieval.sources.length + 1
  return {
    ...retrieval,
    sources: [...others, sourceOf(macro, n, page.score)].sort((one, other) => one.n - other.n),
    leading: macro.id
  }
}

function withChosenMacro(retrieval: RetrievedSources, language: string | null): RetrievedSources {
  const [only, ...others] = retrieval.sources.filter(({ id }) => retrieval.chosen?.includes(id))
  if (only?.kind !== "macro" || others.length > 0 || languageOfLocale(only.locale ?? "") !== language) return retrieval
  const macro = { ...only, passage: withBlanks(only.passage) }
  return { ...retrieval, sources: retrieval.sources.map((one) => (one === only ? macro : one)), leading: only.id }
}

/** Returns whether the customer has done a step of the page already. */
export function hasBegun(page: Source, ticket: MaskedTicket, language: Language): boolean {
  return quotableOf([page], language, VOICES[language]).some(alreadyKnown(ticket, language, VOICES[language]))
}

/** Half of the sentences between greeting and closing stand in the page, two at least. */
function saysTheSame({ text }: RankedMacro, page: string[], language: Language): boolean {
  const said = sentences(VOICES[language].macroLetter.exec(text)?.[1] ?? text, language).map((one) => one.text)
  const near = said.filter((one) => (rankEvidence(one, page, language)[0]?.score ?? 0) >= NEAR)
  return near.length >= 2 && near.length * 2 >= said.length
}

/** Of `rankEvidence`: most pairs of sentences that say different things stay below. */
const NEAR = 0.5

function sourceOf(
  { id, title, text, locale, visibility, url, changed, version }: RankedMacro,
  n: number,
  score: number
): Source {
  return {
    n,
    id,
    title,
    kind: "macro",
    headings: [],
    passage: withBlanks(text),
    visibility,
    score,
    ...(locale !== undefined && { locale }),
    ...(url !== undefined && { url }),
    ...(changed !== undefined && { changed }),
    ...(version !== undefined && { version })
  }
}

const withBlanks = (text: string) => text.replace(GAP, (_, name: string) => `[[${name}]]`)

/** Matches "[search number]", but neither a blank nor a placeholder such as [PERSON_1]. */
const GAP = /(?<!\[)\[(?![A-Z]+_\d+\])([^[\]\n]{1,60})\](?!\]|\()/g

const HAS_BEGUN = { module: import.meta.url, run: hasBegun }
