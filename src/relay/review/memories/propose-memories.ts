import { createHash } from "node:crypto"
import { claimWords } from "../../../checks/claim-words/claim-words.ts"
import { facts } from "../../../text/facts.ts"
import { contentWords } from "../../../text/words/words.ts"
import { diffReplies } from "../../../text/reply-diff.ts"
import { isLanguage } from "../../../text/languages.ts"
import type { Source } from "../../../ticket/draft.ts"
import type { MaskedTicket } from "../../../ticket/masked-ticket.ts"
import type { MemoryKind } from "../../memories/tables.ts"
import { addedFacts } from "./added-facts.ts"
import { replacedWordings } from "./replaced-wordings.ts"

/** An agent's edit of a draft, both texts masked. */
export interface DraftEdit {
  draft: string
  sent: string
  /** ISO 639-1 of the draft. */
  language: string | null
  ticket: MaskedTicket
  sources: Source[]
}

/** What an edit says that may hold for other replies too. */
export interface MemoryProposal {
  kind: MemoryKind
  language: string
  word: string
  text: string
  /** A hash of what it says, in hex. The same in other words is another one, unless only small words differ. */
  key: string
  against?: string | undefined
  /** The sentence of the reply in which it stands, and where, in UTF-16 units. */
  sentence: string
  start: number
}

/**
 * Returns what an edit says that may hold for other replies too: words that the agent replaced throughout, the most
 * frequent first, and sentences that state what no source says. Nobody has looked yet whether personal data is in them.
 */
export function proposeMemories({ draft, sent, language, ticket, sources }: DraftEdit): MemoryProposal[] {
  if (!isLanguage(language) || draft === "") return []
  const rows = diffReplies(draft, sent, language)
  const wordings = replacedWordings(rows, sent, language)
    .sort((a, b) => b.times - a.times)
    .map(({ word, text, sentence, start }) => ({ kind: "wording" as const, word, text, sentence, start }))
  const added = addedFacts(rows, { ticket, sources, language }).map(({ text, against }) => ({
    ...{ kind: "fact" as const, word: "", text, sentence: text, start: 0 },
    ...(against !== undefined && { against })
  }))
  return [...wordings, ...added].map((one) => ({ ...one, language, key: keyOf(one, language) }))
}

function keyOf({ kind, word, text }: Pick<MemoryProposal, "kind" | "word" | "text">, language: string): string {
  const said = kind === "wording" ? [word.toLowerCase(), text.toLowerCase()] : statementOf(text, language)
  return createHash("sha256")
    .update(JSON.stringify([kind, language, ...said]))
    .digest("hex")
}

/** What a sentence says, whatever its small words and their order are: its words, its figures, and how often it denies. */
function statementOf(text: string, language: string): string[] {
  const figures = facts(text, language).map(({ kind, unit, value }) => `${kind} ${unit} ${value}`)
  const denied = claimWords(text, language).filter(({ kind }) => kind === "not").length
  return [...new Set([...contentWords(text, language), ...figures])].sort().concat(`not ${denied}`)
}
