import { links } from "../text/links.ts"
import { plainWidth } from "../text/numerals.ts"
import type { Source } from "../ticket/draft.ts"
import type { MaskedTicket } from "../ticket/masked.ts"

export interface GuardFinding {
  kind: "hidden-character" | "unknown-link" | "unknown-placeholder" | "dangerous-link"
  /** UTF-16 offsets in the text. */
  start: number
  end: number
  words: string
}

/**
 * Looks for what a model's text must not bring into a reply, whatever the customer's text made it write: characters that nobody
 * sees, links and addresses to hosts that neither ticket nor sources hold, placeholders that mask nobody. In order. Ticket and sources
 * are read once.
 */
export function guardOf(ticket: MaskedTicket, sources: Source[]): (text: string) => GuardFinding[] {
  const known = [ticket.subject, ...Object.values(ticket.fields ?? {}), ticket.requester, ticket.agent, ...ticket.messages.flatMap((message) => [message.text, message.author]), ...sources.flatMap((source) => [source.title, source.passage, source.url ?? ""])].join("\n")
  const hosts = new Set(links(plainWidth(known)).map((fact) => fact.unit))
  return (text) => {
    const found: GuardFinding[] = []
    for (const match of text.matchAll(HIDDEN)) found.push({ kind: "hidden-character", start: match.index, end: match.index + match[0].length, words: match[0] })
    for (const { unit, start, end } of links(plainWidth(text))) {
      const words = text.slice(start, end)
      if (/^(?:javascript|data|file):/i.test(words) || words.split(/[/?#]/)[2]?.includes("@")) found.push({ kind: "dangerous-link", start, end, words })
      else if (!hosts.has(unit)) found.push({ kind: "unknown-link", start, end, words })
    }
    for (const match of text.matchAll(/\[[A-Z]{2,20}_\d{1,4}\]/g)) {
      if (!known.includes(match[0])) found.push({ kind: "unknown-placeholder", start: match.index, end: match.index + match[0].length, words: match[0] })
    }
    return found.sort((a, b) => a.start - b.start)
  }
}

/**
 * Takes the characters that nobody sees out of a text that comes in pieces, whatever the pieces. Returns what may be shown of each; `end`
 * gives the rest.
 */
export function hiddenRemover(): { push(piece: string): string; end(): string } {
  /** The last units that were given out: whether a joiner belongs to an emoji or a word is told by what stands before it. */
  let before = ""
  /** Half of a character, whose other half comes with the next piece. */
  let half = ""
  const clean = (text: string) => {
    // In two steps: whether a joiner may stay is told by what is left before it.
    const shown = (before + text.replace(ALWAYS_HIDDEN, "")).replace(HIDDEN, (hidden, at: number) => (at < before.length ? hidden : "")).slice(before.length)
    before = (before + shown).slice(-CONTEXT)
    return shown
  }
  return {
    push(piece) {
      const text = half + piece
      half = /[\uD800-\uDBFF]$/.exec(text)?.[0] ?? ""
      return clean(text.slice(0, text.length - half.length))
    },
    end: () => clean(half)
  }
}

/** More than the longest character before a joiner, with its skin tone and its selector. */
const CONTEXT = 8
/** Zero-width and direction marks, tags, soft hyphens, fillers. */
const UNSEEN = "\\u{00AD}\\u{034F}\\u{061C}\\u{115F}\\u{1160}\\u{17B4}\\u{17B5}\\u{180E}\\u{200B}\\u{200E}\\u{200F}\\u{202A}-\\u{202E}\\u{2060}-\\u{206F}\\u{3164}\\u{FEFF}\\u{FFA0}\\u{E0000}-\\u{E007F}\\u{E0100}-\\u{E01EF}"
const ALWAYS_HIDDEN = new RegExp(`[${UNSEEN}]+`, "gu")
/** Those, a joiner off emoji and words, a variation selector off an emoji. */
const HIDDEN = new RegExp(`[${UNSEEN}]+|(?<![\\p{L}\\p{M}]|\\p{Extended_Pictographic}\\u{FE0F}?|\\p{Emoji_Modifier})\\u{200D}|(?<![\\p{L}\\p{M}])\\u{200C}|(?<![\\p{Emoji}\\p{Extended_Pictographic}])\\u{FE0F}`, "gu")
