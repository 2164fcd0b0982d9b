import type { Kysely } from "kysely"
import { LEAST_CHANCE } from "../../search/rank/chance-of-answer.ts"
import type { Schema } from "../../storage/schema.ts"
import type { Source } from "../../ticket/draft.ts"
import type { RetrievedSources } from "../../models/drafter/contract.ts"
import { plainLine } from "./command.ts"

/**
 * Prints the pages that a draft for this question of a customer would draw on, as an agent without groups sees them,
 * best first, and how likely the first one answers it. Nothing is stored, and no model is asked.
 */
export async function tryQuestion(
  db: Kysely<Schema>,
  question: string,
  print: (line: string) => void,
  signal: AbortSignal
): Promise<void> {
  // It is loaded here, because the other tasks of the command need no search.
  const { createRetriever } = await import("../../search/pages/retriever.ts")
  const retrieved = await createRetriever(db).find(ticketOf(question), NOBODY, signal, SHOWN)
  const { sources, chance = 0, documents } = retrieved
  if (documents === 0) return print("There are no pages yet: npm run relay -- import FOLDER")
  const { words, share } = absentWords(retrieved)
  const hasAnswer = chance >= LEAST_CHANCE && share < MAX_ABSENT && sources.some(isPublic)
  print(
    hasAnswer
      ? `The first page answers this with a chance of ${Math.round(chance * 100)} %, by the search alone.`
      : `Of ${documents.toLocaleString("en")} pages none answers this surely enough. What came near:`
  )
  if (words.length > 0) print(plainLine(`No page has: ${words.join(", ")}.`))
  for (const source of sources) for (const line of linesOf(source)) print(line)
}

const isPublic = ({ visibility }: Source) => visibility === "public"

/** Returns the words of the question that no page has, and their share of the weight of all. */
function absentWords({ weights = new Map(), holding }: RetrievedSources): { words: string[]; share: number } {
  const sum = (some: readonly string[]) => some.reduce((total, word) => total + (weights.get(word) ?? 0), 0)
  const all = [...weights.keys()].filter((word) => !/^\p{N}+$/u.test(word))
  const words = all.filter((word) => holding?.get(word) === 0)
  return { words, share: words.length === 0 ? 0 : sum(words) / sum(all) }
}

/** As in the coverage of the knowledge report. */
const MAX_ABSENT = 0.5

/** As many as a draft gets. */
const SHOWN = 5
const NOBODY = { id: "", name: "", role: "agent" as const, groups: [] }

const ticketOf = (text: string) => ({
  ...{ helpdesk: "", ticketId: "", version: "1", subject: "", requester: "", agent: "", tags: [] },
  messages: [{ id: "1", role: "customer" as const, author: "", at: new Date().toISOString(), text }]
})

function linesOf({ title, headings, passage, visibility, locale, id }: Source): string[] {
  const about = [locale, visibility === "internal" ? "for agents only" : undefined].filter((one) => one !== undefined)
  return [
    "",
    `${[title, ...headings.filter((heading) => heading !== title)].join(" > ")}${about.length > 0 ? ` (${about.join(", ")})` : ""}`,
    `  ${shortened(passage)}`,
    `  ${id}`
  ].map(plainLine)
}

const shortened = (text: string) => (text.length > MAX_PASSAGE ? `${text.slice(0, MAX_PASSAGE)} ...` : text)
/** In UTF-16 units. */
const MAX_PASSAGE = 300
