import type { Found } from "../basis/finding.ts"
import type { Given } from "../basis/given.ts"

/**
 * Finds invisible characters, except soft hyphens, the parts of a flag or an emoji, and marks that the ticket contains
 * too.
 */
export function findHidden(draft: string, given: Given): Found[] {
  const findings: Found[] = []
  for (const match of draft.matchAll(SEEN_BY_NOBODY)) {
    if (
      /^\u00ad+$/.test(match[0]) ||
      (FORM.test(match[0]) && /\p{Script=Han}$/u.test(draft.slice(0, match.index).slice(-2)))
    )
      continue
    const end = match.index + match[0].length
    if (FLAG.test(draft.slice(Math.max(0, match.index - 2), end))) continue
    if (!TAG.test(match[0]) && given.holdsHidden(draft.slice(Math.max(0, match.index - NEAR), end + NEAR))) continue
    findings.push({ kind: "hidden", start: match.index, end })
  }
  return findings
}

/**
 * Removes invisible characters from a text that arrives in pieces of any size. `push` returns what may be shown of each
 * piece, and `end` returns the rest.
 */
export function hiddenRemover(): { push(piece: string): string; end(): string } {
  /** The last units that were returned. The text before a joiner decides whether it belongs to an emoji or a word. */
  let before = ""
  /** Half of a character whose other half arrives with the next piece. */
  let half = ""
  const clean = (text: string) => {
    // This takes two steps, because what is left before a joiner decides whether it may stay.
    const shown = (before + text.replace(ALWAYS_HIDDEN, ""))
      .replace(HIDDEN, (hidden, at: number) => (at < before.length ? hidden : ""))
      .slice(before.length)
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

/** Longer than the longest character before a joiner, with its skin tone and its selector. */
const CONTEXT = 8
/** The number of characters around a mark that the ticket must contain with it. */
const NEAR = 4
/** Matches zero-width and direction marks, tags, soft hyphens and fillers. */
const UNSEEN =
  "\\u{00AD}\\u{034F}\\u{061C}\\u{115F}\\u{1160}\\u{17B4}\\u{17B5}\\u{180E}\\u{200B}\\u{200E}\\u{200F}\\u{202A}-\\u{202E}\\u{2060}-\\u{206F}\\u{3164}\\u{FEFF}\\u{FFA0}\\u{E0000}-\\u{E007F}\\u{E0100}-\\u{E01EF}"
const ALWAYS_HIDDEN = new RegExp(`[${UNSEEN}]+`, "gu")
/** Matches the same, a joiner outside emoji and words, and a variation selector without an emoji. */
const HIDDEN = new RegExp(
  `[${UNSEEN}]+|(?<![\\p{L}\\p{M}]|\\p{Extended_Pictographic}\\u{FE0F}?|\\p{Emoji_Modifier})\\u{200D}|(?<![\\p{L}\\p{M}])\\u{200C}|(?<![\\p{Emoji}\\p{Extended_Pictographic}])\\u{FE0F}`,
  "gu"
)
/**
 * In a whole draft this also matches controls, blanks that Unicode classes as letters, joiners in words of scripts that
 * need none, and several selectors in a row. One selector behind a Chinese or Japanese sign chooses its form.
 */
const SEEN_BY_NOBODY = new RegExp(
  `(?<=\\p{Script=Han})[\\u{E0100}-\\u{E01EF}](?![\\u{E0100}-\\u{E01EF}])|${HIDDEN.source}|[\\0-\\x08\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\u{2800}]+|(?<=[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Script=Han}])[\\u{200C}\\u{200D}]+|[\\u{FE00}-\\u{FE0F}]{2,}`,
  "gu"
)
const FORM = /^[\u{E0100}-\u{E01EF}]$/u
/** Matches the black flag, the tags of a region (at most six), and the tag that ends them. */
const FLAG = /^\u{1F3F4}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{2,6}\u{E007F}$/u
const TAG = /[\u{E0000}-\u{E007F}]/u
