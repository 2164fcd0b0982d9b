import { facts } from "../text/facts.ts"
import type { Source } from "../ticket/draft.ts"
import type { MaskedTicket } from "../ticket/masked.ts"

export interface GuardFinding {
  kind: "hidden-character" | "unknown-link" | "unknown-placeholder" | "dangerous-link"
  /** UTF-16 offsets in the draft. */
  start: number
  end: number
  words: string
}

/**
 * What a model's text must not bring into a reply, whatever the customer's text made it write: characters that nobody sees,
 * links and addresses to hosts that neither ticket nor sources hold, placeholders that mask nobody. In order.
 */
export function guardFindings(draft: string, ticket: MaskedTicket, sources: Source[]): GuardFinding[] {
  const known = [ticket.subject, ...Object.values(ticket.fields ?? {}), ticket.requester, ticket.agent, ...ticket.messages.flatMap((message) => [message.text, message.author]), ...sources.flatMap((source) => [source.title, source.passage, source.url ?? ""])].join("\n")
  const hosts = new Set(facts(known, "").filter((fact) => LINKS.has(fact.kind)).map((fact) => fact.unit))
  const found: GuardFinding[] = []
  for (const match of draft.matchAll(HIDDEN)) found.push({ kind: "hidden-character", start: match.index, end: match.index + match[0].length, words: match[0] })
  for (const { kind, unit, start, end, text } of facts(draft, "")) {
    if (!LINKS.has(kind)) continue
    if (/^(?:javascript|data|file):/i.test(text) || text.split(/[/?#]/)[2]?.includes("@")) found.push({ kind: "dangerous-link", start, end, words: text })
    else if (!hosts.has(unit)) found.push({ kind: "unknown-link", start, end, words: text })
  }
  for (const match of draft.matchAll(/\[[A-Z]{2,20}_\d{1,4}\]/g)) {
    if (!known.includes(match[0])) found.push({ kind: "unknown-placeholder", start: match.index, end: match.index + match[0].length, words: match[0] })
  }
  return found.sort((a, b) => a.start - b.start)
}

const LINKS = new Set(["link", "email"])
/** Zero-width and direction marks, tags, variation selectors off an emoji, soft hyphens. A joiner inside an emoji is none. */
const HIDDEN = /(?<!\p{Extended_Pictographic}\u{FE0F}?|\p{Emoji_Modifier})\u{200D}|[\u{00AD}\u{034F}\u{061C}\u{115F}\u{1160}\u{17B4}\u{17B5}\u{180E}\u{200B}\u{200C}\u{200E}\u{200F}\u{202A}-\u{202E}\u{2060}-\u{206F}\u{3164}\u{FEFF}\u{FFA0}\u{E0000}-\u{E007F}\u{E0100}-\u{E01EF}]+|(?<![\p{Emoji}\p{Extended_Pictographic}])\u{FE0F}/gu
