import type { SentenceCheck } from "../sentence/sentence-check.ts"
import type { Source } from "../../ticket/draft.ts"
import { lookedUpLines } from "../../ticket/looked-up.ts"
import type { MaskedTicket } from "../../ticket/masked-ticket.ts"
import { openGuard } from "./guard-draft.ts"
import { unescapedPlaceholders } from "../../text/model-signs/placeholder-escapes.ts"
import type { GuardKind } from "./basis/finding.ts"

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

interface MaskedFinding {
  kind: GuardKind | "placeholder"
  /** UTF-16 offsets in the text. */
  start: number
  end: number
  words: string
}

/**
 * Runs the guard over masked text, where internal notes are unknown, and also finds placeholders that stand for nobody.
 * The findings are in order. Ticket and sources are read once.
 */
export function guardOf(ticket: MaskedTicket, sources: Source[]): (text: string) => MaskedFinding[] {
  const about = [
    ticket.subject,
    ...Object.values(ticket.fields ?? {}),
    ...lookedUpLines(ticket.lookups),
    ticket.requester,
    ticket.agent,
    ...ticket.messages.map(({ author }) => author)
  ]
  const texts = sources.flatMap((source) => [source.title, source.passage, source.url ?? ""])
  const known = new Set([...about, ...ticket.messages.map(({ text }) => text), ...texts].flatMap(placeholdersIn))
  const look = openGuard({
    thread: [...about.map((text) => ({ role: "customer", text })), ...ticket.messages],
    sources: texts
  })
  return (text) => {
    const findings: MaskedFinding[] = look(text).map(({ kind, start, end }) => ({
      kind,
      start,
      end,
      words: text.slice(start, end)
    }))
    for (const match of text.matchAll(WRITTEN)) {
      if (!known.has(unescapedPlaceholders(match[0])))
        findings.push({ kind: "placeholder", start: match.index, end: match.index + match[0].length, words: match[0] })
    }
    return findings.sort((a, b) => a.start - b.start)
  }
}

/** Matches a placeholder, and one whose signs are escaped. */
const WRITTEN = /(?:\\{1,2})?\[[A-Z]{2,20}\\{0,2}_\d{1,4}(?:\\{1,2})?\]/g
const PLACEHOLDER = /\[[A-Z]{2,20}_\d{1,4}\]/g
const placeholdersIn = (text: string) => text.match(PLACEHOLDER) ?? []
